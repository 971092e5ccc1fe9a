from __future__ import annotations

from typing import Any, ClassVar, Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from samenwerkingswijzer.bewaking import VasteWeigering
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk


class InstrumentversieQuerySet(GevolgdQuerySet):
    """How versions of instruments are read."""

    def van(self, soort: str) -> Self:
        """The versions of one instrument, the newest first."""
        return self.filter(soort=soort).order_by("-nummer")

    def geldend(self, soort: str) -> Any:
        """The newest published version of an instrument; None before there is one."""
        return self.van(soort).filter(status=Instrumentversie.Status.GEPUBLICEERD).first()


class Instrumentversie(Gevolgd):
    """One version of an instrument: its questions, choices and rules as data. A published version never changes.

    Source: founding document, paragraph 2.1. `eigen_invulling` marks a filling that is not the original text.
    """

    ONVERANDERLIJK = ("id", "soort", "nummer")

    class Soort(models.TextChoices):
        AFWEGINGSKADER = "afwegingskader", "Afwegingskader governance"
        ZELF_DOEN = "zelf_doen_of_samenwerken", "Zelf doen of samenwerken"
        RELEVANTIE = "politieke_relevantie", "Handreiking politieke relevantie"
        LADDER = "prestatieladder", "Prestatieladder"
        EVALUATIEKADER = "evaluatiekader", "Evaluatiekader"

    class Status(models.TextChoices):
        CONCEPT = "concept", "Concept"
        GEPUBLICEERD = "gepubliceerd", "Gepubliceerd"

    soort = models.CharField("instrument", max_length=40, choices=Soort)
    nummer = models.PositiveSmallIntegerField("versie van het instrument")
    status = models.CharField("status", max_length=20, choices=Status, default=Status.CONCEPT)
    inhoud = models.JSONField("inhoud")
    eigen_invulling = models.BooleanField("eigen invulling", default=True)
    toelichting = models.CharField("wat is er anders", max_length=300, blank=True)
    gepubliceerd_op = models.DateTimeField("gepubliceerd op", null=True, blank=True)
    gepubliceerd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="gepubliceerd door",
    )

    objects: ClassVar[Any] = InstrumentversieQuerySet.as_manager()

    class Meta:
        verbose_name = "versie van een instrument"
        verbose_name_plural = "versies van instrumenten"
        ordering = ("soort", "-nummer")
        triggers = (
            onveranderlijk("soort", "nummer"),
            VasteWeigering(
                name="gepubliceerd_blijft",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__status="gepubliceerd"),
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["soort", "nummer"],
                name="instrument_een_per_nummer",
                violation_error_message="Deze versie van het instrument is er al.",
            ),
            models.UniqueConstraint(
                fields=["soort"],
                condition=Q(status="concept"),
                name="instrument_een_concept",
                violation_error_message="Er is al een concept van dit instrument.",
            ),
            models.CheckConstraint(
                condition=Q(
                    soort__in=[
                        "afwegingskader",
                        "zelf_doen_of_samenwerken",
                        "politieke_relevantie",
                        "prestatieladder",
                        "evaluatiekader",
                    ]
                ),
                name="instrument_soort_bekend",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["concept", "gepubliceerd"]), name="instrument_status_bekend"
            ),
            models.CheckConstraint(
                condition=Q(status="concept", gepubliceerd_op__isnull=True)
                | Q(status="gepubliceerd", gepubliceerd_op__isnull=False),
                name="instrument_gepubliceerd_heeft_dag",
                violation_error_message="Een gepubliceerde versie heeft een dag van publicatie.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_soort_display()}, versie {self.nummer}"

    @property
    def naam(self) -> str:
        """What people call this version."""
        return str(self)
