from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from evaluatie.models import evaluatiebewaking
from evaluatie.models.evaluatie import Evaluatie, Stap
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk


class Evaluatiestap(Gevolgd):
    """Who does a step of an evaluation, before which day, and on which day it was done.

    Source: founding document, 2.3 point 4. `klaar_op` is empty while the step is still to be done.
    """

    ONVERANDERLIJK = ("id", "evaluatie_id", "stap")

    evaluatie = models.ForeignKey(Evaluatie, models.PROTECT, related_name="stappen", verbose_name="evaluatie")
    stap = models.CharField("stap", max_length=20, choices=Stap)
    wie = models.CharField("wie", max_length=80, help_text="Noem de functie, niet de persoon.")
    gepland_op = models.DateField("klaar voor")
    klaar_op = models.DateField("klaar op", null=True, blank=True)

    objects: ClassVar[Any] = GevolgdQuerySet.as_manager()

    class Meta:
        verbose_name = "stap van een evaluatie"
        verbose_name_plural = "stappen van evaluaties"
        ordering = ("id",)
        triggers = (onveranderlijk("evaluatie", "stap"), evaluatiebewaking.bij_vastgesteld_vast())
        constraints = (
            models.UniqueConstraint(
                fields=["evaluatie", "stap"],
                name="evaluatiestap_een_per_stap",
                violation_error_message="Deze stap staat al in de planning.",
            ),
            models.CheckConstraint(
                condition=Q(stap__in=["opzet", "gegevens", "oordeel", "gesprek", "conclusie", "vastgesteld"]),
                name="evaluatiestap_stap_bekend",
            ),
            models.CheckConstraint(
                condition=Q(wie__regex=r"\S"),
                name="evaluatiestap_heeft_wie",
                violation_error_message="Vul in wie deze stap doet.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_stap_display()}: {self.wie}"
