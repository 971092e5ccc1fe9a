"""The three key figures of a dashboard: contribution, equity, result."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from samenwerkingswijzer.grafieken import Punt, sparklijn_svg, staven_svg
from samenwerkingswijzer.opmaak import datum, kop, miljoen, procent
from verbanden.dashboard.lezing import Lezing, Reeks
from verbanden.models import Jaarcijfer, Post
from verbanden.models.keuzes import RECHTSPERSONEN
from verbanden.regels.cijfers import is_verwacht, solvabiliteit, tekortjaren, verschil

JAREN = 5
GRAFIEK = {"breedte": 120, "hoogte": 60}
RANGTELWOORDEN = {2: "Tweede", 3: "Derde", 4: "Vierde", 5: "Vijfde"}
GEEN_RECHTSPERSOON = "Dit verband is geen rechtspersoon."


@dataclass(frozen=True)
class Kerncijfer:
    """A headline with its note and chart; `waarde` is empty when there is none, then `ontbreekt` says why."""

    titel: str
    waarde: str = ""
    ontbreekt: str = ""
    kern: str = ""
    noot: str = ""
    grafiek: SafeString = SafeString("")


def kerncijfers(lezing: Lezing) -> list[Kerncijfer]:
    """Contribution, equity and result, always these three in this order."""
    return [bijdrage(lezing), eigen_vermogen(lezing), resultaat(lezing)]


def bijdrage(lezing: Lezing) -> Kerncijfer:
    """Our contribution for the last known year, and how it changed."""
    reeks = lezing.reeks(Post.BIJDRAGE)
    gemeente = lezing.gemeente.naam
    if not reeks:
        return Kerncijfer(f"Bijdrage {gemeente}", ontbreekt="nog niet ingevuld", noot=lezing.aan_zet)
    jaar = reeks.laatste
    cijfer, vorig = reeks.cijfers[jaar], reeks.bedrag(jaar - 1)
    grafiek = sparklijn_svg(
        _punten(reeks, jaar), f"Bijdrage van {gemeente} per jaar", jaartallen=True, kleuren=lezing.kleuren, **GRAFIEK
    )
    titel = f"Bijdrage {gemeente} {jaar}"
    if cijfer.bedrag is None:
        noot = f"{_gevraagd(cijfer)} In {jaar - 1}: {kop(vorig)}" if vorig is not None else _gevraagd(cijfer)
        return Kerncijfer(titel, ontbreekt="niet opgegeven", noot=noot, grafiek=grafiek)
    groei = verschil(cijfer.bedrag, vorig) if vorig is not None else None
    stadium = f"({cijfer.get_stadium_display().lower()})"
    if groei is None:
        return Kerncijfer(titel, kop(cijfer.bedrag), noot=stadium, grafiek=grafiek)
    kern = "Evenveel" if groei == 0 else f"{procent(abs(groei))} {'meer' if groei > 0 else 'minder'}"
    noot = f"{'als' if groei == 0 else 'dan'} in {jaar - 1} {stadium}"
    return Kerncijfer(titel, kop(cijfer.bedrag), kern=kern, noot=noot, grafiek=grafiek)


def eigen_vermogen(lezing: Lezing) -> Kerncijfer:
    """Equity at the end of the last known year, with the solvency."""
    reeks, vreemd = lezing.reeks(Post.EIGEN_VERMOGEN_EIND), lezing.reeks(Post.VREEMD_VERMOGEN_EIND)
    if not reeks:
        return _zonder(lezing, "Eigen vermogen")
    jaar = reeks.laatste_werkelijk
    cijfer = reeks.cijfers[jaar]
    grafiek = sparklijn_svg(
        _punten(reeks, jaar),
        "Eigen vermogen aan het eind van het jaar",
        jaartallen=True,
        kleuren=lezing.kleuren,
        **GRAFIEK,
    )
    titel = f"Eigen vermogen {jaar}"
    if cijfer.bedrag is None:
        return Kerncijfer(titel, ontbreekt="niet opgegeven", noot=_gevraagd(cijfer), grafiek=grafiek)
    nu, eerder = _solvabiliteit(reeks, vreemd, jaar), _eerste_solvabiliteit(reeks, vreemd, jaar)
    stadium = f"({cijfer.get_stadium_display().lower()})"
    kern = f"Solvabiliteit {procent(nu, 0)}" if nu is not None else ""
    noot = f"(eind {eerder[0]} was dit {procent(eerder[1], 0)})" if nu is not None and eerder[0] < jaar else stadium
    return Kerncijfer(titel, kop(cijfer.bedrag), kern=kern, noot=noot, grafiek=grafiek)


def resultaat(lezing: Lezing) -> Kerncijfer:
    """The result of the last known year, and how long there have been deficits."""
    reeks = lezing.reeks(Post.RESULTAAT)
    if not reeks:
        return _zonder(lezing, "Resultaat")
    jaar = reeks.laatste_werkelijk
    cijfer = reeks.cijfers[jaar]
    grafiek = staven_svg(_punten(reeks, jaar), "Resultaat per jaar", kleuren=lezing.kleuren, **GRAFIEK)
    titel = f"Resultaat {jaar}"
    if cijfer.bedrag is None:
        return Kerncijfer(titel, ontbreekt="niet opgegeven", noot=_gevraagd(cijfer), grafiek=grafiek)
    tekorten = tekortjaren({j: c.bedrag for j, c in reeks.cijfers.items() if j <= jaar and c.bedrag is not None})
    stadium = f"({cijfer.get_stadium_display().lower()} cijfer)"
    return Kerncijfer(titel, miljoen(cijfer.bedrag), kern=_tekort(tekorten), noot=stadium, grafiek=grafiek)


def _tekort(jaren: int) -> str:
    if jaren == 0:
        return "Geen tekort"
    return "Een tekort" if jaren == 1 else f"{RANGTELWOORDEN.get(jaren, f'{jaren}e')} jaar met tekort"


def _punten(reeks: Reeks, laatste: int) -> tuple[Punt, ...]:
    """Five years up to the last one for a chart; a year in between without a figure leaves a gap."""
    jaren = range(max(min(reeks.cijfers), laatste - JAREN + 1), laatste + 1)
    return tuple((jaar, reeks.bedrag(jaar), _verwacht(reeks, jaar)) for jaar in jaren)


def _verwacht(reeks: Reeks, jaar: int) -> bool:
    return jaar in reeks.cijfers and is_verwacht(reeks.cijfers[jaar].stadium)


def _solvabiliteit(eigen: Reeks, vreemd: Reeks, jaar: int) -> Decimal | None:
    ev, vv = eigen.bedrag(jaar), vreemd.bedrag(jaar)
    return None if ev is None or vv is None else solvabiliteit(ev, vv)


def _eerste_solvabiliteit(eigen: Reeks, vreemd: Reeks, laatste: int) -> tuple[int, Decimal]:
    """The earliest year (within the chart) for which the solvency is known, and that solvency."""
    for jaar, _, _ in _punten(eigen, laatste):
        waarde = _solvabiliteit(eigen, vreemd, jaar)
        if waarde is not None:
            return jaar, waarde
    return laatste, Decimal(0)


def _gevraagd(cijfer: Jaarcijfer) -> str:
    return f"Gevraagd op {datum(cijfer.gevraagd_op)}." if cijfer.gevraagd_op else ""


def _zonder(lezing: Lezing, titel: str) -> Kerncijfer:
    """No figure at all: not applicable without legal personality, otherwise not filled in yet."""
    if lezing.verband.vorm in RECHTSPERSONEN:
        return Kerncijfer(titel, ontbreekt="nog niet ingevuld", noot=lezing.aan_zet)
    return Kerncijfer(titel, ontbreekt="niet van toepassing", noot=GEEN_RECHTSPERSOON)
