"""From what somebody typed to the words of the portal that may be meant.

A word finds itself, other forms of it (the Dutch stemmer of PostgreSQL), and compounds that hold it. A word that
stands nowhere is taken apart, or read as a typing error. All of it is looked up in the vocabulary of the index.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection

from samenwerkingswijzer.zoeken.typefout import afstand, mag_verschillen, varianten
from samenwerkingswijzer.zoeken.woorden import woorden

LANGSTE_VRAAG, MEESTE_TERMEN = 200, 8
# Words of a question that say nothing of what is asked for; the stemmer knows 'de' and 'van', but not these.
VRAAGWOORDEN = frozenset(
    """gaat hoe hoeveel komt krijgen kunnen moet moeten mogen nog onze waar waarom wanneer welk welke wie wij
    zullen""".split()  # noqa: SIM905  # twenty words read better in a row
)
ZELFDE, STAM = 1.0, 0.9
VOORAAN, ACHTERAAN, MIDDEN = 0.65, 0.6, 0.3
KORTSTE_DEEL = 4
TUSSENLETTERS = ("", "s", "e", "en", "n")
# The stem of a word is empty for a word that says nothing, such as 'de'.
VIND = r"""
    WITH getypt AS (
        SELECT nr, woord, (ts_lexize('dutch_stem', woord))[1] AS stam
        FROM unnest(%s::text[]) WITH ORDINALITY AS getypt(woord, nr)
    ), term AS MATERIALIZED (
        SELECT nr, woord, stam, regexp_replace(stam, '([a-z])\1', '\1', 'g') AS plat
        FROM getypt WHERE stam IS NOT NULL
    )
    SELECT term.nr, term.stam, term.plat, gevonden.id, gevonden.woord, gevonden.stam, gevonden.plat
    FROM term LEFT JOIN LATERAL (
        SELECT id, woord, stam, plat FROM samenwerkingswijzer_zoekwoord WHERE woord = term.woord
        UNION SELECT id, woord, stam, plat FROM samenwerkingswijzer_zoekwoord WHERE stam = term.plat
        UNION (
            SELECT id, woord, stam, plat FROM samenwerkingswijzer_zoekwoord
            WHERE length(term.stam) >= 4 AND woord LIKE '%%' || term.stam || '%%'
            ORDER BY length(woord), woord LIMIT 150
        )
        UNION (
            SELECT id, woord, stam, plat FROM samenwerkingswijzer_zoekwoord
            WHERE length(term.plat) >= 5 AND plat ~>=~ term.plat AND plat ~<~ (term.plat || '~')
            ORDER BY length(woord), woord LIMIT 150
        )
    ) AS gevonden ON true
"""
LIJKT_OP = """
    SELECT gezocht.nr, woord.woord,
        (SELECT count(*) FROM samenwerkingswijzer_zoekvermelding AS v WHERE v.woord_id = woord.id) AS vaak
    FROM unnest(%s::int[], %s::text[]) AS gezocht(nr, woord)
    JOIN samenwerkingswijzer_zoekwoord AS woord
        ON length(gezocht.woord) >= 6 AND woord.woord %% gezocht.woord
    UNION
    SELECT variant.nr, woord.woord,
        (SELECT count(*) FROM samenwerkingswijzer_zoekvermelding AS v WHERE v.woord_id = woord.id)
    FROM unnest(%s::int[], %s::text[]) AS variant(nr, woord)
    JOIN samenwerkingswijzer_zoekwoord AS woord USING (woord)
