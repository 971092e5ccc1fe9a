"""What the register knows of one partnership, as evidence for the principles; it never fills in what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from samenwerkingswijzer.bewijs import Bewijs, Bewijsstand, Verbandnaam
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import (
    Belangrijkheid,
    Deelname,
    Jaarcijfer,
    Klasse,
    Levensfase,
    Post,
    Programmadeel,
    Samenhang,
    Samenwerkingsverband,
    StandVanZaken,
    Vertegenwoordiging,
    Vorm,
)
from verbanden.models.keuzes import REGELINGEN

MET, DEELS, NIET, ONBEKEND = Bewijsstand.MET, Bewijsstand.DEELS, Bewijsstand.NIET, Bewijsstand.ONBEKEND
JAAR, HALFJAAR = timedelta(days=365), timedelta(days=183)
PRIVAAT = frozenset({Vorm.NV, Vorm.BV, Vorm.COOPERATIE, Vorm.STICHTING, Vorm.VERENIGING})
VAN_DE_RAAD = frozenset({Klasse.POLITIEK, Klasse.POLITIEK_ZEER})


@dataclass(frozen=True)
class Feiten:
    """What is read of one partnership on a day."""

    verband: Any
    dag: date
    besluit: Any
    stand: Any
    bijdrage: Any
    deelnemers: bool
    vertegenwoordigd: bool
    programma: bool
    samenhang: bool

    @property
    def url(self) -> str:
        return str(self.verband.get_absolute_url())


def bewijzen(peildatum: Peildatum, verband_id: int) -> list[Bewijs]:
    """The evidence of the register; eight queries, one when there is no such partnership."""
    feiten = _lees(peildatum, verband_id)
    if feiten is None:
        return []
    delen = (_ambitie, _kosten, _gevolgd, _helder, _vorm, _keuzes, _samenhang, _zicht, _mandaat)
    return [bewijs for deel in delen for bewijs in deel(feiten)]


def verbandnamen(peildatum: Peildatum) -> list[Verbandnaam]:
    """Every partnership on a day, also those that ended; one query."""
    rijen = Samenwerkingsverband.objects.op(peildatum.moment).values_list(
        "id", "slug", "naam", "korte_naam", "levensfase"
    )
    return [
        Verbandnaam(id_, slug, korte_naam or naam, _adres(slug), fase != Levensfase.BEEINDIGD)
        for id_, slug, naam, korte_naam, fase in rijen
    ]


def _adres(slug: str) -> str:
    return str(Samenwerkingsverband(slug=slug).get_absolute_url())


def _lees(peildatum: Peildatum, verband_id: int) -> Feiten | None:
    moment, dag = peildatum.moment, peildatum.dag
    verband = Samenwerkingsverband.objects.op(moment, id=verband_id).first()
    if verband is None:
        return None
    van = {"verband_id": verband_id}
    cijfers = Jaarcijfer.objects.op(moment, **van, jaar=dag.year, post=Post.BIJDRAGE)
    return Feiten(
        Samenwerkingsverband(**{veld: getattr(verband, veld) for veld in VELDEN}),
        dag,
        Belangrijkheid.objects.op(moment, **van).laatste(dag).first(),
        StandVanZaken.objects.op(moment, **van).laatste(dag).first(),
        cijfers.order_by("bedrag").first(),
        Deelname.objects.op(moment, **van).geldig(dag).exists(),
        Vertegenwoordiging.objects.op(moment, **van).geldig(dag).exists(),
        Programmadeel.objects.op(moment, **van).exists(),
        Samenhang.objects.op(moment, **van).exists(),
    )


VELDEN = ("id", "slug", "vorm", "doel", "meerwaarde", "motieven", "belangrijkste_motieven", "rollen")


def _ambitie(f: Feiten) -> Iterator[Bewijs]:
    motief = bool(f.verband.belangrijkste_motieven)
    zin = "Het belangrijkste motief is ingevuld." if motief else "Er is geen belangrijkste motief ingevuld."
    yield Bewijs("meer_ambitie", MET if motief else NIET, zin, f.url)
    yield Bewijs("meer_ambitie", ONBEKEND, "Of het doel is gehaald, staat nog niet als meting in het portaal.")


def _kosten(f: Feiten) -> Iterator[Bewijs]:
    bekend = f.bijdrage is not None and f.bijdrage.bedrag is not None
    if bekend:
        yield Bewijs("minder_kosten", MET, f"Onze bijdrage in {f.dag.year} is bekend.", f.url)
    else:
        yield Bewijs("minder_kosten", ONBEKEND, f"Onze bijdrage in {f.dag.year} is niet bekend.", f.url)
    yield Bewijs("minder_kosten", ONBEKEND, "Een vergelijking met zelf doen of met anderen is er niet.")


def _gevolgd(f: Feiten) -> Iterator[Bewijs]:
    opgeschreven = bool(f.verband.meerwaarde.strip())
    zin = "De meerwaarde is opgeschreven." if opgeschreven else "Er is geen meerwaarde opgeschreven."
    yield Bewijs("meerwaarde_gevolgd", MET if opgeschreven else NIET, zin, f.url)
    yield Bewijs("meerwaarde_gevolgd", *_van_stand(f, JAAR), f.url)


def _van_stand(f: Feiten, hoelang: timedelta) -> tuple[Bewijsstand, str]:
    if f.stand is None:
        return ONBEKEND, "Er is nog geen stand van zaken."
    recent = f.dag - f.stand.datum <= hoelang
    return (MET if recent else DEELS), f"De laatste stand van zaken is van {datum(f.stand.datum)}."


def _helder(f: Feiten) -> Iterator[Bewijs]:
    delen = {
        "het doel": bool(f.verband.doel.strip()),
        "de deelnemers": f.deelnemers,
        "onze rollen": bool(f.verband.rollen.strip()),
        f"de kosten van {f.dag.year}": f.bijdrage is not None,
    }
    yield _telling("helder_wie_wat_kost", delen, f.url, meeste=2)


def _zicht(f: Feiten) -> Iterator[Bewijs]:
    delen = {
        "de motieven": bool(f.verband.motieven),
        "het doel": bool(f.verband.doel.strip()),
        "de deelnemers": f.deelnemers,
        f"de kosten van {f.dag.year}": f.bijdrage is not None,
        "een stand van zaken van het laatste halfjaar": f.stand is not None and f.dag - f.stand.datum <= HALFJAAR,
    }
    yield _telling("zicht_per_verband", delen, f.url, meeste=1)


def _telling(uitgangspunt: str, delen: dict[str, bool], url: str, *, meeste: int) -> Bewijs:
    """All there is met; at most `meeste` missing is partly."""
    weg = [naam for naam, er in delen.items() if not er]
    if not weg:
        return Bewijs(uitgangspunt, MET, f"Ingevuld: {_opsomming(list(delen))}.", url)
    return Bewijs(uitgangspunt, DEELS if len(weg) <= meeste else NIET, f"Nog niet ingevuld: {_opsomming(weg)}.", url)


def _opsomming(woorden: list[str]) -> str:
    return " en ".join([", ".join(woorden[:-1]), woorden[-1]]) if len(woorden) > 1 else woorden[0]


def _vorm(f: Feiten) -> Iterator[Bewijs]:
    naam = Vorm(f.verband.vorm).label.lower()
    if f.verband.vorm in REGELINGEN:
        yield Bewijs("verlengd_lokaal_bestuur", MET, f"De vorm is publiek: {naam}.", f.url)
    elif f.verband.vorm in PRIVAAT:
        zin = f"De vorm is privaat: {naam}. Of de raad daarover is gehoord, staat niet in het portaal."
        yield Bewijs("verlengd_lokaal_bestuur", ONBEKEND, zin, f.url)


def _keuzes(f: Feiten) -> Iterator[Bewijs]:
    if f.besluit is None or f.besluit.klasse not in VAN_DE_RAAD:
        return
    er = bool(f.besluit.onderwerpen)
    zin = (
        "Raad en college noemden onderwerpen voor de raad." if er else "Er zijn geen onderwerpen voor de raad genoemd."
    )
    yield Bewijs("aandacht_voor_keuzes", DEELS if er else NIET, zin, f.url)


def _samenhang(f: Feiten) -> Iterator[Bewijs]:
    zin = "Het verband is gekoppeld aan een programma." if f.programma else "Er is geen koppeling aan een programma."
    yield Bewijs("samenhang_te_zien", MET if f.programma else NIET, zin, f.url)
    er = "De samenhang met andere verbanden of beleid is beschreven."
    yield Bewijs(
        "samenhang_te_zien",
        MET if f.samenhang else NIET,
        er if f.samenhang else "Er is geen samenhang beschreven.",
        f.url,
    )


def _mandaat(f: Feiten) -> Iterator[Bewijs]:
    if f.besluit is None or not f.besluit.mandaat.strip():
        yield Bewijs("helder_mandaat", NIET, "Er is geen mandaat van het college vastgelegd.", f.url)
    else:
        recent = f.dag - f.besluit.datum <= JAAR
        zin = f"Het mandaat van het college is van {datum(f.besluit.datum)}."
        yield Bewijs("helder_mandaat", MET if recent else DEELS, zin, f.url)
    zin = (
        "Wie ons vertegenwoordigt, is bekend." if f.vertegenwoordigd else "Wie ons vertegenwoordigt, is niet ingevuld."
    )
    yield Bewijs("helder_mandaat", MET if f.vertegenwoordigd else ONBEKEND, zin, f.url)
