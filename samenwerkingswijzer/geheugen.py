"""Remembers what was read from tracked rows, for as long as nothing new was recorded.

Every write of a tracked model adds a row to its history, so the highest history numbers say whether anything
changed. A transaction may commit after one that started later; that is why a reading is only kept when no writing
transaction was open at the moment the numbers were asked. Inside a transaction that writes (as in most tests)
nothing is kept. After restoring a backup the processes must be started again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from threading import Lock
from typing import Generic, TypeVar

from django.db import connection, models

from samenwerkingswijzer.historie import geschiedenismodel

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
    """The highest history number per tracked model, and whether no transaction is writing; one query."""
    tabellen = (geschiedenismodel(model)._meta.db_table for model in modellen)
    hoogste = ", ".join(
        f"(SELECT max(history_id) FROM {connection.ops.quote_name(tabel)})"  # noqa: S608  # a name from our own code
        for tabel in tabellen
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {hoogste}, pg_snapshot_xmin(nu) = pg_snapshot_xmax(nu) FROM pg_current_snapshot() AS nu"  # noqa: S608
        )
        *nummers, rustig = cursor.fetchone()
    return tuple(nummers), rustig
