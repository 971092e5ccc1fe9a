"""What was written down about an item, from one version of its text to the next. Pure.

People keep one text and add to it, above or below. Each note is what a version says that the one before did not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple


class Versie(NamedTuple):
    """The text of an item and its stand, as kept on a day."""

    dag: date
    stand: str
    tekst: str


class Aantekening(NamedTuple):
    """A note with the day on which it was written."""

    dag: date
    tekst: str


def aantekeningen(versies: Iterable[Versie]) -> Iterator[Aantekening]:
    """The notes in order of writing; a version without new words gives none."""
    was = ""
    for versie in versies:
        nieuw = _nieuw(was, versie.tekst.strip())
        if nieuw:
            yield Aantekening(versie.dag, nieuw)
        was = versie.tekst.strip()


def _nieuw(was: str, nu: str) -> str:
    """What `nu` adds to `was`; all of it when the text was written anew."""
    if nu == was:
        return ""
    if was and nu.startswith(was):
        return nu.removeprefix(was).strip()
    if was and nu.endswith(was):
        return nu.removesuffix(was).strip()
    return nu


def klaar_sinds(versies: Iterable[Versie], klaar: str) -> date | None:
    """On which day the last version became done; None when it is not done now. `klaar` is the stand that means so."""
    sinds: date | None = None
    for versie in versies:
        sinds = (sinds or versie.dag) if versie.stand == klaar else None
    return sinds
