from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from governance.models.momenttekst import Momenttekst, tekstregels
from governance.models.stukkenronde import EERSTE_JAAR, LAATSTE_JAAR, Stukkenronde, stuktitel
from samenwerkingswijzer.historie import onveranderlijk
from verbanden.models.velden import tussen


class Stapmoment(Momenttekst):
    """What people wrote about one computed step: of which partnership, paper, year and step. It holds no date of law.

    Source: founding document, function 2. The date is computed when it is asked for, so a moved meeting or a changed
    law moves the step, and what was written stays with it. A step about which nobody wrote has no row.
    """

    ONVERANDERLIJK = ("id", "verband_id", "stuk", "jaar", "nummer", "stap")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="stapmomenten", verbose_name="verband"
    )
    stuk = models.CharField("stuk", max_length=20, choices=Stukkenronde.Stuk)
    jaar = models.PositiveSmallIntegerField(
        "jaar van het stuk", validators=[MinValueValidator(EERSTE_JAAR), MaxValueValidator(LAATSTE_JAAR)]
    )
    nummer = models.PositiveSmallIntegerField("nummer", default=1, validators=[MinValueValidator(1)])
    stap = models.SlugField("stap", max_length=40)
    behandeling = models.DateField(
        "de raad behandelt het op",
        null=True,
        blank=True,
        help_text="Laat leeg, dan kiest het portaal de laatste vergadering die past.",
    )

    class Meta:
        verbose_name = "tekst bij een stap"
        verbose_name_plural = "teksten bij stappen"
        ordering = ("jaar", "id")
        triggers = (onveranderlijk("verband", "stuk", "jaar", "nummer", "stap"),)
        constraints = (
            *tekstregels(),
            models.UniqueConstraint(
                fields=["verband", "stuk", "jaar", "nummer", "stap"],
                name="stapmoment_een_keer",
                violation_error_message="Iemand schreef intussen bij deze stap. Lees dat eerst.",
            ),
            models.CheckConstraint(
                condition=Q(stuk__in=["begroting", "jaarrekening", "begrotingswijziging"]),
                name="stapmoment_stuk_bekend",
            ),
            tussen("jaar", EERSTE_JAAR, LAATSTE_JAAR, "stapmoment_jaar_zinnig"),
        )

    def __str__(self) -> str:
        return f"{stuktitel(self.stuk, self.jaar, self.nummer)}: {self.stap}"
