"""Views beside a choice as a reader gets them: who would choose what, and whether that is the advice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from governance.afweging import Lezing
from governance.models import Afwegingsoordeel
from samenwerkingswijzer.peildatum import Peildatum


@dataclass(frozen=True)
class Standpuntregel:
    """One view: the row, the name of the form, and what it says beside the advice."""

    oordeel: Any
    vorm: str
    volgt: bool
    kan: bool

    @property
    def woord(self) -> str:
        """Beside the advice in words."""
        if not self.kan:
            return "kan bij deze antwoorden niet volgens de wet"
        return "volgt het advies" if self.volgt else "wijkt af van het advies"


def oordelen(lezing: Lezing, peildatum: Peildatum) -> list[Standpuntregel]:
    """The views on this weighing on the reference date, those that differ from the advice first; one query."""
    regels = [_regel(lezing, rij) for rij in Afwegingsoordeel.objects.van(lezing.afweging.id, peildatum.moment)]
    return sorted(regels, key=lambda regel: regel.volgt)


def van_auteur(regels: Sequence[Standpuntregel], auteur: int) -> Any:
    """The view of this person; None when there is none."""
    return next((regel.oordeel for regel in regels if regel.oordeel.auteur_id == auteur), None)


def _regel(lezing: Lezing, rij: Any) -> Standpuntregel:
    eerste = lezing.uitkomst.eerste if lezing.uitkomst.genoeg else None
    advies = lezing.keuze.advies if lezing.keuze else eerste.keuze.id if eerste else ""
    vorm = lezing.kader.keuze(rij.vorm)
    return Standpuntregel(rij, vorm.naam if vorm else rij.vorm, rij.vorm == advies, bool(lezing.uitkomst.van(rij.vorm)))
