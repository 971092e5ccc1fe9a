from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar, Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from evaluatie.models import evaluatiebewaking
from evaluatie.models.evaluatie import Evaluatie
from samenwerkingswijzer.bewaking import VasteWeigering
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk


class Waardering(models.TextChoices):
    """The words of the scale; a version of the evaluatiekader may call them otherwise."""

    ONVOLDOENDE = "onvoldoende", "Onvoldoende"
    MATIG = "matig", "Matig"
    VOLDOENDE = "voldoende", "Voldoende"
    GOED = "goed", "Goed"
    GEEN = "geen_oordeel", "Geen oordeel"


class EvaluatieoordeelQuerySet(GevolgdQuerySet):
    """How judgements are read."""

    def van(self, evaluatie_ids: Iterable[int], moment: datetime | None = None) -> Self:
        """Those on these evaluations as known at `moment`, the oldest first."""
        return self.op(moment, evaluatie_id__in=list(evaluatie_ids)).order_by("id")


class Evaluatieoordeel(Gevolgd):
    """What one person finds of one criterion: a word, a sentence and the evidence. Differences stay to be seen.

    Source: founding document, 2.3 point 4. Only its author changes it, and only while the evaluation asks for
    judgements. Without evidence there is no judgement but 'geen oordeel'.
    """

    ONVERANDERLIJK = ("id", "evaluatie_id", "criterium", "auteur_id")

    evaluatie = models.ForeignKey(Evaluatie, models.PROTECT, related_name="oordelen", verbose_name="evaluatie")
    criterium = models.SlugField("criterium", max_length=40)
    auteur = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="van")
    functie = models.CharField("uw functie", max_length=80, help_text="De functie, niet de naam.")
    oordeel = models.CharField("oordeel", max_length=20, choices=Waardering)
    zin = models.CharField("waarom", max_length=300)
    bewijs = models.CharField("bewijs", max_length=300, blank=True)
    datum = models.DateField("datum")

    objects: ClassVar[Any] = EvaluatieoordeelQuerySet.as_manager()

    class Meta:
        verbose_name = "oordeel in een evaluatie"
        verbose_name_plural = "oordelen in evaluaties"
        ordering = ("id",)
        triggers = (
            onveranderlijk("evaluatie", "criterium", "auteur"),
            VasteWeigering(name="blijft_zichtbaar", operation=pgtrigger.Delete),
            evaluatiebewaking.alleen_tijdens_oordeel(),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["evaluatie", "criterium", "auteur"],
                name="evaluatieoordeel_een_per_persoon",
                violation_error_message="U heeft dit criterium al beoordeeld.",
            ),
            models.CheckConstraint(
                condition=Q(oordeel__in=["onvoldoende", "matig", "voldoende", "goed", "geen_oordeel"]),
                name="evaluatieoordeel_oordeel_bekend",
            ),
            models.CheckConstraint(
                condition=Q(zin__regex=r"\S", functie__regex=r"\S"),
                name="evaluatieoordeel_heeft_zin",
                violation_error_message="Een oordeel zonder zin telt niet. Vul ook uw functie in.",
            ),
            models.CheckConstraint(
                condition=Q(oordeel="geen_oordeel") | Q(bewijs__regex=r"\S"),
                name="evaluatieoordeel_heeft_bewijs",
                violation_error_message="Schrijf op welk bewijs er is. Is het er niet, kies dan 'geen oordeel'.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.functie}: {self.get_oordeel_display()}"
