from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from samenwerkingswijzer.historie import Gevolgd, onveranderlijk
from verbanden.models.velden import tussen


class Portefeuille(Gevolgd):
    """What a member of the college answers for; named by the office, such as 'wethouder sociaal domein'."""

    ONVERANDERLIJK = ("id",)

    naam = models.CharField("naam", max_length=80, unique=True)
    houder = models.CharField("portefeuillehouder", max_length=120, help_text="De functie, zoals wethouder zorg.")
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="portefeuilles",
        verbose_name="account van de houder",
    )

    class Meta:
        verbose_name = "portefeuille"
        verbose_name_plural = "portefeuilles"
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.houder


class Programma(Gevolgd):
    """A programme of the municipal budget, to which each partnership is tied (BBV art. 8 lid 3 b)."""

    ONVERANDERLIJK = ("id",)

    naam = models.CharField("naam", max_length=80, unique=True)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100)

    class Meta:
        verbose_name = "programma"
        verbose_name_plural = "programma's"
        ordering = ("volgorde", "naam")

    def __str__(self) -> str:
        return self.naam


class Programmadeel(Gevolgd):
    """The part of a partnership's contribution that belongs to one programme; the parts together are 100 %."""

    ONVERANDERLIJK = ("id", "verband_id", "programma_id")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="programmadelen", verbose_name="verband"
    )
    programma = models.ForeignKey(Programma, models.PROTECT, related_name="delen", verbose_name="programma")
    aandeel = models.DecimalField(
        "deel van de bijdrage",
        max_digits=6,
        decimal_places=3,
        default=100,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text="In procenten. Alle delen samen zijn 100.",
    )

    class Meta:
        verbose_name = "programma van een verband"
        verbose_name_plural = "programma's van een verband"
        ordering = ("id",)
        triggers = (onveranderlijk("verband", "programma"),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "programma"],
                name="programmadeel_een_per_programma",
                violation_error_message="Dit programma staat er al.",
            ),
            tussen("aandeel", 0, 100, "programmadeel_procent"),
        )

    def __str__(self) -> str:
        return f"programma {self.programma_id} van {self.verband_id}"
