from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from samenwerkingswijzer.historie import Gevolgd, onveranderlijk
from verbanden.models.velden import procent, tussen


def _euro(naam: str, **opties: Any) -> models.DecimalField[Any, Any]:
    """An amount in whole or hundredths of a euro, never negative; empty when nobody knows."""
    return models.DecimalField(
        naam, max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)], **opties
    )


class Partijaandeel(Gevolgd):
    """What one party does in a partnership in a year, with what result, cost and benefit, and by which key it pays.

    Source: founding document, paragraph 2.2. Owning the partnership and buying services for own account are kept
    apart: what a party buys for itself is paid by that party and never carries a share of the distribution key.
    Shares in percent of all parties together, amounts in euro.
    """

    ONVERANDERLIJK = ("id", "verband_id", "partij_id", "jaar", "soort")

    class Soort(models.TextChoices):
        EIGENDOM = "eigendom", "Samen eigenaar"
        EIGEN_INKOOP = "eigen_inkoop", "Inkoop voor eigen rekening"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="partijaandelen", verbose_name="verband"
    )
    partij = models.ForeignKey(
        "verbanden.Organisatie", models.PROTECT, related_name="partijaandelen", verbose_name="partij"
    )
    jaar = models.PositiveSmallIntegerField("jaar", validators=[MinValueValidator(1980), MaxValueValidator(2100)])
    soort = models.CharField("soort", max_length=20, choices=Soort, default=Soort.EIGENDOM)
    doet = models.CharField("wat deze partij doet", max_length=240, blank=True)
    deel_taak = procent("deel in de taak", help_text="In procenten van de hele opgave.")
    deel_baten = procent("deel in de baten", help_text="In procenten van wat het verband alle partijen oplevert.")
    deel_sleutel = procent("deel in de sleutel", help_text="In procenten, volgens de verdeelsleutel van dit jaar.")
    kosten = _euro("kosten", help_text="Wat deze partij in dit jaar betaalt.")
    baten = _euro("baten", help_text="Wat de diensten voor deze partij waard zijn, of wat zij ontvangt.")
    resultaat = models.CharField("resultaat", max_length=240, blank=True, help_text="Wat het deze partij oplevert.")
    bron = models.CharField("bron", max_length=160, help_text="Het stuk of de berekening waar dit uit komt.")

    class Meta:
        verbose_name = "aandeel van een partij"
        verbose_name_plural = "aandelen van partijen"
        ordering = ("-jaar", "id")
        triggers = (onveranderlijk("verband", "partij", "jaar", "soort"),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "partij", "jaar", "soort"],
                name="partijaandeel_een_per_jaar",
                violation_error_message="Het aandeel van deze partij in dit jaar staat er al.",
            ),
            tussen("jaar", 1980, 2100, "partijaandeel_jaar_zinnig"),
            models.CheckConstraint(
                condition=Q(soort__in=["eigendom", "eigen_inkoop"]), name="partijaandeel_soort_bekend"
            ),
            tussen("deel_taak", 0, 100, "partijaandeel_taak_procent"),
            tussen("deel_baten", 0, 100, "partijaandeel_baten_procent"),
            tussen("deel_sleutel", 0, 100, "partijaandeel_sleutel_procent"),
            models.CheckConstraint(
                condition=Q(soort="eigendom") | Q(deel_sleutel__isnull=True),
                name="partijaandeel_inkoop_zonder_sleutel",
                violation_error_message="Inkoop voor eigen rekening telt niet mee in de verdeelsleutel.",
            ),
            models.CheckConstraint(
                condition=Q(kosten__isnull=True) | Q(kosten__gte=0),
                name="partijaandeel_kosten_positief",
                violation_error_message="Kosten kunnen niet negatief zijn.",
            ),
            models.CheckConstraint(
                condition=Q(baten__isnull=True) | Q(baten__gte=0),
                name="partijaandeel_baten_positief",
                violation_error_message="Baten kunnen niet negatief zijn.",
            ),
            models.CheckConstraint(
                condition=Q(bron__regex=r"\S"),
                name="partijaandeel_heeft_bron",
                violation_error_message="Noem de bron: het stuk of de berekening waar dit uit komt.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.jaar}"
