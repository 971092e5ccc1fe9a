"""Recorded time: what the portal knew at the end of an earlier day.

Valid time (a participation from 2015, the figures of 2025) lives in the models. Recorded time lives in
django-simple-history: every save of a tracked model leaves a row that says who, when and why.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self

import pgtrigger
from django.db import models
from django.db.models import CheckConstraint, Q
from simple_history.models import HistoricalRecords

from samenwerkingswijzer.bewaking import alleen_erbij

if TYPE_CHECKING:
    from samenwerkingswijzer.models import Gebruiker

# Whether no other session of this database is writing, or may be when we are not allowed to see that: numbers of
# history only rise then. PostgreSQL looks at the running transactions after it took the snapshot of the statement.
# Its own tidying up writes too, but never history.
RUSTIG = """NOT EXISTS (
    SELECT FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND backend_type IS DISTINCT FROM 'autovacuum worker'
    AND (backend_xid IS NOT NULL OR query = '<insufficient privilege>')
)"""


class GeschiedenisOmzeild(Exception):
    """Raised when code writes tracked rows in a way that leaves no history."""


@cache
def geschiedenismodel(model: type[models.Model]) -> Any:
    """The model of the history of a tracked model; asking it of simple-history builds a manager every time."""
    return model.history.model  # type: ignore[attr-defined]  # tracked models have a history


class GevolgdQuerySet(models.QuerySet):
    """Reads a tracked model, now or as it was. Methods of subclasses use own columns and `id` only.

    They then work on today's rows and on historical rows alike; a foreign key of a historical row leads to
    today's row, so read code joins on ids (`filter(verband_id__in=...)`) and never follows one.
    """

    def op(self, moment: datetime | None, **vast: Any) -> Self:
        """Rows as they were at `moment`; today's rows when it is None.

        `vast` narrows on columns that never change (`ONVERANDERLIJK`), inside the search for the latest
        version of each row: one partnership's past costs as much as one partnership.
        """
        model: Any = self.model
        veranderlijk = {naam.split("__")[0] for naam in vast} - set(model.ONVERANDERLIJK)
        if veranderlijk:
            raise ValueError(f"{model.__name__} can change in {sorted(veranderlijk)}: filter after op()")
        if moment is None:
            return self.filter(**vast)
        geschiedenis = geschiedenismodel(self.model)
        laatste = (
            geschiedenis.objects.filter(history_date__lte=moment, **vast)
            .order_by("id", "-history_date", "-history_id")
            .distinct("id")
            .values("history_id")
        )
        toen = type(self)(geschiedenis).filter(history_id__in=laatste, **vast).exclude(history_type="-")
        return toen.order_by(*(model._meta.ordering or ("id",)))

    def update(self, **kwargs: Any) -> NoReturn:
        raise GeschiedenisOmzeild("update() leaves no history: save each row")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise GeschiedenisOmzeild("bulk_update() leaves no history: save each row")


class Geschiedenis(HistoricalRecords):
    """The rows of history of a model; the database only lets them be added."""

    def get_meta_options(self, model: type[models.Model]) -> dict[str, Any]:
        return {**super().get_meta_options(model), "triggers": alleen_erbij("history cannot be emptied")}


class Gevolgd(models.Model):
    """A row whose every earlier state is kept, and that two people cannot overwrite unseen.

    `versie` counts the saves by an act; a form carries it and an act refuses an old one.
    """

    ONVERANDERLIJK: ClassVar[tuple[str, ...]] = ()
    _binnen_grenzen = False

    versie = models.PositiveIntegerField("versie", default=1, editable=False)

    history = Geschiedenis(inherit=True)
    objects: ClassVar[Any] = GevolgdQuerySet.as_manager()

    class Meta:
        abstract = True

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """As Django does it, but the limits of the row itself in one question to the database instead of one each.

        Only when one of them does not hold, or a field could not be read, each is asked, for its own message.
        """
        self._binnen_grenzen = not exclude and self._houdt_zich_aan_alle()
        super().validate_constraints(exclude=exclude)

    def get_constraints(self) -> list[tuple[type[models.Model], Sequence[models.BaseConstraint]]]:
        """What Django still has to check."""
        alle = super().get_constraints()
        if not self._binnen_grenzen:
            return alle
        return [(model, [een for een in grenzen if not isinstance(een, CheckConstraint)]) for model, grenzen in alle]

    def _houdt_zich_aan_alle(self) -> bool:
        voorwaarden = [een.condition for een in self._meta.constraints if isinstance(een, CheckConstraint)]
        waarden = self._get_field_expression_map(meta=self._meta)  # type: ignore[attr-defined]  # Django has it
        return not voorwaarden or Q(*voorwaarden).check(waarden)


def onveranderlijk(*velden: str) -> pgtrigger.Trigger:
    """A trigger that refuses to change these columns once the row exists."""
    return pgtrigger.ReadOnly(name="onveranderlijk", fields=list(velden))


def bewaar(rij: Gevolgd, *, door: Gebruiker | None, op: datetime, reden: str = "") -> None:
    """Check and save a tracked row, and tell its history who, when and why. `op` is aware."""
    if rij.pk is not None:
        rij.versie += 1
    rij.full_clean()
    met_verantwoording(rij, door=door, op=op, reden=reden)
    rij.save()


def verwijder(rij: Gevolgd, *, door: Gebruiker | None, op: datetime, reden: str = "") -> None:
    """Remove a tracked row; its history stays and says who took it out."""
    met_verantwoording(rij, door=door, op=op, reden=reden)
    rij.delete()


def met_verantwoording(rij: Any, *, door: Gebruiker | None, op: datetime, reden: str) -> None:
    """Set what simple-history reads when the row is written."""
    rij._history_user = door
    rij._history_date = op
    rij._change_reason = reden or None
