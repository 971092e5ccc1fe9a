from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from evaluatie.models import evaluatiebewaking
from evaluatie.models.evaluatie import Evaluatie
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk


class Themaoordeel(models.TextChoices):
    """What is concluded on a theme: the same words as everywhere else in the portal."""

    OP_KOERS = "op_koers", "Op koers"
    AANDACHT = "aandacht", "Aandacht"
    BIJSTUREN = "bijsturen", "Bijsturen"
    GEEN = "geen", "Geen oordeel"


class EvaluatieconclusieQuerySet(GevolgdQuerySet):
    """How conclusions per theme are read."""

    def van(self, evaluatie_ids: Iterable[int], moment: datetime | None = None) -> Self:
        """Those of these evaluations as known at `moment`."""
        return self.op(moment, evaluatie_id__in=list(evaluatie_ids)).order_by("id")


class Evaluatieconclusie(Gevolgd):
    """What an evaluation concludes on one theme: a word and a sentence.

    Source: founding document, 2.3 point 4. The conclusion on the whole stands on the evaluation itself.
    """

    ONVERANDERLIJK = ("id", "evaluatie_id", "thema")

    evaluatie = models.ForeignKey(Evaluatie, models.PROTECT, related_name="conclusies", verbose_name="evaluatie")
    thema = models.SlugField("thema", max_length=40)
    oordeel = models.CharField("oordeel", max_length=20, choices=Themaoordeel)
    zin = models.CharField("waarom", max_length=240)

    objects: ClassVar[Any] = EvaluatieconclusieQuerySet.as_manager()

    class Meta:
        verbose_name = "conclusie per thema"
        verbose_name_plural = "conclusies per thema"
        ordering = ("id",)
        triggers = (onveranderlijk("evaluatie", "thema"), evaluatiebewaking.bij_vastgesteld_vast())
        constraints = (
            models.UniqueConstraint(
                fields=["evaluatie", "thema"],
                name="evaluatieconclusie_een_per_thema",
                violation_error_message="Over dit thema is er al een conclusie.",
            ),
            models.CheckConstraint(
                condition=Q(oordeel__in=["op_koers", "aandacht", "bijsturen", "geen"]),
                name="evaluatieconclusie_oordeel_bekend",
            ),
            models.CheckConstraint(
                condition=Q(zin__regex=r"\S"),
                name="evaluatieconclusie_heeft_zin",
                violation_error_message="Schrijf bij elk thema waarom.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.thema}: {self.get_oordeel_display()}"
