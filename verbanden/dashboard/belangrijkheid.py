"""Block 3: whose attention the partnership asks, why, and what the college may do alone."""

from __future__ import annotations

from typing import Any

from samenwerkingswijzer.opmaak import datum
from verbanden.dashboard.feiten import Feit, feit, opsomming
from verbanden.dashboard.lezing import Lezing
from verbanden.models import Belangrijkheid, Klasse, Reden
from verbanden.models.keuzes import KLASSE_UITLEG


def kern(lezing: Lezing) -> dict[str, Any] | None:
    """The decision in force; None when there was none yet."""
    if not lezing.belangrijkheden:
        return None
    besluit = lezing.belangrijkheden[0]
    onderwerpen = tuple(besluit.onderwerpen)
    return {
        "feiten": [
            Feit("Klasse", f"{besluit.get_klasse_display()} ({besluit.besluit_van}, {datum(besluit.datum)})"),
            *([Feit("Daarnaast", daarnaast(besluit))] if besluit.ook else []),
            Feit("Waarom", waarom(besluit)),
            Feit("Onderwerpen voor de raad", "" if onderwerpen else "Geen", items=onderwerpen),
            feit(lezing, "Ruimte en mandaat", besluit.mandaat),
            *([feit(lezing, "Terug naar de raad bij", besluit.voorwaarden)] if besluit.voorwaarden else []),
        ]
    }


def daarnaast(besluit: Belangrijkheid) -> str:
    """The other classes that were ticked, as one sentence part."""
    return opsomming([Klasse(klasse).label.lower() for klasse in besluit.ook]).capitalize()


def waarom(besluit: Belangrijkheid) -> str:
    """Whose attention it asks, and the reasons: why it is a matter for the raad, or why not."""
    redenen = [Reden(reden).label.lower() for reden in besluit.redenen]
    return f"{KLASSE_UITLEG[besluit.klasse]}: {opsomming(redenen) or 'geen van de vier redenen gekozen'}"


def meer(lezing: Lezing) -> dict[str, Any] | None:
    """The class per year."""
    return {"besluiten": lezing.belangrijkheden} if lezing.belangrijkheden else None
