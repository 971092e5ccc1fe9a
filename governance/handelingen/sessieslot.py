"""The lock around the scores of one session: many score at the same time, and closing waits for them and goes first.

An advisory lock keeps a queue, so whoever comes after somebody who closes waits; on a row lock alone new readers keep
passing a waiting writer. The row lock then holds the status as it was read. Both end with the transaction.
"""

from __future__ import annotations

from django.db import connection

from governance.models import Sessie

NUMMER = 2303  # of the locks of sessions, after paragraph 2.3 of the founding document


def deel(sessie_id: int) -> str:
    """Share the session with others who score; returns its status, which stays until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s, %s)", [NUMMER, sessie_id])
        cursor.execute("SELECT status FROM governance_sessie WHERE id = %s FOR SHARE", [sessie_id])
        (status,) = cursor.fetchone()
    return str(status)


def neem(sessie_id: int) -> Sessie:
    """Have the session alone, as it is now; scores that are being written are waited for."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [NUMMER, sessie_id])
    sessie: Sessie = Sessie.objects.select_for_update(no_key=True).get(pk=sessie_id)
    return sessie
