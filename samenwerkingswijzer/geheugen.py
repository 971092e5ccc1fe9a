"""Remembers what was read from tracked rows, for as long as nothing new was recorded.

Every write of a tracked model adds a row to its history, so the highest history numbers say whether anything
changed. A transaction may commit after one that started later and got higher numbers. That is why a reading is only
kept when, after the numbers were asked, no other transaction of this database is writing (or may be, when we are not
allowed to see that); and never inside a transaction of our own. Restoring a backup asks for new processes.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from threading import Lock
from typing import Generic, TypeVar

from django.db import connection, models

from samenwerkingswijzer.historie import RUSTIG, geschiedenismodel

W = TypeVar("W")
Nummers = tuple[int | None, ...]


class Leesgeheugen(Generic[W]):
    """Keeps the latest readings per key, each with the history numbers under which it was made."""

    def __init__(self, *modellen: type[models.Model], grootte: int = 16) -> None:
        self.modellen = modellen
        self.grootte = grootte
        self._bewaard: OrderedDict[Hashable, W] = OrderedDict()
        self._slot = Lock()

    def haal(self, sleutel: Hashable, lees: Callable[[], W]) -> W:
        """The reading under this key: the kept one when nothing was recorded since, otherwise from `lees`."""
        nummers, rustig = laatste_nummers(self.modellen)
        plek = (sleutel, nummers)
        with self._slot:
            if plek in self._bewaard:
                self._bewaard.move_to_end(plek)
                return self._bewaard[plek]
        waarde = lees()
        if rustig:
            with self._slot:
                self._bewaard[plek] = waarde
                while len(self._bewaard) > self.grootte:
                    self._bewaard.popitem(last=False)
        return waarde


def laatste_nummers(modellen: Iterable[type[models.Model]]) -> tuple[Nummers, bool]:
    """The highest history number per tracked model, and whether what is read now may be kept; one query."""
    tabellen = (connection.ops.quote_name(geschiedenismodel(model)._meta.db_table) for model in modellen)
    hoogste = ", ".join(f"(SELECT max(history_id) FROM {tabel})" for tabel in tabellen)  # noqa: S608  # our own names
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {hoogste}, {RUSTIG}")
        *nummers, rustig = cursor.fetchone()
    return tuple(nummers), rustig and not connection.in_atomic_block
