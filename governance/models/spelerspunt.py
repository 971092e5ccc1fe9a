from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from governance.regels import samenspeler
from samenwerkingswijzer.historie import Gevolgd, onveranderlijk
from verbanden.models.velden import tussen

PUNTEN = {punt.sleutel: punt.titel for punt in samenspeler.PUNTEN}


class Spelerspunt(Gevolgd):
    """Our yearly self-check on one point of being a good partner in a partnership, with the evidence.

    Source: founding document, paragraph 1.1 (`governance.regels.samenspeler`). A point without a row is not checked.
    """

    ONVERANDERLIJK = ("id", "verband_id", "jaar", "punt")

    class Oordeel(models.TextChoices):
        GOED = samenspeler.Oordeel.GOED.value, "Goed"
        KAN_BETER = samenspeler.Oordeel.KAN_BETER.value, "Kan beter"
        NIET = samenspeler.Oordeel.NIET.value, "Niet"
        ONBEKEND = samenspeler.Oordeel.ONBEKEND.value, "Weten wij nog niet"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="spelerspunten", verbose_name="verband"
    )
    jaar = models.PositiveSmallIntegerField("jaar", validators=[MinValueValidator(1980), MaxValueValidator(2100)])
    punt = models.CharField("punt", max_length=40, choices=list(PUNTEN.items()))
    oordeel = models.CharField("oordeel", max_length=20, choices=Oordeel, default=Oordeel.ONBEKEND)
    bewijs = models.TextField(
        "bewijs", max_length=600, blank=True, help_text="Waar dit uit blijkt: een besluit, een gesprek, een stuk."
    )

    class Meta:
        verbose_name = "punt van de zelfcheck"
        verbose_name_plural = "punten van de zelfcheck"
        ordering = ("-jaar", "id")
        triggers = (onveranderlijk("verband", "jaar", "punt"),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "jaar", "punt"],
                name="spelerspunt_een_per_jaar",
                violation_error_message="Dit punt is voor dit jaar al ingevuld.",
            ),
            tussen("jaar", 1980, 2100, "spelerspunt_jaar_zinnig"),
            models.CheckConstraint(condition=Q(punt__in=list(PUNTEN)), name="spelerspunt_punt_bekend"),
            models.CheckConstraint(
                condition=Q(oordeel__in=["goed", "kan_beter", "niet", "onbekend"]), name="spelerspunt_oordeel_bekend"
            ),
            models.CheckConstraint(
                condition=Q(oordeel="onbekend") | Q(bewijs__regex=r"\S"),
                name="spelerspunt_heeft_bewijs",
                violation_error_message="Schrijf op waar dit uit blijkt.",
            ),
        )

    def __str__(self) -> str:
        return f"{PUNTEN[self.punt]} {self.jaar}"
