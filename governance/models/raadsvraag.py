from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk


class RaadsvraagQuerySet(GevolgdQuerySet):
    """How questions of the raad are read."""

    def open(self) -> Self:
        """Those without an answer, the oldest first."""
        return self.filter(beantwoord_op__isnull=True).order_by("gesteld_op", "id")

    def beantwoord(self) -> Self:
        """Those with an answer."""
        return self.filter(beantwoord_op__isnull=False)

    def van(self, verband_ids: Iterable[int] | None, moment: Any) -> Self:
        """Those about these partnerships (None: about all), as known at `moment`, the newest first."""
        vast = {} if verband_ids is None else {"verband_id__in": list(verband_ids)}
        return self.op(moment, **vast).order_by("-gesteld_op", "-id")


class Raadsvraag(Gevolgd):
    """An informative question of a council member to the college about a partnership, with the answer.

    Source: founding document, 2.3 point 2: who asks says which politically relevant point the question serves.
    By when it must be answered is computed from the municipality's own term. The fractie is that of the day it was
    asked; `beantwoord_door` answers for the college.
    """

    ONVERANDERLIJK = ("id", "verband_id", "gesteld_door_id", "gesteld_op")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="raadsvragen", verbose_name="verband"
    )
    onderwerp = models.CharField("onderwerp", max_length=160, help_text="In een paar woorden.")
    vraag = models.TextField("vraag", max_length=2000)
    politiek_punt = models.TextField(
        "welk politiek punt dient deze vraag",
        max_length=600,
        help_text="Waar kunnen raadsleden verschillend over denken? Wat wilt u met het antwoord kunnen kiezen?",
    )
    gesteld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="raadsvragen", verbose_name="gesteld door"
    )
    fractie = models.CharField("fractie", max_length=60, blank=True)
    gesteld_op = models.DateField("gesteld op")
    antwoord = models.TextField("antwoord", max_length=6000, blank=True)
    beantwoord_op = models.DateField("beantwoord op", null=True, blank=True)
    beantwoord_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="beantwoord door",
    )

    objects: ClassVar[Any] = RaadsvraagQuerySet.as_manager()

    class Meta:
        verbose_name = "raadsvraag"
        verbose_name_plural = "raadsvragen"
        ordering = ("-gesteld_op", "-id")
        triggers = (onveranderlijk("verband", "gesteld_door", "gesteld_op"),)
        indexes = (models.Index(fields=["beantwoord_op", "gesteld_op"]),)
        constraints = (
            models.CheckConstraint(
                condition=Q(onderwerp__regex=r"\S", vraag__regex=r"\S"),
                name="raadsvraag_heeft_vraag",
                violation_error_message="Schrijf uw vraag op, met een onderwerp.",
            ),
            models.CheckConstraint(
                condition=Q(politiek_punt__regex=r"\S"),
                name="raadsvraag_dient_politiek_punt",
                violation_error_message="Schrijf op welk politiek punt deze vraag dient.",
            ),
            models.CheckConstraint(
                condition=Q(antwoord="", beantwoord_op__isnull=True, beantwoord_door__isnull=True)
                | Q(beantwoord_op__isnull=False, beantwoord_door__isnull=False) & Q(antwoord__regex=r"\S"),
                name="raadsvraag_antwoord_met_dag",
                violation_error_message="Bij een antwoord horen een tekst, een dag en wie antwoordde.",
            ),
            models.CheckConstraint(
                condition=Q(beantwoord_op__gte=F("gesteld_op")),
                name="raadsvraag_antwoord_na_vraag",
                violation_error_message="Een antwoord komt na de vraag.",
            ),
        )

    def __str__(self) -> str:
        return self.onderwerp

    @property
    def is_beantwoord(self) -> bool:
        """Whether there is an answer."""
        return self.beantwoord_op is not None
