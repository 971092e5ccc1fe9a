"""Guards in the database that no setting of a connection can pass: what was adopted stays, rows are only added.

The triggers of django-pgtrigger skip their work when the session asks for it (`pgtrigger.ignore`), and anybody who
can write SQL may ask. These have the same shape without that door. Only the owner of the table can take them away.
"""

from __future__ import annotations

from typing import Any

import pgtrigger
from django.db import models
from pgtrigger import compiler


class VastSql(compiler.UpsertTriggerSql):
    """The SQL that installs a trigger, without the question whether to ignore it. Migrations refer to this class."""

    def get_template(self) -> str:
        """Never edit this: migrations of every age use it."""
        return """
            CREATE OR REPLACE FUNCTION {pgid}()
            RETURNS TRIGGER AS $$
                {declare}
                BEGIN
                    {func}
                END;
            $$ LANGUAGE plpgsql;

            DROP TRIGGER IF EXISTS {pgid} ON {table};
            CREATE {constraint} TRIGGER {pgid}
                {when} {operation} ON {table}
                {timing}
                {referencing}
                FOR EACH {level} {condition}
                EXECUTE PROCEDURE {execute};

            COMMENT ON TRIGGER {pgid} ON {table} IS '{hash}';
        """


class _Vast(pgtrigger.Trigger):
    def compile(self, model: models.Model) -> compiler.Trigger:
        gewoon = super().compile(model).sql.kwargs
        velden: dict[str, Any] = {naam: waarde for naam, waarde in gewoon.items() if naam != "ignore_func_name"}
        return compiler.Trigger(name=self.name, sql=VastSql(**velden))


class VasteWeigering(_Vast, pgtrigger.Protect):
    """Refuses to change or remove a row."""


class VasteRegel(_Vast):
    """A rule of our own, as PL/pgSQL."""


def alleen_erbij(melding: str) -> tuple[pgtrigger.Trigger, ...]:
    """Refuse to change or remove a row, and to empty the table: rows are only ever added.

    `melding` is what the database says to who tries to empty it.
    """
    return (
        VasteWeigering(name="blijft_staan", operation=pgtrigger.Update | pgtrigger.Delete),
        VasteRegel(
            name="niet_leegmaken",
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            func=f"RAISE EXCEPTION '{melding}';",
        ),
    )
