from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from governance.regels import congruentie
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from verbanden.models.velden import webadres


class StandpuntQuerySet(GevolgdQuerySet):
    """How positions are read."""

    def tot_en_met(self, dag: date) -> Self:
        """What parties said up to a day, the newest first."""
        return self.filter(datum__lte=dag).order_by("-datum", "-id")


class Standpunt(Gevolgd):
    """How one party looked at a partnership on a day: its perspective, and its interests, wishes and motives.

    Source: founding document, paragraph 2.2. The newest row on a day counts as a whole; earlier ones stay as what
    the party said then. `bron` tells how we know: a position of somebody else is never our own guess alone.
    """

    ONVERANDERLIJK = ("id", "verband_id", "partij_id", "datum")

    class Perspectief(models.TextChoices):
        ZELF_PER_VERBAND = congruentie.Perspectief.ZELF_PER_VERBAND.value, "1 Scherp onderhandelen: zelf, per verband"
        SAMEN_PER_VERBAND = congruentie.Perspectief.SAMEN_PER_VERBAND.value, "2 Samen zoeken: samen, per verband"
        ZELF_OVER_VERBANDEN = (
            congruentie.Perspectief.ZELF_OVER_VERBANDEN.value,
            "3 Ruilen over verbanden: zelf, per saldo",
        )
        SAMEN_OVER_VERBANDEN = (
            congruentie.Perspectief.SAMEN_OVER_VERBANDEN.value,
            "4 Samen het geheel wegen: samen, per saldo",
        )
        ONBEKEND = congruentie.Perspectief.ONBEKEND.value, "Weten wij nog niet"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="standpunten", verbose_name="verband"
    )
    partij = models.ForeignKey(
        "verbanden.Organisatie", models.PROTECT, related_name="standpunten", verbose_name="partij"
    )
    datum = models.DateField("datum", help_text="De dag waarop de partij dit zei of schreef.")
    perspectief = models.CharField("perspectief", max_length=30, choices=Perspectief, default=Perspectief.ONBEKEND)
    belangen = models.TextField("belangen, wensen en motieven", max_length=600, blank=True)
    bron = models.CharField("bron", max_length=160, help_text="Het gesprek of het stuk waaruit dit blijkt.")
    url = webadres("link naar de bron", blank=True)

    objects: ClassVar[Any] = StandpuntQuerySet.as_manager()

    class Meta:
        verbose_name = "standpunt"
        verbose_name_plural = "standpunten"
        ordering = ("-datum", "-id")
        triggers = (onveranderlijk("verband", "partij", "datum"),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "partij", "datum"],
                name="standpunt_een_per_dag",
                violation_error_message="Van deze partij staat er op deze dag al een standpunt.",
            ),
            models.CheckConstraint(
                condition=Q(
                    perspectief__in=[
                        "zelf_per_verband",
                        "samen_per_verband",
                        "zelf_over_verbanden",
                        "samen_over_verbanden",
                        "onbekend",
                    ]
                ),
                name="standpunt_perspectief_bekend",
            ),
            models.CheckConstraint(
                condition=Q(bron__regex=r"\S"),
                name="standpunt_heeft_bron",
                violation_error_message="Noem de bron: het gesprek of het stuk waaruit dit blijkt.",
            ),
            models.CheckConstraint(
                condition=~Q(perspectief="onbekend") | Q(belangen__regex=r"\S"),
                name="standpunt_zegt_iets",
                violation_error_message="Kies een perspectief of schrijf op welke belangen er zijn.",
            ),
        )

    def __str__(self) -> str:
        return f"standpunt van {self.datum:%Y-%m-%d}"
