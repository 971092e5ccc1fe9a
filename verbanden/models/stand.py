from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThanOrEqual

from samenwerkingswijzer.bewaking import VasteWeigering
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from verbanden.models.keuzes import OOK_ANDERS, OOK_UITLEG, Klasse, Oordeel, Reden, Trend
from verbanden.models.velden import alleen_uit, keuzelijst, niet_in


class OpDatumQuerySet(GevolgdQuerySet):
    """Rows of which the last one in time is in force."""

    def laatste(self, op: date) -> Self:
        """Per partnership the row in force on a day: the latest that is not later."""
        return self.filter(datum__lte=op).order_by("verband_id", "-datum", "-id").distinct("verband_id")


class StandVanZaken(Gevolgd):
    """The judgement on a partnership at a date: a word, a trend, and always a sentence that says why, by whom."""

    ONVERANDERLIJK = ("id", "verband_id")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="standen", verbose_name="verband"
    )
    oordeel = models.CharField("oordeel", max_length=20, choices=Oordeel)
    trend = models.CharField("trend", max_length=20, choices=Trend, default=Trend.ONBEKEND)
    zin = models.CharField(
        "waarom",
        max_length=240,
        validators=[MinLengthValidator(10)],
        help_text="Eén of twee zinnen, hoogstens 240 tekens.",
    )
    datum = models.DateField("datum")
    auteur = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")

    objects: ClassVar[Any] = OpDatumQuerySet.as_manager()

    class Meta:
        verbose_name = "stand van zaken"
        verbose_name_plural = "stand van zaken"
        ordering = ("-datum", "-id")
        triggers = (onveranderlijk("verband"),)
        indexes = (models.Index(fields=["verband", "-datum"]),)
        constraints = (
            models.CheckConstraint(condition=Q(oordeel__in=Oordeel.values), name="stand_oordeel_bekend"),
            models.CheckConstraint(condition=Q(trend__in=Trend.values), name="stand_trend_bekend"),
            models.CheckConstraint(condition=GreaterThanOrEqual(Length("zin"), 10), name="stand_heeft_zin"),
        )

    def __str__(self) -> str:
        return self.zin


class Belangrijkheid(Gevolgd):
    """What raad and college decided: whose attention a partnership asks, why, and the room of the college.

    Source: founding document, 2.3 point 1. The decision of the latest date is in force; earlier ones stay. What
    a session adopted (`vastgesteld`) never changes; a new decision has a new date.
    """

    ONVERANDERLIJK = ("id", "verband_id")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="belangrijkheden", verbose_name="verband"
    )
    datum = models.DateField("datum van het besluit")
    klasse = models.CharField("klasse", max_length=30, choices=Klasse)
    ook = keuzelijst("daarnaast", Klasse, help_text=OOK_UITLEG)
    redenen = keuzelijst("waarom", Reden)
    onderwerpen = ArrayField(
        models.CharField(max_length=160), verbose_name="onderwerpen voor de raad", default=list, blank=True
    )
    mandaat = models.TextField("ruimte en mandaat van het college", blank=True, max_length=600)
    voorwaarden = models.TextField("terug naar de raad bij", blank=True, max_length=600)
    besluit_van = models.CharField("besluit van", max_length=80, default="raad en college")
    bron = models.CharField("bron", max_length=160, blank=True)
    vastgesteld = models.BooleanField("vastgesteld in een sessie", default=False, editable=False)

    objects: ClassVar[Any] = OpDatumQuerySet.as_manager()

    class Meta:
        verbose_name = "belangrijkheid"
        verbose_name_plural = "belangrijkheid"
        ordering = ("-datum", "-id")
        triggers = (
            onveranderlijk("verband"),
            VasteWeigering(
                name="vastgesteld_blijft",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__vastgesteld=True),
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "datum"],
                name="belangrijkheid_een_per_dag",
                violation_error_message="Op deze dag is al een klasse vastgelegd.",
            ),
            models.CheckConstraint(condition=Q(klasse__in=Klasse.values), name="belangrijkheid_klasse_bekend"),
            alleen_uit("ook", Klasse, "belangrijkheid_ook_bekend"),
            niet_in("klasse", "ook", "belangrijkheid_ook_anders", OOK_ANDERS),
            alleen_uit("redenen", Reden, "belangrijkheid_redenen_bekend"),
        )

    def __str__(self) -> str:
        return self.get_klasse_display()
