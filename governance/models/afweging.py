from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from governance.models.instrument import Instrumentversie
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from verbanden.models.velden import webadres


class Afweging(Gevolgd):
    """One weighing of a fitting governance regime for a partnership: several people answer one instrument in turn.

    Source: founding document, paragraph 2.1. A later reconsideration is a new weighing; this one stays.
    """

    ONVERANDERLIJK = ("id", "verband_id", "instrument_id", "begonnen_op")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="afwegingen", verbose_name="verband"
    )
    instrument = models.ForeignKey(
        Instrumentversie, models.PROTECT, related_name="afwegingen", verbose_name="versie van het instrument"
    )
    aanleiding = models.CharField("waarom nu", max_length=160, blank=True)
    begonnen_op = models.DateField("begonnen op")

    class Meta:
        verbose_name = "afweging"
        verbose_name_plural = "afwegingen"
        ordering = ("-begonnen_op", "-id")
        triggers = (onveranderlijk("verband", "instrument", "begonnen_op"),)

    def __str__(self) -> str:
        return f"afweging van {self.begonnen_op:%Y-%m-%d}"


class AntwoordQuerySet(GevolgdQuerySet):
    """How answers are read."""

    def van(self, afwegingen: Iterable[int], moment: Any = None) -> Self:
        """The answers of these weighings, as known at `moment`."""
        return self.op(moment, afweging_id__in=list(afwegingen))


class Antwoord(Gevolgd):
    """The answer to one question of a weighing: what, why, and who may know it when nobody here does."""

    ONVERANDERLIJK = ("id", "afweging_id", "kenmerk")

    afweging = models.ForeignKey(Afweging, models.PROTECT, related_name="antwoorden", verbose_name="afweging")
    kenmerk = models.CharField("vraag", max_length=60)
    optie = models.CharField("antwoord", max_length=60)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    wie_weet = models.CharField(
        "wie kan dit weten", max_length=120, blank=True, help_text="De functie van wie het weet."
    )
    invuller = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="ingevuld door"
    )

    objects: ClassVar[Any] = AntwoordQuerySet.as_manager()

    class Meta:
        verbose_name = "antwoord"
        verbose_name_plural = "antwoorden"
        ordering = ("id",)
        triggers = (onveranderlijk("afweging", "kenmerk"),)
        constraints = (
            models.UniqueConstraint(
                fields=["afweging", "kenmerk"],
                name="antwoord_een_per_vraag",
                violation_error_message="Deze vraag is al beantwoord.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kenmerk}: {self.optie}"


class Regimekeuze(Gevolgd):
    """What the municipality chose after a weighing: form, roles and agreements, with the reasons. People decide.

    `advies` is the form that the instrument put first at that moment; empty when too little was answered to advise.
    """

    ONVERANDERLIJK = ("id", "afweging_id", "advies")

    afweging = models.OneToOneField(Afweging, models.PROTECT, related_name="keuze", verbose_name="afweging")
    vorm = models.CharField("gekozen vorm", max_length=60)
    rollen = ArrayField(
        models.CharField(max_length=60), verbose_name="rollen en bevoegdheden", default=list, blank=True
    )
    afspraken = ArrayField(
        models.CharField(max_length=60), verbose_name="afspraken en instrumenten", default=list, blank=True
    )
    advies = models.CharField("advies van het afwegingskader", max_length=60, blank=True)
    motivering = models.TextField("motivering", max_length=2000, blank=True)
    besluit_van = models.CharField("besluit van", max_length=80, default="college")
    besloten_op = models.DateField("besloten op")
    document = models.CharField("besluit of document", max_length=160, blank=True)
    url = webadres("link naar het besluit", blank=True)

    class Meta:
        verbose_name = "regimekeuze"
        verbose_name_plural = "regimekeuzes"
        ordering = ("-besloten_op", "-id")
        triggers = (onveranderlijk("afweging", "advies"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(vorm=""), name="regimekeuze_heeft_vorm", violation_error_message="Kies een vorm."
            ),
            models.CheckConstraint(
                condition=Q(vorm=F("advies")) | Q(advies="") | ~Q(motivering=""),
                name="regimekeuze_afwijking_heeft_motivering",
                violation_error_message="Deze keuze wijkt af van het advies. Schrijf op waarom.",
            ),
        )

    def __str__(self) -> str:
        return self.vorm

    @property
    def wijkt_af(self) -> bool:
        """Whether something else was chosen than the instrument advised; never without an advice."""
        return bool(self.advies) and self.vorm != self.advies
