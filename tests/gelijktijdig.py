"""Real transactions at the same time, for tests of locks; use with the fixture `leegbaar`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Barrier, Thread

from django.db import connection

TRIGGERS = "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE starts_with(tgname, 'pgtrigger_' || %s)"


def zet_triggers(stand: str, begin: str) -> None:
    """ENABLE or DISABLE the triggers whose name begins like this."""
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS, [begin])
        for tabel, naam in cursor.fetchall():
            cursor.execute(f'ALTER TABLE {tabel} {stand} TRIGGER "{naam}"')


@contextmanager
def zonder_trigger(begin: str) -> Iterator[None]:
    """Without the guard of the database, to show what goes wrong then."""
    zet_triggers("DISABLE", begin)
    try:
        yield
    finally:
        zet_triggers("ENABLE", begin)


def samen(*werk: Callable[[Barrier], None]) -> list[BaseException]:
    """Run these at the same time; what they raised."""
    hek = Barrier(len(werk), timeout=10)
    fouten: list[BaseException] = []

    def draai(taak: Callable[[Barrier], None]) -> None:
        try:
            taak(hek)
        except Exception as fout:  # noqa: BLE001  # the test looks at what was raised
            fouten.append(fout)
        finally:
            connection.close()

    draden = [Thread(target=draai, args=(taak,)) for taak in werk]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(20)
    return fouten
