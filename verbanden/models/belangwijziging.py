from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from samenwerkingswijzer.historie import Gevolgd, onveranderlijk
from verbanden.models.velden import tussen


class Belangwijziging(Gevolgd):
    """What changed in our interest in a partnership in one year, in words, for the jaarstukken (BBV art. 26)."""

    ONVERANDERLIJK = ("id", "verband_id", "jaar")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="belangwijzigingen", verbose_name="verband"
    )
    jaar = models.PositiveSmallIntegerField("jaar", validators=[MinValueValidator(1980), MaxValueValidator(2100)])
    tekst = models.TextField("wat er in ons belang veranderde", max_length=600)

    class Meta:
        verbose_name = "wijziging van het belang"
        verbose_name_plural = "wijzigingen van het belang"
        ordering = ("-jaar",)
        triggers = (onveranderlijk("verband", "jaar"),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "jaar"],
                name="belangwijziging_een_per_jaar",
                violation_error_message="Voor dit jaar staat er al wat er veranderde.",
            ),
            tussen("jaar", 1980, 2100, "belangwijziging_jaar_zinnig"),
        )

    def __str__(self) -> str:
        return f"wijziging van het belang in {self.jaar}"
