"""The piece of a text that says why it was found. Pure; the template escapes every part."""

from __future__ import annotations

import re
import string
from collections.abc import Set
from dataclasses import dataclass

from samenwerkingswijzer.zoeken.woorden import vouw

LENGTE, AANLOOP, MEESTE = 220, 60, 40
TEKENS_VAN_WOORD = frozenset(string.ascii_lowercase + string.digits)
Deel = tuple[str, bool]


@dataclass(frozen=True)
class Markering:
    """What to mark: whole words out of `woorden`; `stammen` are the few pieces of which each holds one."""

    woorden: frozenset[str]
    stammen: frozenset[str]

    def plekken(self, gevouwen: str) -> list[tuple[int, int]]:
        """Where such words stand in a text of small letters: from and to, the first `MEESTE`."""
        if not self.stammen:
            return []
        gevonden: list[tuple[int, int]] = []
        for treffer in re.finditer("|".join(map(re.escape, sorted(self.stammen))), gevouwen):
            plek = _heel_woord(gevouwen, *treffer.span())
            if gevouwen[slice(*plek)] in self.woorden and plek not in gevonden[-1:]:
                gevonden.append(plek)
                if len(gevonden) == MEESTE:
                    break
        return gevonden


def markering(woorden: Set[str], stammen: Set[str]) -> Markering:
    """Mark these words; one that holds none of the stems ('uittreedsom' for 'uittred') is its own piece."""
    eigen = {woord for woord in woorden if not any(stam in woord for stam in stammen)}
    return Markering(frozenset(woorden), frozenset(stammen | eigen))


def _heel_woord(tekst: str, van: int, tot: int) -> tuple[int, int]:
    while van > 0 and tekst[van - 1] in TEKENS_VAN_WOORD:
        van -= 1
    while tot < len(tekst) and tekst[tot] in TEKENS_VAN_WOORD:
        tot += 1
    return van, tot


def fragment(tekst: str, markering: Markering) -> list[Deel]:
    """At most `LENGTE` signs around the best place, in parts: (text, whether it was looked for)."""
    gevouwen = vouw(tekst)
    plekken = markering.plekken(gevouwen)
    begin, eind = _venster(tekst, _beste(gevouwen, plekken))
    delen = _delen(tekst, begin, eind, [plek for plek in plekken if begin <= plek[0] and plek[1] <= eind])
    voor = [("… ", False)] if begin else []
    return [*voor, *delen, *([(" …", False)] if eind < len(tekst) else [])]


def merk(titel: str, markering: Markering) -> list[Deel]:
    """A whole title in parts."""
    return _delen(titel, 0, len(titel), markering.plekken(vouw(titel)))


def _beste(gevouwen: str, plekken: list[tuple[int, int]]) -> int:
    """Where the piece with the most different words begins; the first of those."""
    beste, meeste = 0, 0
    for begin, _ in plekken:
        hier = {gevouwen[van:tot] for van, tot in plekken if begin <= van and tot <= begin + LENGTE - AANLOOP}
        if len(hier) > meeste:
            beste, meeste = begin, len(hier)
    return beste


def _venster(tekst: str, plek: int) -> tuple[int, int]:
    """From where to where we quote: whole words, from the start of the sentence when that is near."""
    begin = 0
    if plek > AANLOOP:
        zin = max(tekst.rfind(teken, plek - 2 * AANLOOP, plek) for teken in (". ", "? ", "! "))
        begin = zin + 2 if zin >= 0 else tekst.find(" ", plek - AANLOOP, plek) + 1 or plek
    eind = begin + LENGTE
    if eind >= len(tekst):
        return begin, len(tekst)
    spatie = tekst.rfind(" ", begin, eind)
    return begin, spatie if spatie > begin else eind


def _delen(tekst: str, begin: int, eind: int, plekken: list[tuple[int, int]]) -> list[Deel]:
    delen: list[Deel] = []
    for van, tot in plekken:
        delen += [(tekst[begin:van], False), (tekst[van:tot], True)]
        begin = tot
    return [(stuk, raak) for stuk, raak in [*delen, (tekst[begin:eind], False)] if stuk]
