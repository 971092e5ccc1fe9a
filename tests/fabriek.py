"""Small made-up rows for tests. Every name is invented; every function returns saved rows with history."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from itertools import count
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from evaluatie.models import (
    Doel,
    Doeloordeel,
    Evaluatie,
    Evaluatieoordeel,
    Evaluatiestap,
    Meting,
    Ontwikkelpunt,
    Voortgang,
)
from evaluatie.models.evaluatie import Stap
from governance.handelingen.afwegingen import Inzending, beantwoord
from governance.handelingen.instrumenten import laad_vulling
from governance.instrumenten import eigen_invulling, laad_eigen_invulling
from governance.models import (
    Afweging,
    Instrumentversie,
    Moment,
    Partijaandeel,
    Raadsvergadering,
    Reces,
    Regimepunt,
    Spelerspunt,
    Standpunt,
    Stukkenronde,
    Wgrpunt,
)
from kennisbank.models import Artikel, Artikelversie, Soort, Status
from samenwerkingswijzer.handelingen.bestanden import kluis
from samenwerkingswijzer.historie import Gevolgd, bewaar, met_verantwoording
from samenwerkingswijzer.models import Bestand, Gebruiker, Gemeente
from samenwerkingswijzer.rechten import Rol
from tests.veiligheid.papier import leeg_document
from verbanden.models import (
    Accounthouderschap,
    Belangrijkheid,
    Deelname,
    Document,
    Jaarcijfer,
    Klasse,
    Oordeel,
    Organisatie,
    Portefeuille,
    Post,
    Programma,
    Programmadeel,
    Risico,
    Samenwerkingsverband,
    Stadium,
    StandVanZaken,
    Voorstel,
    Vorm,
)

R = TypeVar("R", bound=Gevolgd)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NU = datetime(2026, 5, 20, 12, 0, tzinfo=AMSTERDAM)
VANDAAG = NU.date()
ONZE_TOOI = "https://identifier.overheid.nl/tooi/id/gemeente/gm9991"
WACHTWOORD = "een-lang-verzonnen-wachtwoord"
_teller = count(1)


def _bewaar(rij: R, op: datetime) -> R:
    bewaar(rij, door=None, op=op)
    return rij


def maak_gemeente(op: datetime = NU, **velden: Any) -> Gemeente:
    """The municipality of the tests: Voorbeeldstad, with 30,000 invented inhabitants."""
    gegevens = {"id": 1, "naam": "Voorbeeldstad", "tooi": ONZE_TOOI, "inwoners": 30_000} | velden
    gemeente = Gemeente.objects.first()
    if gemeente is None:
        gemeente = Gemeente(**gegevens)
        met_verantwoording(gemeente, door=None, op=op, reden="")
        gemeente.save()
    return gemeente


def maak_gebruiker(rol: Rol = Rol.RAADSLID, op: datetime = NU, **velden: Any) -> Gebruiker:
    """An active user with this role; logs in with WACHTWOORD."""
    nummer = next(_teller)
    gegevens = {"email": f"{rol}{nummer}@voorbeeld.test", "naam": f"{rol.label} {nummer}", "rol": rol} | velden
    if rol is Rol.RAADSLID:
        gegevens.setdefault("fractie", "Fractie A")
    gebruiker = Gebruiker(**gegevens)
    gebruiker.set_password(WACHTWOORD)
    gebruiker.full_clean()
    met_verantwoording(gebruiker, door=None, op=op, reden="")
    gebruiker.save()
    return gebruiker


def maak_verband(op: datetime = NU, **velden: Any) -> Samenwerkingsverband:
    """A partnership with only what the database demands."""
    nummer = next(_teller)
    gegevens = {"slug": f"verband-{nummer}", "naam": f"Verband {nummer}", "vorm": Vorm.OPENBAAR_LICHAAM} | velden
    return _bewaar(Samenwerkingsverband(**gegevens), op)


def maak_organisatie(op: datetime = NU, **velden: Any) -> Organisatie:
    """An organisation; a municipality unless told otherwise."""
    gegevens = {"naam": f"Gemeente {next(_teller)}", "soort": Organisatie.Soort.GEMEENTE} | velden
    return _bewaar(Organisatie(**gegevens), op)


def onze_organisatie(op: datetime = NU) -> Organisatie:
    """The row of our own municipality among the participants."""
    eigen = Organisatie.objects.filter(tooi=ONZE_TOOI).first()
    return eigen or maak_organisatie(op, naam="Gemeente Voorbeeldstad", tooi=ONZE_TOOI, inwoners=30_000)


def maak_deelname(
    verband: Samenwerkingsverband, organisatie: Organisatie, op: datetime = NU, **velden: Any
) -> Deelname:
    """A participation since 2020."""
    gegevens = {"van": date(2020, 1, 1)} | velden
    return _bewaar(Deelname(verband=verband, organisatie=organisatie, **gegevens), op)


def maak_cijfer(
    verband: Samenwerkingsverband,
    jaar: int = 2026,
    bedrag: Decimal | int | str | None = 1_000_000,
    post: Post = Post.BIJDRAGE,
    stadium: Stadium = Stadium.BEGROOT,
    op: datetime = NU,
    **velden: Any,
) -> Jaarcijfer:
    """A figure with source; with `bedrag=None` an honest gap asked for on 1 May 2026."""
    if bedrag is None:
        gegevens: dict[str, Any] = {"niet_opgegeven": "Nog niet ontvangen", "gevraagd_op": date(2026, 5, 1)}
    else:
        gegevens = {"bedrag": Decimal(bedrag), "peildatum": date(2026, 1, 1), "bron": "voorbeeldcijfer (fictief)"}
    return _bewaar(Jaarcijfer(verband=verband, jaar=jaar, post=post, stadium=stadium, **(gegevens | velden)), op)


def maak_bestand(inhoud: bytes = b"", door: Gebruiker | None = None, op: datetime = NU, **velden: Any) -> Bestand:
    """A file in the vault, put there without being looked at."""
    with kluis().werkmap() as map_:
        (map_ / "bron").write_bytes(inhoud or leeg_document())
        bewaard = kluis().bewaar(map_ / "bron")
    gegevens = {"naam": f"stuk-{next(_teller)}.pdf", "soort": "pdf", "doorzoekbaar": True, "tekst": "verzonnen tekst"}
    bestand: Bestand = Bestand.objects.create(
        sleutel=bewaard.sleutel,
        sha256=bewaard.sha256,
        grootte=bewaard.grootte,
        door=door or maak_gebruiker(Rol.CONTROLLER),
        op=op,
        **(gegevens | velden),
    )
    return bestand


def maak_document(verband: Samenwerkingsverband, op: datetime = NU, **velden: Any) -> Document:
    """A document with a file of its own."""
    gegevens = {"titel": f"Verzonnen stuk {next(_teller)}", "soort": Document.Soort.BEGROTING} | velden
    gegevens.setdefault("bestand", maak_bestand(op=op))
    return _bewaar(Document(verband=verband, **gegevens), op)


def maak_stand(
    verband: Samenwerkingsverband,
    oordeel: Oordeel = Oordeel.OP_KOERS,
    op: datetime = NU,
    auteur: Gebruiker | None = None,
    **velden: Any,
) -> StandVanZaken:
    """A judgement with its sentence, on the day of `op`."""
    gegevens = {"zin": "Dit verzonnen verband loopt zoals afgesproken.", "datum": op.date()} | velden
    auteur = auteur or maak_gebruiker(Rol.CONTROLLER)
    return _bewaar(StandVanZaken(verband=verband, oordeel=oordeel, auteur=auteur, **gegevens), op)


def maak_belangrijkheid(
    verband: Samenwerkingsverband, klasse: Klasse = Klasse.POLITIEK, op: datetime = NU, **velden: Any
) -> Belangrijkheid:
    """A decision on the class, taken on 1 July 2025."""
    gegevens = {"datum": date(2025, 7, 1)} | velden
    return _bewaar(Belangrijkheid(verband=verband, klasse=klasse, **gegevens), op)


def maak_accounthouder(
    verband: Samenwerkingsverband, gebruiker: Gebruiker | None = None, op: datetime = NU, **velden: Any
) -> Gebruiker:
    """Make this user (or a new one) the account holder since 2025; returns the user."""
    gebruiker = gebruiker or maak_gebruiker(Rol.ACCOUNTHOUDER)
    gegevens = {"van": date(2025, 1, 1)} | velden
    _bewaar(Accounthouderschap(verband=verband, gebruiker=gebruiker, **gegevens), op)
    return gebruiker


def maak_programma(verband: Samenwerkingsverband, naam: str = "", op: datetime = NU, **velden: Any) -> Programma:
    """A programme that the partnership serves for 100 %, or another `aandeel`."""
    naam = naam or f"Programma {next(_teller)}"
    programma = Programma.objects.filter(naam=naam).first() or _bewaar(Programma(naam=naam), op)
    _bewaar(Programmadeel(verband=verband, programma=programma, **velden), op)
    return programma


def maak_portefeuille(op: datetime = NU, **velden: Any) -> Portefeuille:
    """A portfolio of a made-up alderman."""
    nummer = next(_teller)
    gegevens = {"naam": f"Portefeuille {nummer}", "houder": f"wethouder portefeuille {nummer}"} | velden
    return _bewaar(Portefeuille(**gegevens), op)


def maak_risico(verband: Samenwerkingsverband, op: datetime = NU, **velden: Any) -> Risico:
    """A risk of middle chance and 100,000 euro."""
    gegevens = {"omschrijving": "Verzonnen tegenvaller", "kans": Risico.Kans.MIDDEL, "gevolg": Decimal(100_000)}
    return _bewaar(Risico(verband=verband, **(gegevens | velden)), op)


def maak_voorstel(verband: Samenwerkingsverband | None, op: datetime = NU, **velden: Any) -> Voorstel:
    """A proposal of the register of 16 May 2026: another website, unless told otherwise."""
    website = "https://register.invalid"
    gegevens = {
        "soort": Voorstel.Soort.VELD,
        "sleutel": "website",
        "omschrijving": "Website",
        "register": website,
        "waarde": {"nu": "", "register": website, "kenmerk": website},
        "bestand_van": date(2026, 5, 16),
    }
    return _bewaar(Voorstel(verband=verband, **(gegevens | velden)), op)


def maak_wgrpunt(
    verband: Samenwerkingsverband,
    onderwerp: str = "evaluatie",
    stand: str = "geregeld",
    op: datetime = NU,
    **velden: Any,
) -> Wgrpunt:
    """A subject of the Wgr-check with what its stand asks for, looked up on the day of `op`."""
    gegevens: dict[str, Any] = {"nagekeken_op": None if stand == "onbekend" else op.date()}
    gegevens |= {"geregeld": {"artikel": "artikel 3"}, "niet_van_toepassing": {"toelichting": "verzonnen"}}.get(
        stand, {}
    )
    return _bewaar(Wgrpunt(verband=verband, onderwerp=onderwerp, stand=stand, **(gegevens | velden)), op)


def maak_standpunt(
    verband: Samenwerkingsverband,
    partij: Organisatie,
    perspectief: str = "samen_per_verband",
    op: datetime = NU,
    **velden: Any,
) -> Standpunt:
    """What a party said on 1 March 2026, with its source."""
    gegevens: dict[str, Any] = {"datum": date(2026, 3, 1), "belangen": "verzonnen belang", "bron": "verzonnen gesprek"}
    return _bewaar(Standpunt(verband=verband, partij=partij, perspectief=perspectief, **(gegevens | velden)), op)


def maak_aandeel(
    verband: Samenwerkingsverband, partij: Organisatie, jaar: int = 2026, op: datetime = NU, **velden: Any
) -> Partijaandeel:
    """What a party that owns does in a year, with its source; shares and amounts only when they are given."""
    return _bewaar(Partijaandeel(verband=verband, partij=partij, jaar=jaar, **({"bron": "verzonnen"} | velden)), op)


def maak_spelerspunt(
    verband: Samenwerkingsverband,
    punt: str = "betrokken",
    oordeel: str = "goed",
    jaar: int = 2026,
    op: datetime = NU,
    **velden: Any,
) -> Spelerspunt:
    """A point of the self-check with its evidence."""
    gegevens = {"bewijs": "" if oordeel == "onbekend" else "verzonnen bewijs"} | velden
    return _bewaar(Spelerspunt(verband=verband, punt=punt, oordeel=oordeel, jaar=jaar, **gegevens), op)


def maak_afwegingskader() -> Instrumentversie:
    """Our own filling of the afwegingskader, published."""
    laad_eigen_invulling(NU)
    geldend: Instrumentversie = Instrumentversie.objects.geldend("afwegingskader")
    return geldend


def geef_antwoord(afweging: Afweging, door: Gebruiker, op: datetime = NU, **antwoorden: str) -> None:
    """Answer questions (question=answer) that nobody answered yet."""
    inzendingen = [Inzending(kenmerk, optie, None) for kenmerk, optie in antwoorden.items()]
    beantwoord(afweging=afweging, inzendingen=inzendingen, door=door, op=op)


def maak_regimepunt(
    verband: Samenwerkingsverband,
    keuze: str = "informatieprotocol",
    stand: str = "geldt",
    op: datetime = NU,
    **velden: Any,
) -> Regimepunt:
    """A role or agreement looked up on the day of `op`."""
    gegevens = {"naam": keuze.replace("_", " ").capitalize(), "nagekeken_op": op.date()} | velden
    return _bewaar(Regimepunt(verband=verband, keuze=keuze, stand=stand, **gegevens), op)


def maak_ontwikkelpunt(verband: Samenwerkingsverband | None, op: datetime = NU, **velden: Any) -> Ontwikkelpunt:
    """A proposed item of the ontwikkelagenda; for the municipality as a whole without a partnership."""
    gegevens = {"titel": f"Punt {next(_teller)}"} | velden
    return _bewaar(Ontwikkelpunt(verband=verband, **gegevens), op)


def maak_doel(verband: Samenwerkingsverband, op: datetime = NU, **velden: Any) -> Doel:
    """A goal that can be measured: from 100 in 2024 to 200 in 2028, more is better."""
    gegevens: dict[str, Any] = {
        "titel": f"Doel {next(_teller)}",
        "omschrijving": "In 2028 zijn 200 verzonnen dingen klaar.",
        "invalshoek": "inhoud",
        "trede": "verandering",
        "indicator": "Verzonnen dingen",
        "eenheid": "dingen",
        "richting": "hoger",
        "nulmeting": Decimal(100),
        "nulmeting_jaar": 2024,
        "streefwaarde": Decimal(200),
        "streefjaar": 2028,
    }
    return _bewaar(Doel(verband=verband, **(gegevens | velden)), op)


def maak_meting(doel: Doel, waarde: Decimal | int | str = 125, op: datetime = NU, **velden: Any) -> Meting:
    """A measurement at the end of 2025, on the line of a goal as `maak_doel` makes it."""
    gegevens = {"datum": date(2025, 12, 31), "bron": "verzonnen bron"} | velden
    return _bewaar(Meting(verband_id=doel.verband_id, doel=doel, waarde=Decimal(waarde), **gegevens), op)


def maak_doeloordeel(doel: Doel, oordeel: str = "op_koers", op: datetime = NU, **velden: Any) -> Doeloordeel:
    """A judgement of a goal with its sentence, on the day of `op`."""
    gegevens: dict[str, Any] = {"zin": "Een verzonnen reden voor dit oordeel.", "datum": op.date()} | velden
    if "auteur" not in gegevens:
        gegevens["auteur"] = maak_gebruiker(Rol.CONTROLLER)
    return _bewaar(Doeloordeel(verband_id=doel.verband_id, doel=doel, oordeel=oordeel, **gegevens), op)


def maak_voortgang(
    verband: Samenwerkingsverband,
    jaar: int = 2025,
    moment: str = "jaarrekening",
    op: datetime = NU,
    *,
    klaar: bool = True,
    **velden: Any,
) -> Voortgang:
    """A progress report of a round, finished unless told otherwise."""
    gegevens: dict[str, Any] = {"resultaten": "Verzonnen resultaat.", "motief": "Verzonnen reden.", "beantwoordt": "ja"}
    if klaar:
        gegevens |= {"status": "afgerond", "afgerond_op": op, "afgerond_door": maak_gebruiker(Rol.CONTROLLER)}
    return _bewaar(Voortgang(verband=verband, jaar=jaar, moment=moment, **(gegevens | velden)), op)


def maak_evaluatiekader(op: datetime = NU) -> None:
    """Our own filling of the evaluatiekader, published; nothing when it is there."""
    soort = Instrumentversie.Soort.EVALUATIEKADER.value
    if not Instrumentversie.objects.filter(soort=soort).exists():
        laad_vulling(soort=soort, inhoud=eigen_invulling(soort), op=op)


def maak_evaluatie(
    verband: Samenwerkingsverband, jaar: int = 2025, stap: str = "opzet", op: datetime = NU, **velden: Any
) -> Evaluatie:
    """An evaluation by our own kader, with two criteria and planned steps, as far as `stap`; not an adopted one."""
    maak_evaluatiekader(op)
    volgorde = list(Stap.values)
    gegevens: dict[str, Any] = {
        "instrument": Instrumentversie.objects.geldend("evaluatiekader"),
        "fase": "bestaand",
        "aanleiding": "jaarlijks",
        "criteria": ["doelen_gehaald", "risicos_beheerst"],
        "gegevens": "Verzonnen gegevens.",
    } | velden
    if "leider" not in gegevens:
        gegevens["leider"] = maak_gebruiker(Rol.CONTROLLER)
    if volgorde.index(stap) > volgorde.index("gesprek"):
        gegevens |= {"gesprek_op": op.date(), "gesprek_met": "college", "verslag": "Verzonnen verslag."}
    evaluatie = _bewaar(Evaluatie(verband=verband, jaar=jaar, stap=stap, **gegevens), op)
    for nummer, een in enumerate(volgorde, start=1):
        _bewaar(Evaluatiestap(evaluatie=evaluatie, stap=een, wie="verzonnen", gepland_op=date(2026, nummer, 28)), op)
    return evaluatie


def maak_evaluatieoordeel(
    evaluatie: Evaluatie,
    auteur: Gebruiker | None = None,
    criterium: str = "doelen_gehaald",
    oordeel: str = "voldoende",
    op: datetime = NU,
    **velden: Any,
) -> Evaluatieoordeel:
    """A judgement of a criterion; the evaluation must ask for judgements."""
    gegevens = {"functie": "Verzonnen functie", "zin": "Verzonnen zin.", "bewijs": "verzonnen bewijs"} | velden
    auteur = auteur or maak_gebruiker(Rol.COLLEGE)
    rij = Evaluatieoordeel(evaluatie=evaluatie, criterium=criterium, auteur=auteur, oordeel=oordeel, datum=op.date())
    for naam, waarde in gegevens.items():
        setattr(rij, naam, waarde)
    return _bewaar(rij, op)


def maak_artikel(slug: str = "", soort: Soort = Soort.HANDREIKING, op: datetime = NU, **velden: Any) -> Artikelversie:
    """A published article that a person wrote and another reviewed, with its first version."""
    nummer = next(_teller)
    artikel = _bewaar(Artikel(slug=slug or f"artikel-{nummer}", soort=soort), op)
    gegevens: dict[str, Any] = {
        "titel": f"Artikel {nummer}",
        "samenvatting": "Een verzonnen samenvatting.",
        "eigenaar": "griffie",
        "status": Status.GEPUBLICEERD,
        "gepubliceerd_op": op,
    } | velden
    if not gegevens.get("eigen_invulling"):
        gegevens.setdefault("schrijver", maak_gebruiker(Rol.GRIFFIE))
        if gegevens["status"] != Status.CONCEPT:
            gegevens |= {"nagekeken_door": maak_gebruiker(Rol.CONTROLLER), "nagekeken_op": op}
    if gegevens["status"] in (Status.CONCEPT, Status.NAGEKEKEN):
        gegevens["gepubliceerd_op"] = None
    return _bewaar(Artikelversie(artikel=artikel, nummer=1, **gegevens), op)


def maak_regeling(op: datetime = NU, **velden: Any) -> Samenwerkingsverband:
    """A regeling with a board, of which the law gives dates."""
    return maak_verband(op, **({"wgr_hoofdstuk": "I"} | velden))


def maak_ronde(verband: Samenwerkingsverband, jaar: int = 2027, op: datetime = NU, **velden: Any) -> Stukkenronde:
    """The stored days of a budget, unless told of another paper."""
    gegevens = {"stuk": Stukkenronde.Stuk.BEGROTING} | velden
    return _bewaar(Stukkenronde(verband=verband, jaar=jaar, **gegevens), op)


def maak_moment(verband: Samenwerkingsverband, op: datetime = NU, **velden: Any) -> Moment:
    """A moment of the raad on 23 June 2026."""
    gegevens = {"datum": date(2026, 6, 23), "wie": Moment.Wie.RAAD, "titel": "Verzonnen moment"} | velden
    return _bewaar(Moment(verband=verband, **gegevens), op)


def maak_raadskalender(*dagen: date, reces: tuple[date, date] | None = None, op: datetime = NU) -> None:
    """Meetings of the raad on these days, and perhaps a summer recess."""
    for dag in dagen:
        _bewaar(Raadsvergadering(datum=dag, soort=Raadsvergadering.Soort.RAAD), op)
    if reces:
        _bewaar(Reces(naam="zomerreces", van=reces[0], tot=reces[1]), op)
