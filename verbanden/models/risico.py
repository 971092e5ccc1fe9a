from __future__ import annotations

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from samenwerkingswijzer.historie import Gevolgd, onveranderlijk


class Risico(Gevolgd):
    """A risk of a partnership for the financial position of the municipality (BBV art. 15 lid 2 e, art. 11 lid 1 b)."""

    ONVERANDERLIJK = ("id", "verband_id")

    class Kans(models.TextChoices):
        KLEIN = "klein", "Klein"
        MIDDEL = "middel", "Middel"
        GROOT = "groot", "Groot"

    class Dekking(models.TextChoices):
        JA = "ja", "Ja"
        NEE = "nee", "Nee"
        ONBEKEND = "onbekend", "Onbekend"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="risicos", verbose_name="verband"
    )
    omschrijving = models.CharField("omschrijving", max_length=200)
    kans = models.CharField("kans", max_length=10, choices=Kans)
    gevolg = models.DecimalField(
        "gevolg voor onze gemeente",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text="In euro.",
    )
    beheersmaatregel = models.TextField("beheersmaatregel", blank=True, max_length=600)
    gedekt = models.CharField(
        "gedekt in het weerstandsvermogen", max_length=10, choices=Dekking, default=Dekking.ONBEKEND
    )
    vervallen_op = models.DateField("vervallen op", null=True, blank=True)

    class Meta:
        verbose_name = "risico"
        verbose_name_plural = "risico's"
        ordering = ("id",)
        triggers = (onveranderlijk("verband"),)
        constraints = (
            models.CheckConstraint(condition=Q(kans__in=["klein", "middel", "groot"]), name="risico_kans_bekend"),
            models.CheckConstraint(condition=Q(gedekt__in=["ja", "nee", "onbekend"]), name="risico_gedekt_bekend"),
            models.CheckConstraint(condition=Q(gevolg__isnull=True) | Q(gevolg__gte=0), name="risico_gevolg_positief"),
        )

    def __str__(self) -> str:
        return self.omschrijving
