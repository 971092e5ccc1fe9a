"""How much each word counts for a thing to find: more in its name, less in a long text (BM25 with fields). Pure."""

from __future__ import annotations

import re
from collections import Counter

from samenwerkingswijzer.zoeken.bron import Zoekstuk
from samenwerkingswijzer.zoeken.woorden import initialen, woorden

IN_TITEL, IN_NAMEN, IN_VERBAND, IN_TEKST = 6.0, 6.0, 2.5, 1.0
DEMPING = 3.0  # how fast a second mention counts for less
GEWOON = 150  # words in an ordinary text
MEESTE_TEKENS = 100_000


def namen(stuk: Zoekstuk) -> list[str]:
    """Everything it is called, also by its first letters."""
    genoemd = [deel for naam in (stuk.titel, *stuk.namen) for deel in (naam, *_delen(naam))]
    return [naam for naam in dict.fromkeys((*genoemd, *map(initialen, genoemd))) if naam]


def _delen(naam: str) -> list[str]:
    """What stands within and outside brackets: 'Metropoolregio (MRDH)' is called both."""
    if "(" not in naam:
        return []
    return [naam.partition("(")[0].strip(), *re.findall(r"\(([^()]+)\)", naam)]


def gewichten(stuk: Zoekstuk, soort: str) -> dict[str, float]:
    """Word -> weight between 0 and 1; the name of its kind counts as that of its partnership."""
    telling: Counter[str] = Counter()
    _tel(telling, stuk.titel, IN_TITEL)
    for naam in set(woorden(" ".join(namen(stuk)))) - set(woorden(stuk.titel)):
        telling[naam] += IN_NAMEN  # type: ignore[assignment]  # a Counter holds any number
    _tel(telling, f"{stuk.verband} {soort}", IN_VERBAND)
    lengte = _tel(telling, f"{stuk.bijschrift} {stuk.ook} {stuk.tekst[:MEESTE_TEKENS]}", IN_TEKST)
    demping = DEMPING * (0.6 + 0.4 * lengte / GEWOON)
    return {woord: round(aantal / (aantal + demping), 4) for woord, aantal in telling.items()}


def _tel(telling: Counter[str], tekst: str, gewicht: float) -> int:
    gevonden = woorden(tekst)
    for woord, aantal in Counter(gevonden).items():
        telling[woord] += gewicht * aantal  # type: ignore[assignment]  # a Counter holds any number
    return len(gevonden)
