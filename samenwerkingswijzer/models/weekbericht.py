from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from samenwerkingswijzer.models.gebruiker import Gebruiker


class Meldingkeuze(Gevolgd):
    """Whether somebody wants the weekly message; without a row they do."""

    ONVERANDERLIJK = ("id", "gebruiker_id")

    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, related_name="meldingkeuzes", verbose_name="gebruiker")
    weekbericht = models.BooleanField("stuur mij elke week een bericht", default=True)

    class Meta:
        verbose_name = "keuze voor meldingen"
        verbose_name_plural = "keuzes voor meldingen"
        ordering = ("id",)
        triggers = (onveranderlijk("gebruiker"),)
        constraints = (
            models.UniqueConstraint(
                fields=["gebruiker"],
                name="meldingkeuze_een_per_gebruiker",
                violation_error_message="Uw keuze is al bewaard. Laad de pagina opnieuw.",
            ),
        )

    def __str__(self) -> str:
        return f"keuze van {self.gebruiker_id}"


class Weekbericht(Gevolgd):
    """The message to one person in one week: first the intention, then whether it left.

    At most once: an intention that never became 'verstuurd' is not sent again in the same week, because nobody can tell
    whether the mail server had it. `signalen` holds the keys that were told: so the next message knows what is new.
    """

    ONVERANDERLIJK = ("id", "gebruiker_id", "periode")

    class Status(models.TextChoices):
        VOORGENOMEN = "voorgenomen", "Voorgenomen"
        VERSTUURD = "verstuurd", "Verstuurd"
        MISLUKT = "mislukt", "Mislukt"

    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, related_name="weekberichten", verbose_name="gebruiker")
    periode = models.CharField("week", max_length=8)
    status = models.CharField("status", max_length=20, choices=Status, default=Status.VOORGENOMEN)
    signalen = models.JSONField("signalen", default=list, blank=True)

    objects: ClassVar[Any] = GevolgdQuerySet.as_manager()

    class Meta:
        verbose_name = "weekbericht"
        verbose_name_plural = "weekberichten"
        ordering = ("-periode", "id")
        triggers = (onveranderlijk("gebruiker", "periode"),)
        constraints = (
            models.UniqueConstraint(
                fields=["gebruiker", "periode"],
                name="weekbericht_een_per_week",
                violation_error_message="In deze week is al een bericht voorgenomen.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["voorgenomen", "verstuurd", "mislukt"]), name="weekbericht_status_bekend"
            ),
            models.CheckConstraint(
                condition=Q(periode__regex=r"^\d{4}-W\d{2}$"),
                name="weekbericht_periode_is_een_week",
                violation_error_message="Een week heet zoals 2026-W21.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.periode} aan {self.gebruiker_id}"
