"""Guidance and terms for every page of the portal, remembered by each process.

A page with guidance must not cost a query more than one without. So what is published is read once, and again after
`HOUDBAAR` seconds or as soon as this process publishes something. Another process shows a new text that much later.
Guidance is help for who reads now; it follows today, also when a page shows an earlier day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from time import monotonic

from django.db.models.functions import Length
from django.urls import reverse

from kennisbank.models import Artikelversie, Soort
from kennisbank.models.artikel import VOORVOEGSELS
from kennisbank.regels.tekst import minuten
from samenwerkingswijzer.naslag import Begrip, Handreiking, Leespad

HOUDBAAR = 60.0
ALTIJD = float("inf")


@dataclass(frozen=True)
class Inhoud:
    """What pages may ask for: guidance per place, and terms by key."""

    plekken: dict[str, tuple[Handreiking, ...]] = field(default_factory=dict)
    begrippen: dict[str, Begrip] = field(default_factory=dict)
    leespaden: dict[str, Leespad] = field(default_factory=dict)

    @cached_property
    def termen(self) -> dict[str, Begrip]:
        """The terms by their words in small letters."""
        return {begrip.term.lower(): begrip for begrip in self.begrippen.values()}

    @cached_property
    def patroon(self) -> re.Pattern[str]:
        """Finds a term as a whole word, the longest first."""
        woorden = "|".join(map(re.escape, sorted(self.termen, key=len, reverse=True)))
        return re.compile(rf"(?<!\w)(?:{woorden or '(?!)'})(?!\w)", re.IGNORECASE)


class Geheugen:
    """Answers from memory (`samenwerkingswijzer.naslag.Naslag`)."""

    def __init__(self, klok: Callable[[], float] = monotonic) -> None:
        self._klok = klok
        self._slot = Lock()
        self._inhoud, self._tot = Inhoud(), 0.0

    def bij(self, plek: str) -> Sequence[Handreiking]:
        """The guidance for a place, in order of title."""
        return self._vers().plekken.get(plek, ())

    def begrip(self, sleutel: str) -> Begrip | None:
        """The term with this key."""
        return self._vers().begrippen.get(sleutel)

    def begrip_in(self, tekst: str) -> tuple[str, str, str, Begrip] | None:
        """The first term that stands in a text, with what is around it."""
        inhoud = self._vers()
        gevonden = inhoud.patroon.search(tekst)
        if gevonden is None:
            return None
        van, tot = gevonden.span()
        return tekst[:van], tekst[van:tot], tekst[tot:], inhoud.termen[gevonden[0].lower()]

    def leespad(self, rol: str) -> Leespad | None:
        """The reading path with the name of this role."""
        return self._vers().leespaden.get(rol)

    @property
    def begrippen(self) -> dict[str, Begrip]:
        """All terms by key."""
        return self._vers().begrippen

    def vergeet(self) -> None:
        """Read again at the next question."""
        with self._slot:
            self._tot = 0.0

    def onthoud(self, inhoud: Inhoud, *, tot: float = ALTIJD) -> None:
        """Keep this until then (on our own clock)."""
        with self._slot:
            self._inhoud, self._tot = inhoud, tot

    def _vers(self) -> Inhoud:
        nu = self._klok()
        if nu >= self._tot:
            self.onthoud(lees(), tot=nu + HOUDBAAR)
        return self._inhoud


def lees() -> Inhoud:
    """Everything that is published and that a page may ask for; one query."""
    velden = ("artikel__slug", "artikel__soort", "titel", "samenvatting", "plekken", "leespad", "stap")
    rijen = Artikelversie.objects.gepubliceerd().annotate(omvang=Length("tekst")).order_by("titel")
    plekken: dict[str, list[Handreiking]] = {}
    begrippen: dict[str, Begrip] = {}
    stappen: dict[str, list[tuple[int, str, int]]] = {}
    for slug, soort, titel, samenvatting, bij, pad, stap, omvang in rijen.values_list(*velden, "omvang"):
        url = reverse("kennisbank:artikel", args=[slug])
        if soort == Soort.BEGRIP:
            sleutel = slug.removeprefix(VOORVOEGSELS[Soort.BEGRIP]).replace("-", "_")
            begrippen[sleutel] = Begrip(titel, samenvatting, url)
        if pad:
            stappen.setdefault(pad, []).append((stap or 0, url, minuten(omvang)))
        for plek in bij:
            plekken.setdefault(plek, []).append(Handreiking(titel, samenvatting, url, minuten(omvang)))
    leespaden = {pad: _leespad(delen) for pad, delen in stappen.items()}
    return Inhoud({plek: tuple(rij) for plek, rij in plekken.items()}, begrippen, leespaden)


def _leespad(stappen: list[tuple[int, str, int]]) -> Leespad:
    """A path of steps (number, address, minutes)."""
    eerste = min(stappen)
    return Leespad(eerste[1], len(stappen), sum(duur for _, _, duur in stappen))


naslag = Geheugen()
