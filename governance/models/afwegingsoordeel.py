from __future__ import annotations

from typing import Any, ClassVar, Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from governance.models.afweging import Afweging
from samenwerkingswijzer.bewaking import VasteWeigering
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk


class AfwegingsoordeelQuerySet(GevolgdQuerySet):
    """How views beside a choice are read."""

    def van(self, afweging: int, moment: Any = None) -> Self:
        """The views on one weighing, as known at `moment`, the oldest first."""
        return self.op(moment, afweging_id=afweging).order_by("datum", "id")


class Afwegingsoordeel(Gevolgd):
    """What somebody who is involved would choose, beside the advice and the decision: who, which form and why.

    Source: founding document, paragraph 2.1 (people match the regime to the situation; dissent stays to be seen). One
    per person; only that person changes it, and only while nothing was decided. It never disappears.
    """

    ONVERANDERLIJK = ("id", "afweging_id", "auteur_id")

    afweging = models.ForeignKey(Afweging, models.PROTECT, related_name="oordelen", verbose_name="afweging")
    auteur = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="van")
    functie = models.CharField("uw functie", max_length=80, help_text="De functie, niet de naam.")
    vorm = models.CharField("welke vorm zou u kiezen", max_length=60)
    waarom = models.CharField("waarom", max_length=300)
    datum = models.DateField("datum")

    objects: ClassVar[Any] = AfwegingsoordeelQuerySet.as_manager()

    class Meta:
        verbose_name = "standpunt bij een afweging"
        verbose_name_plural = "standpunten bij afwegingen"
        ordering = ("datum", "id")
        triggers = (
            onveranderlijk("afweging", "auteur"),
            VasteWeigering(name="blijft_zichtbaar", operation=pgtrigger.Delete),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["afweging", "auteur"],
                name="afwegingsoordeel_een_per_persoon",
                violation_error_message="U heeft bij deze afweging al een standpunt.",
            ),
            models.CheckConstraint(
                condition=~Q(functie="") & ~Q(vorm="") & ~Q(waarom=""),
                name="afwegingsoordeel_is_heel",
                violation_error_message="Vul uw functie, de vorm en de reden in.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.functie}: {self.vorm}"
