"""Health of the process and of what it needs, for the machine that watches over it. No login, no cookies."""

import tempfile
from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 as long as the process answers."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when database, migrations and storage are ready, otherwise 503; says which one is not."""
    uitkomst = {naam: controle() for naam, controle in CONTROLES.items()}
    goed = all(uitkomst.values())
    woorden = {naam: "goed" if is_goed else "fout" for naam, is_goed in uitkomst.items()}
    return JsonResponse(woorden, status=200 if goed else 503)


def database_antwoordt() -> bool:
    """Whether PostgreSQL answers a query."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def migraties_gedaan() -> bool:
    """Whether every migration of this version is applied."""
    try:
        return nodige_migraties() <= set(MigrationRecorder(connection).applied_migrations())
    except DatabaseError:
        return False


@cache
def nodige_migraties() -> frozenset[tuple[str, str]]:
    """The migrations that came with this version; read once, because the code of a process does not change."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)


def opslag_schrijfbaar() -> bool:
    """Whether a file can be written in the storage folder."""
    try:
        settings.OPSLAG.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.OPSLAG) as proef:
            proef.write(b"proef")
    except OSError:
        return False
    return True


CONTROLES: dict[str, Callable[[], bool]] = {
    "database": database_antwoordt,
    "migraties": migraties_gedaan,
    "opslag": opslag_schrijfbaar,
}
