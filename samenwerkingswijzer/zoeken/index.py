"""Keeps the index up to what history tells.

Every write of a tracked model adds a row to its history. The index remembers the last number of each model it has
seen and follows from there: what history holds, the index will hold, whoever wrote it and however. A transaction may
commit after one that got higher numbers, so the index only moves on when no other transaction is writing; until then
it reads the same few rows once more.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from django.db import DatabaseError, connection, models, transaction

from samenwerkingswijzer.functies import register
from samenwerkingswijzer.historie import RUSTIG, geschiedenismodel
from samenwerkingswijzer.models.zoekindex import Zoekregel, Zoekstand, Zoekvermelding, Zoekwoord
from samenwerkingswijzer.zoeken.bron import VAN_VERBAND, Zoekbron, Zoekstuk
from samenwerkingswijzer.zoeken.gewicht import gewichten, namen
from samenwerkingswijzer.zoeken.woorden import woorden

logger = logging.getLogger(__name__)

EEN_TEGELIJK = 7_201_552_020  # number of the lock, ours alone
PER_KEER = 500
LANGSTE_TEKST, LANGSTE_REGEL = 20_000, 400
NIEUWE_WOORDEN = r"""
    INSERT INTO samenwerkingswijzer_zoekwoord (woord, stam, plat)
    SELECT woord,
        regexp_replace((ts_lexize('dutch_stem', woord))[1], '([a-z])\1', '\1', 'g'),
        regexp_replace(woord, '([a-z])\1', '\1', 'g')
    FROM unnest(%s::text[]) AS nieuw(woord)
    WHERE ts_lexize('dutch_stem', woord) <> '{}'
    ON CONFLICT (woord) DO NOTHING
"""
VERMELD = """
    INSERT INTO samenwerkingswijzer_zoekvermelding (woord_id, regel_id, gewicht)
    SELECT woord.id, hier.regel_id, hier.gewicht
    FROM unnest(%s::bigint[], %s::text[], %s::float8[]) AS hier(regel_id, woord, gewicht)
    JOIN samenwerkingswijzer_zoekwoord AS woord USING (woord)
"""


@dataclass(frozen=True)
class Stand:
    """Per tracked model the last number the index has seen and the last there is; whether nobody else is writing."""

    gezien: dict[str, int]
    laatste: dict[str, int]
    rustig: bool

    @property
    def achter(self) -> bool:
        """Whether history went on."""
        return any(self.gezien.get(model, -1) != nummer for model, nummer in self.laatste.items())


def volg() -> bool:
    """Follow history; False when that failed, and then the index is as it was. One query when nothing happened."""
    try:
        if lees_stand().achter:
            with transaction.atomic():
                _volg()
    except DatabaseError:
        logger.exception("zoekindex niet bijgewerkt")
        return False
    return True


def herbouw() -> int:
    """Make the whole index again; how many things can be found."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [EEN_TEGELIJK])
        stand = lees_stand()
        Zoekvermelding.objects.all().delete()
        Zoekregel.objects.all().delete()
        Zoekwoord.objects.all().delete()
        for bron in register.zoekbronnen:
            _schrijf(bron, bron.lees(None))
        _onthoud(stand)
    return int(Zoekregel.objects.count())


def lees_stand() -> Stand:
    """How far the index is and how far history; one query."""
    modellen = sorted(_modellen(), key=lambda model: model._meta.label_lower)
    tabellen = (connection.ops.quote_name(geschiedenismodel(model)._meta.db_table) for model in modellen)
    hoogste = "".join(f"(SELECT coalesce(max(history_id), 0) FROM {tabel}), " for tabel in tabellen)  # noqa: S608  # our own names
    gezien = "(SELECT jsonb_object_agg(model, nummer) FROM samenwerkingswijzer_zoekstand)"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {hoogste}{gezien}::text, {RUSTIG}")
        *nummers, standen, rustig = cursor.fetchone()
    laatste = {model._meta.label_lower: nummer for model, nummer in zip(modellen, nummers, strict=True)}
    return Stand(json.loads(standen or "{}"), laatste, rustig)


def _modellen() -> set[type[models.Model]]:
    return {model for bron in register.zoekbronnen for model in bron.modellen}


def _volg() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [EEN_TEGELIJK])
        (vrij,) = cursor.fetchone()
    if not vrij:  # somebody else is doing it
        return
    stand = lees_stand()
    for bron in register.zoekbronnen:
        geraakt = _geraakt(bron, stand.gezien)
        if geraakt:
            _haal_weg(bron, geraakt)
            _schrijf(bron, bron.lees(geraakt))
    _onthoud(stand)


def _geraakt(bron: Zoekbron, gezien: dict[str, int]) -> set[int]:
    """The numbers of the things of a source that history touched since."""
    ids: set[int] = set()
    for model, kolom in bron.modellen.items():
        sinds = geschiedenismodel(model).objects.filter(history_id__gt=gezien.get(model._meta.label_lower, 0))
        if kolom != VAN_VERBAND:
            ids.update(sinds.order_by().values_list(kolom, flat=True))
        else:
            verbanden = set(sinds.order_by().values_list("id", flat=True))
            regels = Zoekregel.objects.filter(bron=bron.sleutel, verband_id__in=verbanden)
            ids.update(regels.values_list("object_id", flat=True))
    return ids


def _haal_weg(bron: Zoekbron, ids: Iterable[int]) -> None:
    regels = Zoekregel.objects.filter(bron=bron.sleutel, object_id__in=list(ids))
    Zoekvermelding.objects.filter(regel__in=regels)._raw_delete(Zoekvermelding.objects.db)
    regels._raw_delete(Zoekregel.objects.db)


def _schrijf(bron: Zoekbron, stukken: Iterable[Zoekstuk]) -> None:
    rest = iter(stukken)
    while groep := list(islice(rest, PER_KEER)):
        regels = Zoekregel.objects.bulk_create([_regel(bron, stuk) for stuk in groep])
        paren = [
            (regel.pk, *paar)
            for regel, stuk in zip(regels, groep, strict=True)
            for paar in gewichten(stuk, bron.soorten[stuk.soort].naam).items()
        ]
        with connection.cursor() as cursor:
            cursor.execute(NIEUWE_WOORDEN, [sorted({woord for _, woord, _ in paren})])
            cursor.execute(VERMELD, [list(kolom) for kolom in zip(*paren, strict=True)] or [[], [], []])


def _regel(bron: Zoekbron, stuk: Zoekstuk) -> Zoekregel:
    return Zoekregel(
        bron=bron.sleutel,
        soort=stuk.soort,
        object_id=stuk.object_id,
        verband_id=stuk.verband_id,
        recht=bron.recht.name.lower(),
        titel=stuk.titel[:LANGSTE_REGEL],
        namen=sorted({" ".join(woorden(naam)) for naam in namen(stuk)}),
        bijschrift=stuk.bijschrift[:LANGSTE_REGEL],
        tekst=stuk.tekst[:LANGSTE_TEKST],
        url=stuk.url,
        gewicht=bron.soorten[stuk.soort].gewicht,
    )


def _onthoud(stand: Stand) -> None:
    """Move on to what was read, unless another transaction may still bring lower numbers."""
    if stand.rustig:
        rijen = [Zoekstand(model=model, nummer=nummer) for model, nummer in stand.laatste.items()]
        Zoekstand.objects.bulk_create(rijen, update_conflicts=True, unique_fields=["model"], update_fields=["nummer"])
