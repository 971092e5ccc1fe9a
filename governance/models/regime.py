from __future__ import annotations

from django.db import models
from django.db.models import Q

from samenwerkingswijzer.historie import Gevolgd, onveranderlijk
from verbanden.models.velden import webadres


class Regimepunt(Gevolgd):
    """A role, power or agreement that holds in fact for a partnership, or that we know does not hold.

    Source: founding document, paragraph 2.1. `keuze` is a word of the afwegingskader, so that advice and reality can
    stand side by side; `naam` is what it was called then. Without a row nobody looked. The form stands in the register.
    """

    ONVERANDERLIJK = ("id", "verband_id", "keuze", "naam")

    class Stand(models.TextChoices):
        GELDT = "geldt", "Geldt"
        GELDT_NIET = "geldt_niet", "Geldt niet"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="regimepunten", verbose_name="verband"
    )
    keuze = models.CharField("code van de rol of afspraak", max_length=60)
    naam = models.CharField("rol of afspraak", max_length=160)
    stand = models.CharField("stand", max_length=20, choices=Stand, default=Stand.GELDT)
    vindplaats = models.CharField(
        "waar staat dat", max_length=120, blank=True, help_text="Bijvoorbeeld: regeling, artikel 24."
    )
    url = webadres("link naar de tekst", blank=True)
    sinds = models.DateField("sinds", null=True, blank=True)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    nagekeken_op = models.DateField("nagekeken op", help_text="De dag waarop iemand dit heeft nagekeken.")

    class Meta:
        verbose_name = "punt van het regime"
        verbose_name_plural = "punten van het regime"
        ordering = ("id",)
        triggers = (onveranderlijk("verband", "keuze", "naam"),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "keuze"],
                name="regimepunt_een_per_keuze",
                violation_error_message="Deze rol of afspraak staat er al.",
            ),
            models.CheckConstraint(condition=Q(stand__in=["geldt", "geldt_niet"]), name="regimepunt_stand_bekend"),
            models.CheckConstraint(
                condition=Q(keuze__regex=r"\S"),
                name="regimepunt_heeft_keuze",
                violation_error_message="Kies een rol of afspraak.",
            ),
            models.CheckConstraint(
                condition=Q(naam__regex=r"\S"),
                name="regimepunt_heeft_naam",
                violation_error_message="Een rol of afspraak heeft een naam.",
            ),
            models.CheckConstraint(
                condition=Q(stand="geldt") | Q(sinds__isnull=True),
                name="regimepunt_sinds_alleen_als_het_geldt",
                violation_error_message="Wat niet geldt, heeft geen begindatum.",
            ),
        )

    def __str__(self) -> str:
        return self.naam
