"""Block 5: who does what and when; when the council is 'in stelling'."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from governance.models.moment import Moment
from samenwerkingswijzer.functies import Tijdlijnmoment
from samenwerkingswijzer.grafieken import Baan, Merk, tijdlijn_svg
from verbanden.dashboard.lezing import Lezing

OP_HET_KERNBEELD = 5
TERUG = timedelta(days=31)
MAANDEN_VOORUIT = 7
VAN_DE_RAAD = frozenset({Moment.Wie.RAAD.label, Moment.Wie.COMMISSIE.label})


def kern(lezing: Lezing) -> dict[str, Any] | None:
    """The timeline of the coming months and the next moments; None when there are none to come."""
    komend = [moment for moment in lezing.momenten if moment.datum >= lezing.dag]
    if not komend:
        return None
    return {
        "grafiek": tijdlijn(lezing),
        "momenten": komend[:OP_HET_KERNBEELD],
        "eerstvolgende": eerste_besluit(komend),
        "rest": max(len(komend) - OP_HET_KERNBEELD, 0),
    }


def tijdlijn(lezing: Lezing) -> Any:
    """Lanes of raad and college, from a month ago to some months ahead."""
    van = (lezing.dag - TERUG).replace(day=1)
    tot = _eind_van_maand(van, MAANDEN_VOORUIT + 1)
    return tijdlijn_svg(
        (
            Baan("Raad", tuple(merk(m) for m in lezing.momenten if m.wie in VAN_DE_RAAD)),
            Baan("College", tuple(merk(m) for m in lezing.momenten if m.wie == Moment.Wie.COLLEGE.label)),
        ),
        "Wat raad en college doen, en wanneer",
        van=van,
        tot_en_met=tot,
        vandaag=lezing.dag,
        kleuren=lezing.kleuren,
    )


def merk(moment: Tijdlijnmoment) -> Merk:
    """A moment as a mark in its lane."""
    return Merk(moment.datum, moment.titel, moment.beslist)


def eerste_besluit(momenten: list[Tijdlijnmoment]) -> Tijdlijnmoment | None:
    """The next moment at which the council decides."""
    return next((moment for moment in momenten if moment.beslist), None)


def meer(lezing: Lezing) -> dict[str, Any] | None:
    """All moments, past ones too."""
    return {"momenten": lezing.momenten, "dag": lezing.dag, "slug": lezing.verband.slug} if lezing.momenten else None


def aan_zet(lezing: Lezing) -> str:
    """Whose turn it is to plan, and since when."""
    return lezing.aan_zet


def _eind_van_maand(begin: date, maanden: int) -> date:
    """The last day of the month that lies this many months after `begin`."""
    maand = begin.month + maanden
    return date(begin.year + maand // 12, maand % 12 + 1, 1) - timedelta(days=1)
