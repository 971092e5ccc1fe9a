"""Asks the index: one ranked list with counts per kind, only of what this reader may see.

The order is that of BM25: words that stand in few places count more, a mention in the name more than one in a long
text. What holds more of the question comes first; what holds less than half of it is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models.functions import Left

from samenwerkingswijzer.models.zoekindex import Zoekregel
from samenwerkingswijzer.rechten import RECHTEN, Bereik, Rol
from samenwerkingswijzer.zoeken.fragment import Deel, fragment, markering, merk
from samenwerkingswijzer.zoeken.termen import Term, lees_termen
from samenwerkingswijzer.zoeken.woorden import woorden

PER_BLAD = 20
LEESBAAR = 6_000  # signs of a text in which we look for a piece to quote
MEESTE_ANDERE = 4
VRAAG = """
    WITH gezocht AS (
        SELECT * FROM unnest(%(termen)s::int[], %(woorden)s::bigint[], %(kansen)s::float8[]) AS deel(nr, woord_id, kans)
    ), raak AS MATERIALIZED (
        SELECT nr, regel_id, max(kans * gewicht) AS punten
        FROM gezocht JOIN samenwerkingswijzer_zoekvermelding USING (woord_id) GROUP BY nr, regel_id
    ), zeldzaam AS MATERIALIZED (
        SELECT nr, ln(1 + (SELECT count(*) FROM samenwerkingswijzer_zoekregel)::float8 / count(*)) AS maat
        FROM raak GROUP BY nr
    ), samen AS (
        SELECT regel_id, sum(punten * maat) AS punten, sum(maat) / (SELECT sum(maat) FROM zeldzaam) AS dekking
        FROM raak JOIN zeldzaam USING (nr) GROUP BY regel_id
    ), gevonden AS MATERIALIZED (
        SELECT regel.id, regel.soort,
            samen.punten * samen.dekking * samen.dekking * regel.gewicht
            * CASE WHEN %(naam)s = ANY(regel.namen) THEN 2 ELSE 1 END AS punten
        FROM samen JOIN samenwerkingswijzer_zoekregel AS regel ON regel.id = samen.regel_id
        WHERE samen.dekking >= 0.5 AND regel.recht = ANY(%(rechten)s::text[])
    )
    SELECT
        (SELECT jsonb_object_agg(soort, aantal) FROM (
            SELECT soort, count(*) AS aantal FROM gevonden GROUP BY soort) AS telling)::text,
        ARRAY(SELECT id FROM gevonden WHERE %(soort)s IN ('', soort)
            ORDER BY punten DESC, id LIMIT %(aantal)s OFFSET %(sla_over)s)
"""


@dataclass(frozen=True)
class Treffer:
    """One thing found: its row of the index, and its title and a piece of its text in parts (text, looked for)."""

    regel: Any
    titel: list[Deel]
    fragment: list[Deel]


@dataclass(frozen=True)
class Uitslag:
    """The answer to a question: counts per kind of everything found, and one sheet of it in order."""

    treffers: list[Treffer] = field(default_factory=list)
    per_soort: dict[str, int] = field(default_factory=dict)
    termen: list[Term] = field(default_factory=list)

    @property
    def verbeterd(self) -> list[tuple[str, str]]:
        """Words that we read as something else: what was typed, what was read."""
        gelezen: dict[str, list[str]] = {}
        for term in self.termen:
            if term.verbeterd:
                gelezen.setdefault(term.getypt, []).append(term.gelezen)
        return [(getypt, " en ".join(delen)) for getypt, delen in gelezen.items()]

    @property
    def ook_gezocht(self) -> list[str]:
        """Some other words that were looked for too, the likeliest first."""
        alle = [(-kans, len(woord), woord) for term in self.termen for woord, kans in term.woorden.items()]
        eigen = {term.gelezen for term in self.termen}
        return [woord for _, _, woord in sorted(alle) if woord not in eigen][:MEESTE_ANDERE]


def zoek(vraag: str, *, gebruiker: Any, soort: str = "", blad: int = 1) -> Uitslag:
    """Ask for one sheet; three queries, five when a word stands nowhere, one when the question says nothing."""
    termen = lees_termen(vraag)
    kansen = [(nr, nummer, kans) for nr, term in enumerate(termen) for nummer, kans in term.kansen.items()]
    if not kansen:
        return Uitslag(termen=termen)
    waarden: dict[str, Any] = {
        "termen": [nr for nr, _, _ in kansen],
        "woorden": [nummer for _, nummer, _ in kansen],
        "kansen": [kans for _, _, kans in kansen],
        "naam": " ".join(woorden(vraag)),
        "rechten": zichtbaar(gebruiker),
        "soort": soort,
        "aantal": PER_BLAD,
        "sla_over": (blad - 1) * PER_BLAD,
    }
    with connection.cursor() as cursor:
        cursor.execute(VRAAG, waarden)
        per_soort, ids = cursor.fetchone()
    return Uitslag(_treffers(ids, termen), json.loads(per_soort or "{}"), termen)


def zichtbaar(gebruiker: Any) -> list[str]:
    """The rights that this reader has on everything: only what one of those opens is found."""
    if not getattr(gebruiker, "is_active", False):
        return []
    return [recht.name.lower() for recht, ver in RECHTEN[Rol(gebruiker.rol)].items() if ver is Bereik.ALLE]


def _treffers(ids: Iterable[int], termen: Iterable[Term]) -> list[Treffer]:
    """The rows in this order, with the words marked; one query."""
    nummers, alle = list(ids), list(termen)
    if not nummers:
        return []
    gezocht = markering({woord for term in alle for woord in term.woorden}, {s for term in alle for s in term.stammen})
    rijen = Zoekregel.objects.filter(id__in=nummers).defer("tekst", "namen").annotate(begin=Left("tekst", LEESBAAR))
    regels = {regel.pk: regel for regel in rijen}
    return [
        Treffer(regels[nr], merk(regels[nr].titel, gezocht), fragment(regels[nr].begin, gezocht))
        for nr in nummers
        if nr in regels
    ]