"""


@dataclass
class Term:
    """One word that was typed: the words that may be meant, by number in the index with their likeness (0 to 1)."""

    getypt: str
    gelezen: str
    kansen: dict[int, float] = field(default_factory=dict)
    woorden: dict[str, float] = field(default_factory=dict)
    stammen: set[str] = field(default_factory=set)

    @property
    def verbeterd(self) -> bool:
        """Whether we read something else than what was typed."""
        return self.gelezen != self.getypt

    def voeg_toe(self, nummer: int, woord: str, kans: float) -> None:
        """A word that may be meant; the best likeness counts."""
        self.kansen[nummer] = max(kans, self.kansen.get(nummer, 0))
        self.woorden[woord] = max(kans, self.woorden.get(woord, 0))


def lees_termen(vraag: str) -> list[Term]:
    """The words of a question that say something; one query, two more when a word stands nowhere."""
    getypt = list(dict.fromkeys(woorden(vraag[:LANGSTE_VRAAG])))
    zinvol = [woord for woord in getypt if woord not in VRAAGWOORDEN] or getypt
    termen = _vind([(woord, woord) for woord in zinvol])[:MEESTE_TERMEN]
    onbekend = [term.getypt for term in termen if not term.kansen]
    if onbekend:
        beter = _vind(_verbeter(onbekend))
        termen = [
            gelezen for term in termen for gelezen in ([een for een in beter if een.getypt == term.getypt] or [term])
        ]
    return termen


def _vind(paren: list[tuple[str, str]]) -> list[Term]:
    """The terms (typed, read), each with what it finds; without the words that say nothing."""
    if not paren:
        return []
    with connection.cursor() as cursor:
        cursor.execute(VIND, [[gelezen for _, gelezen in paren]])
        rijen = cursor.fetchall()
    termen = {nr: Term(*paar) for nr, paar in enumerate(paren, start=1)}
    zinvol = {nr for nr, *_ in rijen}
    for nr, stam, plat, nummer, woord, woordstam, woordplat in rijen:
        termen[nr].stammen |= {stam, plat}
        if nummer is not None and (kans := gelijkenis(termen[nr].gelezen, plat, woord, woordstam, woordplat)):
            termen[nr].voeg_toe(nummer, woord, kans)
    return [term for nr, term in termen.items() if nr in zinvol]


def gelijkenis(term: str, stam: str, woord: str, woordstam: str, woordplat: str) -> float:
    """How likely a word of the index is meant by a word that was typed, from 0 to 1; stems hold no double letters."""
    if woord == term:
        return ZELFDE
    if woordstam == stam:
        return STAM
    deel = len(stam) / len(woordplat)
    if woordplat.startswith(stam):
        return VOORAAN * (0.5 + 0.5 * deel)
    if woordstam.endswith(stam):
        return ACHTERAAN * (0.5 + 0.5 * deel)
    return MIDDEN * deel if len(stam) >= 6 else 0.0


def _verbeter(onbekend: list[str]) -> list[tuple[str, str]]:
    """What was meant by words that stand nowhere (typed, known word): a slip of the pen, or the parts of a compound."""
    bekend = _lijken_op(onbekend)
    beter: list[tuple[str, str]] = []
    for nr, getypt in enumerate(onbekend):
        kandidaten = [
            (afstand(getypt, woord), -vaak, woord)
            for woord, vaak in bekend[nr].items()
            if afstand(getypt, woord) <= mag_verschillen(getypt)
        ]
        delen = splits(getypt, bekend[nr])
        if kandidaten and not (delen and min(kandidaten)[0] > 1):
            delen = [min(kandidaten)[2]]
        beter += [(getypt, deel) for deel in delen]
    return beter


def _lijken_op(onbekend: list[str]) -> dict[int, dict[str, int]]:
    """Per word: known words that look like it, one slip away or a part of it, and how often they stand somewhere."""
    anders = [(nr, ander) for nr, woord in enumerate(onbekend) for ander in {*varianten(woord), *_stukken(woord)}]
    with connection.cursor() as cursor:
        cursor.execute(
            LIJKT_OP,
            [list(range(len(onbekend))), onbekend, [nr for nr, _ in anders], [ander for _, ander in anders]],
        )
        rijen = cursor.fetchall()
    gevonden: dict[int, dict[str, int]] = defaultdict(dict)
    for nr, woord, vaak in rijen:
        gevonden[nr][woord] = vaak
    return gevonden


def _stukken(woord: str) -> set[str]:
    """Every beginning and end of a word that may be a word."""
    grenzen = range(KORTSTE_DEEL, len(woord) - KORTSTE_DEEL + 1)
    return {woord[:plek] for plek in grenzen} | {woord[plek:] for plek in grenzen}


def splits(woord: str, bekend: Iterable[str]) -> list[str]:
    """The two known words that make up a compound, with or without a letter between."""
    kent = set(bekend)
    for plek in range(KORTSTE_DEEL, len(woord) - KORTSTE_DEEL + 1):
        voor, na = woord[:plek], woord[plek:]
        for letters in TUSSENLETTERS:
            kop = voor.removesuffix(letters)
            if na in kent and kop in kent and voor == kop + letters:
                return [kop, na]
    return []
