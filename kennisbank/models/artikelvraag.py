from __future__ import annotations

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk


class ArtikelvraagQuerySet(GevolgdQuerySet):
    """How questions are read."""

    def open(self) -> Self:
        """Those without an answer, the oldest first."""
        return self.filter(antwoord="").order_by("gesteld_op", "id")


class Artikelvraag(Gevolgd):
    """A question of a reader to the owner of an article, with the answer that everybody may read.

    Own filling: issue 'kennisbank'. The question itself never changes; the answer may be mended.
    """

    ONVERANDERLIJK = ("id", "artikel_id", "vraag", "gesteld_door_id", "gesteld_op")

    artikel = models.ForeignKey("kennisbank.Artikel", models.PROTECT, related_name="+", verbose_name="artikel")
    vraag = models.TextField("uw vraag", max_length=600)
    gesteld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gesteld door"
    )
    gesteld_op = models.DateTimeField("gesteld op")
    antwoord = models.TextField("antwoord", max_length=2000, blank=True)
    beantwoord_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="beantwoord door",
    )
    beantwoord_op = models.DateTimeField("beantwoord op", null=True, blank=True)

    objects: ClassVar[Any] = ArtikelvraagQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag bij een artikel"
        verbose_name_plural = "vragen bij artikelen"
        ordering = ("gesteld_op", "id")
        triggers = (onveranderlijk("artikel", "vraag", "gesteld_door", "gesteld_op"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(vraag__regex=r"\S"),
                name="artikelvraag_heeft_vraag",
                violation_error_message="Schrijf uw vraag op.",
            ),
            models.CheckConstraint(
                condition=Q(antwoord="", beantwoord_door__isnull=True, beantwoord_op__isnull=True)
                | Q(antwoord__regex=r"\S", beantwoord_door__isnull=False, beantwoord_op__isnull=False),
                name="artikelvraag_antwoord_heeft_wie_en_wanneer",
                violation_error_message="Bij een antwoord staat wie het gaf en wanneer.",
            ),
        )

    def __str__(self) -> str:
        return self.vraag[:60]
