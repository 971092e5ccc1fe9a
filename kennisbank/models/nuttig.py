from __future__ import annotations

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk


class NuttigQuerySet(GevolgdQuerySet):
    """How answers are counted."""

    def per_antwoord(self, artikel_id: int) -> dict[str, int]:
        """How many readers said yes and no of an article; one query."""
        rijen = self.filter(artikel_id=artikel_id).order_by().values_list("antwoord")
        return dict(rijen.annotate(aantal=models.Count("id")))

    def van(self, gebruiker_id: int) -> Self:
        """What one reader said."""
        return self.filter(gebruiker_id=gebruiker_id)


class Nuttig(Gevolgd):
    """Whether a reader found an article useful: one answer for each person, which they may change.

    Own filling: issue 'kennisbank'. Only counts are shown, never who said what.
    """

    ONVERANDERLIJK = ("id", "artikel_id", "gebruiker_id")

    class Antwoord(models.TextChoices):
        JA = "ja", "Ja"
        NEE = "nee", "Nee"

    artikel = models.ForeignKey("kennisbank.Artikel", models.PROTECT, related_name="+", verbose_name="artikel")
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="lezer")
    antwoord = models.CharField("had u hier iets aan", max_length=5, choices=Antwoord)

    objects: ClassVar[Any] = NuttigQuerySet.as_manager()

    class Meta:
        verbose_name = "antwoord op 'had u hier iets aan'"
        verbose_name_plural = "antwoorden op 'had u hier iets aan'"
        ordering = ("id",)
        triggers = (onveranderlijk("artikel", "gebruiker"),)
        constraints = (
            models.UniqueConstraint(
                fields=["artikel", "gebruiker"],
                name="nuttig_een_per_lezer",
                violation_error_message="U gaf al een antwoord. U kunt het veranderen.",
            ),
            models.CheckConstraint(condition=Q(antwoord__in=["ja", "nee"]), name="nuttig_antwoord_bekend"),
        )

    def __str__(self) -> str:
        return str(self.get_antwoord_display())
