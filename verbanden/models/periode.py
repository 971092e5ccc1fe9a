"""Valid time: something that holds from one day until another."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from samenwerkingswijzer.historie import GevolgdQuerySet


class DateRange(Func):
    """The period of a row as a PostgreSQL range; open without an end."""

    function = "DATERANGE"
    output_field = DateRangeField()


class PeriodeQuerySet(GevolgdQuerySet):
    """Rows with `van` (None: since always) and `tot` (None: no end known; the day itself is outside)."""

    def geldig(self, op: date) -> Self:
        """Rows that hold on a day."""
        return self.filter(Q(van__isnull=True) | Q(van__lte=op), Q(tot__isnull=True) | Q(tot__gt=op))


def volgorde(naam: str) -> models.CheckConstraint:
    """An end comes after its begin."""
    return models.CheckConstraint(
        condition=Q(tot__isnull=True) | Q(van__isnull=True) | Q(tot__gt=F("van")),
        name=naam,
        violation_error_message="De einddatum moet na de begindatum liggen.",
    )


def zonder_overlap(naam: str, *velden: str, melding: str) -> ExclusionConstraint:
    """Periods with the same values in `velden` may not overlap."""
    periode = DateRange("van", "tot", RangeBoundary())
    return ExclusionConstraint(
        name=naam,
        expressions=[*((veld, RangeOperators.EQUAL) for veld in velden), (periode, RangeOperators.OVERLAPS)],
        violation_error_message=melding,
    )
