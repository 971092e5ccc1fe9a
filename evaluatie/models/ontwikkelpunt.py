from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk


class Stand(models.TextChoices):
    """How far an item of the ontwikkelagenda is."""

    VOORGESTELD = "voorgesteld", "Voorgesteld"
    GEPLAND = "gepland", "Gepland"
    BEZIG = "bezig", "Bezig"
    KLAAR = "klaar", "Klaar"
    VERVALLEN = "vervallen", "Vervallen"


OPEN = frozenset({Stand.VOORGESTELD, Stand.GEPLAND, Stand.BEZIG})
BEGIN = frozenset({Stand.VOORGESTELD, Stand.GEPLAND})

# The one table of allowed steps.
VOLGENDE: dict[Stand, frozenset[Stand]] = {
    Stand.VOORGESTELD: frozenset({Stand.GEPLAND, Stand.VERVALLEN}),
    Stand.GEPLAND: frozenset({Stand.VOORGESTELD, Stand.BEZIG, Stand.VERVALLEN}),
    Stand.BEZIG: frozenset({Stand.GEPLAND, Stand.KLAAR, Stand.VERVALLEN}),
    Stand.KLAAR: frozenset({Stand.BEZIG}),
    Stand.VERVALLEN: frozenset({Stand.VOORGESTELD}),
}


class OntwikkelpuntQuerySet(GevolgdQuerySet):
    """How items are read."""

    def van(self, verband_ids: Iterable[int], moment: datetime | None = None) -> Self:
        """The items of these partnerships as known at `moment`: open ones first, the nearest date first."""
        klaar = models.Case(models.When(stand__in=[stand.value for stand in OPEN], then=0), default=1)
        rijen = self.op(moment, verband_id__in=list(verband_ids))
        return rijen.order_by(klaar, models.F("termijn").asc(nulls_last=True), "id")

    def bord(self, moment: datetime | None = None) -> Self:
        """Every item that did not lapse, as known at `moment`: the nearest date first."""
        rijen = self.op(moment).exclude(stand=Stand.VERVALLEN)
        return rijen.order_by(models.F("termijn").asc(nulls_last=True), "id")


class Ontwikkelpunt(Gevolgd):
    """An improvement that the municipality wants to make: by whom, before when, to what effect.

    Source: founding document, functions 1.2 and 3 (ontwikkelagenda). An item without a partnership is for the
    municipality as a whole. `herkomst` says which gap it came from, as 'page:point'; it is empty for an item that
    somebody wrote down without one.
    """

    ONVERANDERLIJK = ("id", "verband_id", "herkomst")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="ontwikkelpunten",
        verbose_name="verband",
    )
    titel = models.CharField("wat verbeteren wij", max_length=160)
    effect = models.CharField("wat moet het opleveren", max_length=300, blank=True)
    stap = models.CharField("eerste stap", max_length=300, blank=True)
    eigenaar = models.CharField(
        "wie doet het", max_length=80, blank=True, help_text="Noem de functie, niet de persoon."
    )
    termijn = models.DateField("klaar voor", null=True, blank=True)
    stand = models.CharField("stand", max_length=20, choices=Stand, default=Stand.VOORGESTELD)
    voortgang = models.TextField("wat is er gedaan", max_length=1000, blank=True)
    herkomst = models.CharField("herkomst", max_length=160, blank=True)

    objects: ClassVar[Any] = OntwikkelpuntQuerySet.as_manager()

    class Meta:
        verbose_name = "punt van de ontwikkelagenda"
        verbose_name_plural = "punten van de ontwikkelagenda"
        ordering = ("id",)
        triggers = (onveranderlijk("verband", "herkomst"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(titel__regex=r"\S"),
                name="ontwikkelpunt_heeft_titel",
                violation_error_message="Schrijf op wat wij verbeteren.",
            ),
            models.CheckConstraint(
                condition=Q(stand__in=["voorgesteld", "gepland", "bezig", "klaar", "vervallen"]),
                name="ontwikkelpunt_stand_bekend",
            ),
            models.CheckConstraint(
                condition=~Q(stand__in=["gepland", "bezig"]) | (Q(termijn__isnull=False) & Q(eigenaar__regex=r"\S")),
                name="ontwikkelpunt_gepland_heeft_wie_en_wanneer",
                violation_error_message="Wat gepland of bezig is, heeft iemand die het doet en een datum.",
            ),
            models.UniqueConstraint(
                fields=["verband", "herkomst"],
                nulls_distinct=False,
                condition=Q(stand__in=["voorgesteld", "gepland", "bezig"]) & ~Q(herkomst=""),
                name="ontwikkelpunt_een_open_per_herkomst",
                violation_error_message="Dit punt staat al op de ontwikkelagenda.",
            ),
        )

    def __str__(self) -> str:
        return self.titel

    @property
    def open(self) -> bool:
        """Whether it still asks for work."""
        return self.stand in OPEN
