"""A small portal with one of everything: every role, two partnerships, and a row of every kind around each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.test.client import ClientHandler
from django.utils import timezone

from evaluatie.models import Ontwikkelpunt
from governance.handelingen import abonnementen, afwegingen, instrumenten
from governance.models import (
    Instrumentversie,
    Moment,
    Partijaandeel,
    Raadsvergadering,
    Reces,
    Regimepunt,
    Spelerspunt,
    Standpunt,
    Wgrpunt,
    Zeggenschapsuitleg,
)
from kennisbank.handelingen import lezers
from kennisbank.models import Status
from samenwerkingswijzer.historie import Gevolgd, bewaar, verwijder
from samenwerkingswijzer.models import Gebruiker, Gemeente
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from tests import fabriek
from tests.bijlagen import maak_artikel_met, maak_beeld, maak_bijlage
from tests.veiligheid.belangsessies import belangdeelnemers, belangsessies
from tests.veiligheid.evaluatierondes import evaluatierondes, met_tekst
from tests.veiligheid.papier import leeg_document
from tests.veiligheid.raadswerk import Raadswerk, raadswerk
from tests.verbanden.lijst.hulp import lijst, partij
from verbanden import onderdelen
from verbanden.handelingen import edities
from verbanden.models import (
    Belangwijziging,
    Levensfase,
    Regelingversie,
    Samenhang,
    Samenwerkingsverband,
    Signaalafhandeling,
    Teamlid,
    Vertegenwoordiging,
    Verwijzing,
    Voorstel,
    Zeggenschap,
)
from verbanden.models.zeggenschap import Bestuursorgaan
from verbanden.signalering.lezen import lees

ANONIEM, GEDEACTIVEERD = "anoniem", "gedeactiveerd"
EIGEN, ANDER = "accounthouder-eigen", "accounthouder-ander"
ROLLEN = (ANONIEM, GEDEACTIVEERD, "raadslid", "college", EIGEN, ANDER, "griffie", "controller", "beheerder")


@lru_cache
def _balie(csrf: bool) -> ClientHandler:
    """What takes requests, made once: it is the same for every browser."""
    return ClientHandler(enforce_csrf_checks=csrf)


@dataclass
class Wereld:
    """The rows by name, and a browser for each role."""

    gemeente: Gemeente
    gebruikers: dict[str, Gebruiker]
    verband: Samenwerkingsverband
    ander: Samenwerkingsverband
    beeindigd: Samenwerkingsverband
    rijen: dict[str, Gevolgd] = field(default_factory=dict)
    rijen_ander: dict[str, Gevolgd] = field(default_factory=dict)
    weg: dict[str, int] = field(default_factory=dict)
    overig: list[Any] = field(default_factory=list)
    voorstel: Voorstel | None = None
    # Keyword of an address -> name in the matrix -> what stands there.
    nummers: dict[str, dict[str, Any]] = field(default_factory=dict)
    raadswerk: Raadswerk = field(default_factory=Raadswerk)
    sessies: dict[str, str] = field(default_factory=dict)

    def klant(self, rol: str, *, csrf: bool = False) -> Client:
        """A browser in which somebody of this role is logged in; of `anoniem` nobody."""
        klant = Client()
        klant.handler = _balie(csrf)
        if rol != ANONIEM:
            klant.cookies[settings.SESSION_COOKIE_NAME] = self.sessies[rol]
        return klant

    def log_in(self) -> None:
        """Start a session for every role, once: a test gets a browser that is already in."""
        for rol, gebruiker in self.gebruikers.items():
            klant = Client()
            klant.force_login(gebruiker)
            self.sessies[rol] = klant.session.session_key or ""


@contextmanager
def gebouwd() -> Iterator[Wereld]:
    """A world for many tests; gone afterwards."""
    with transaction.atomic():
        cache.clear()
        yield bouw()
        transaction.set_rollback(True)


def bouw() -> Wereld:
    """Make it all; call inside a test with a database."""
    gemeente = fabriek.maak_gemeente()
    gebruikers = {
        naam: fabriek.maak_gebruiker(Rol(naam.split("-")[0])) for naam in ROLLEN if naam not in (ANONIEM, GEDEACTIVEERD)
    }
    gebruikers[GEDEACTIVEERD] = fabriek.maak_gebruiker(Rol.CONTROLLER, is_active=False)
    verband, ander = fabriek.maak_regeling(), fabriek.maak_regeling()
    beeindigd = fabriek.maak_verband(levensfase=Levensfase.BEEINDIGD, beeindigd_op=date(2026, 1, 1))
    fabriek.maak_accounthouder(verband, gebruikers[EIGEN])
    fabriek.maak_accounthouder(ander, gebruikers[ANDER])
    wereld = Wereld(gemeente, gebruikers, verband, ander, beeindigd)
    weg = _rijen(verband, ander, gebruikers["controller"])
    wereld.weg = {sleutel: _weg(rij) for sleutel, rij in reversed(weg.items())}  # what hangs on another row first
    wereld.rijen = _rijen(verband, ander, gebruikers["controller"])
    wereld.rijen_ander = _rijen(ander, verband, gebruikers["controller"])
    wereld.overig = [*_overig(verband), _afhandeling(verband, gebruikers["controller"])]
    wereld.voorstel = _voorstel(verband)
    _edities(gebruikers)
    wereld.raadswerk = raadswerk(verband, ander, gebruikers)
    wereld.nummers = _nummers(wereld, gebruikers)
    wereld.overig += met_tekst(wereld.nummers["evaluatie_id"]["oordeel"])
    wereld.log_in()
    return wereld


def _nummers(wereld: Wereld, gebruikers: dict[str, Gebruiker]) -> dict[str, dict[str, Any]]:
    afwegingen_ = _afwegingen(wereld.verband, gebruikers["controller"], gebruikers["beheerder"])
    sessies = belangsessies(gebruikers, wereld.ander)
    werk = wereld.raadswerk.nummers()
    agenda, kalendersleutel = _agenda(gebruikers["raadslid"])
    deelname: Any = wereld.rijen["deelnemers"]
    return {
        "afweging_id": afwegingen_,
        "versie_id": afwegingen_,
        "organisatie_id": {"partner": deelname.organisatie_id, "onze": fabriek.onze_organisatie().pk},
        "sessie_id": sessies,
        "deelnemer_id": belangdeelnemers(sessies),
        "evaluatie_id": evaluatierondes(gebruikers, wereld.verband),
        "gemeentepunt_id": {"gemeente": fabriek.maak_ontwikkelpunt(None).pk},
        **werk,
        "vraag_id": werk["vraag_id"] | {"vraag": _kennis(gebruikers)},
        "dag_id": agenda,
        "abonnement_id": agenda,
        "sleutel": {"geldig": kalendersleutel},
        "merk": {"eigen": _merk(wereld.verband), "ander": _merk(wereld.ander)},
        "document_id": {"eigen": wereld.rijen["bestanden"].pk, "ander": wereld.rijen_ander["bestanden"].pk},
        "moment_id": {"eigen": wereld.rijen["momenten"].pk, "ander": wereld.rijen_ander["momenten"].pk},
    }


def _merk(verband: Samenwerkingsverband) -> str:
    """The mark of the signal about the Wgr-check."""
    meldingen = lees(Peildatum(timezone.localdate()), verband.pk)
    return next(een.signaal.merk for een in meldingen if een.signaal.regel.sleutel == "wgr_niet_geregeld")


def _kennis(gebruikers: dict[str, Gebruiker]) -> int:
    """A published article with a question, one that the griffie is writing, and one that was reviewed; the question."""
    gids = fabriek.maak_artikel("gids", titel="Gids (verzonnen)", tekst="Een verzonnen tekst.")
    in_de_maak = fabriek.maak_artikel("in-de-maak", status=Status.CONCEPT, schrijver=gebruikers["griffie"])
    maak_bijlage(in_de_maak)
    maak_bijlage(in_de_maak, "Een beeld", bestand=maak_beeld(door=gebruikers["griffie"]))
    maak_artikel_met("met-bijlage", 2, titel="Met bijlage (verzonnen)", schrijver=gebruikers["griffie"])
    fabriek.maak_artikel("nagekeken-stuk", status=Status.NAGEKEKEN)
    gesteld = lezers.vraag(artikel=gids.artikel, tekst="Verzonnen vraag?", door=gebruikers["raadslid"], op=fabriek.NU)
    return int(gesteld.pk)


def _agenda(raadslid: Gebruiker) -> tuple[dict[str, int], str]:
    """A meeting, a recess and a subscription of the raadslid; with the key of its address."""
    fabriek.maak_raadskalender(date(2027, 6, 22), reces=(date(2027, 7, 10), date(2027, 8, 29)))
    abonnement, sleutel = abonnementen.neem(inhoud="raad", verband=None, door=raadslid, op=fabriek.NU)
    nummers = {
        "vergadering": Raadsvergadering.objects.get().pk,
        "reces": Reces.objects.get().pk,
        "abonnement": abonnement.pk,
    }
    return nummers, sleutel


def _rijen(verband: Samenwerkingsverband, ander: Samenwerkingsverband, auteur: Gebruiker) -> dict[str, Gevolgd]:
    """One saved row per section of the edit screens that has rows."""
    rijen: dict[str, Any] = {
        "belang": Belangwijziging(verband=verband, jaar=2025, tekst="verzonnen wijziging"),
        "programmas": _programmadeel(verband),
        "deelnemers": fabriek.maak_deelname(verband, fabriek.maak_organisatie(), kostenaandeel=Decimal(10), stemmen=2),
        "zeggenschap": Zeggenschap(
            verband=verband, orgaan=Bestuursorgaan.ALGEMEEN_BESTUUR,
            principe=Zeggenschap.Principe.GEWOGEN, onze_stemmen=1, totaal_stemmen=10, bron="verzonnen",
        ),
        "uitleg": Zeggenschapsuitleg(verband=verband, orgaan=Bestuursorgaan.ALGEMEEN_BESTUUR, maat="kosten",
                                     principe="afspraak", uitleg="verzonnen uitleg", bron="verzonnen",
                                     datum=date(2026, 3, 1)),
        "vertegenwoordiging": Vertegenwoordiging(
            verband=verband, orgaan=Bestuursorgaan.ALGEMEEN_BESTUUR, wie="wethouder verzonnen"
        ),
        "team": Teamlid(verband=verband, kant=Teamlid.Kant.FINANCIEN, wie="adviseur verzonnen"),
        "risicos": fabriek.maak_risico(verband, beheersmaatregel="verzonnen maatregel"),
        "bestanden": fabriek.maak_document(verband),
        "documenten": Verwijzing(
            verband=verband, soort=Verwijzing.Soort.WEBSITE, titel="verzonnen stuk",
            url=f"https://stuk{Verwijzing.objects.count()}.example/",
        ),
        "samenhang": Samenhang(verband=verband, met=ander, onderwerp="verzonnen", uitleg="verzonnen uitleg"),
        "stand": fabriek.maak_stand(verband, auteur=auteur),
        "belangrijkheid": fabriek.maak_belangrijkheid(verband, mandaat="verzonnen mandaat", bron="verzonnen besluit"),
        "momenten": Moment(verband=verband, datum=date(2027, 3, 1), wie=Moment.Wie.RAAD, titel="verzonnen moment",
                           rol_raad=Moment.RolRaad.BESLUITVORMING, invloed="verzonnen invloed",
                           url="https://moment.example/"),
        "stukken": fabriek.maak_ronde(verband, ontvangen=date(2026, 4, 13), bron="verzonnen brief"),
        "wgr": Wgrpunt(verband=verband, onderwerp="evaluatie", stand=Wgrpunt.Stand.GEREGELD,
                       artikel="verzonnen artikel", url="https://regeling.example/", toelichting="verzonnen",
                       nagekeken_op=date(2026, 3, 1)),
        "regime": Regimepunt(verband=verband, keuze="informatieprotocol", naam="Informatieprotocol",
                             vindplaats="verzonnen", url="https://regime.example/", nagekeken_op=date(2026, 3, 1)),
        "ontwikkelagenda": Ontwikkelpunt(verband=verband, titel="verzonnen punt"),
        "doelen": (doel := fabriek.maak_doel(verband, bron="verzonnen bron", lokaal="verzonnen", invloed="verzonnen")),
        "metingen": fabriek.maak_meting(doel, toelichting="verzonnen toelichting"),
        "doeloordelen": fabriek.maak_doeloordeel(doel, auteur=auteur, onderbouwing="verzonnen onderbouwing"),
        "standpunten": Standpunt(verband=verband, partij=fabriek.onze_organisatie(), datum=date(2026, 3, 1),
                                 perspectief=Standpunt.Perspectief.SAMEN_PER_VERBAND, belangen="verzonnen belang",
                                 bron="verzonnen gesprek", url="https://gesprek.example/"),
        "aandelen": Partijaandeel(verband=verband, partij=fabriek.onze_organisatie(), jaar=2026, doet="verzonnen werk",
                                  deel_taak=Decimal(40), deel_baten=Decimal(40), deel_sleutel=Decimal(30),
                                  kosten=Decimal(10), baten=Decimal(20), resultaat="verzonnen", bron="verzonnen"),
        "zelfcheck": Spelerspunt(verband=verband, jaar=2026, punt="betrokken", oordeel=Spelerspunt.Oordeel.GOED,
                                 bewijs="verzonnen bewijs"),
    }  # fmt: skip
    for rij in rijen.values():
        if rij.pk is None:
            bewaar(rij, door=None, op=fabriek.NU)
    assert set(rijen) == {deel.sleutel for deel in onderdelen.alle() if deel.rijen}
    return rijen


def _programmadeel(verband: Samenwerkingsverband) -> Any:
    fabriek.maak_programma(verband, aandeel=Decimal(20))
    return verband.programmadelen.latest("id")


def _weg(rij: Any) -> int:
    """Remove the row again; its number, which only history still knows."""
    nummer: int = rij.pk
    verwijder(rij, door=None, op=fabriek.NU)
    return nummer


def _overig(verband: Samenwerkingsverband) -> list[Any]:
    """Rows that no section shows as such: figures, a gap, a portfolio and a version of the text."""
    portefeuille = fabriek.maak_portefeuille()
    verband.portefeuille = portefeuille
    bewaar(verband, door=None, op=fabriek.NU)
    versie = Regelingversie(verband=verband, roo_regeling="12345", titel="verzonnen regeling")
    bewaar(versie, door=None, op=fabriek.NU)
    voortgang = [
        fabriek.maak_voortgang(verband, 2024),
        fabriek.maak_voortgang(verband, risicos="verzonnen risico", veranderd="verzonnen", klaar=False),
    ]
    jaren = [fabriek.maak_cijfer(verband, jaar) for jaar in range(2022, 2028)]
    return [
        portefeuille,
        versie,
        *voortgang,
        *jaren,
        fabriek.maak_cijfer(verband, 2021, bedrag=None, gevraagd_aan="het verband"),
    ]


def _afhandeling(verband: Samenwerkingsverband, door: Gebruiker) -> Signaalafhandeling:
    """What was done with a signal that is no longer there."""
    rij = Signaalafhandeling(
        verband=verband, regel="status_oud", merk="verzonnen", signaal="verzonnen signaal", uitkomst="afgehandeld",
        uitleg="verzonnen uitleg", door=door, datum=date(2026, 5, 1),
    )  # fmt: skip
    bewaar(rij, door=None, op=fabriek.NU)
    return rij


def _edities(gebruikers: dict[str, Gebruiker]) -> None:
    """Of the jaarstukken 2025 an adopted list, and the concept of a correction."""
    griffie, controller = gebruikers["griffie"], gebruikers["controller"]
    vast: dict[str, Any] = {"soort": "jaarstukken", "jaar": 2025}
    editie = edities.begin(**vast, door=griffie, op=fabriek.NU)
    editie = edities.zet_klaar(editie=editie, ontbreekt=0, door=griffie, op=fabriek.NU)
    inhoud = lijst(partij(), **vast)
    edities.stel_vast(editie=editie, gegevens=inhoud, pdf=leeg_document(), ontbreekt=0, door=controller, op=fabriek.NU)
    edities.begin(**vast, correctie="verzonnen correctie", door=griffie, op=fabriek.NU)


def _afwegingen(verband: Samenwerkingsverband, door: Gebruiker, beheerder: Gebruiker) -> dict[str, int]:
    """A weighing with a choice, after that one that is open, and a concept of a next version of the instrument."""
    fabriek.maak_afwegingskader()
    gekozen = afwegingen.begin(verband=verband, aanleiding="verzonnen", door=door, op=fabriek.NU)
    fabriek.geef_antwoord(gekozen, door, aard_taak="afstemmen")
    gegevens = {"motivering": "verzonnen motivering", "besluit_van": "college", "besloten_op": date(2026, 5, 1)}
    afwegingen.kies(
        afweging=gekozen, vorm="netwerk", rollen=[], afspraken=[], gegevens=gegevens, door=door, op=fabriek.NU
    )
    loopt = afwegingen.begin(verband=verband, aanleiding="verzonnen", door=door, op=fabriek.NU)
    fabriek.geef_antwoord(loopt, door, aard_taak="uitvoeren")
    concept = instrumenten.begin_concept(soort="afwegingskader", door=beheerder, op=fabriek.NU)
    handreiking = Instrumentversie.objects.geldend("politieke_relevantie")
    handreikingconcept = instrumenten.begin_concept(soort="politieke_relevantie", door=beheerder, op=fabriek.NU)
    ladder = Instrumentversie.objects.geldend("prestatieladder")
    evaluatiekader = Instrumentversie.objects.geldend("evaluatiekader")
    kaderconcept = instrumenten.begin_concept(soort="evaluatiekader", door=beheerder, op=fabriek.NU)
    ladderconcept = instrumenten.begin_concept(soort="prestatieladder", door=beheerder, op=fabriek.NU)
    return {
        "gekozen": gekozen.pk,
        "afweging": loopt.pk,
        "instrument": loopt.instrument_id,
        "concept": concept.pk,
        "handreiking": handreiking.pk,
        "handreikingconcept": handreikingconcept.pk,
        "ladder": ladder.pk,
        "ladderconcept": ladderconcept.pk,
        "evaluatiekader": evaluatiekader.pk,
        "kaderconcept": kaderconcept.pk,
    }


def _voorstel(verband: Samenwerkingsverband) -> Voorstel:
    voorstel = Voorstel(
        verband=verband, soort=Voorstel.Soort.VELD, sleutel="vestigingsplaats", omschrijving="Vestigingsplaats",
        nu="", register="Elders", waarde={"nu": "", "register": "Elders", "kenmerk": "Elders"},
        bestand_van=date(2026, 5, 16),
    )  # fmt: skip
    bewaar(voorstel, door=None, op=fabriek.NU)
    return voorstel
