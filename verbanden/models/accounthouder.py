from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from samenwerkingswijzer.historie import Gevolgd, onveranderlijk
from verbanden.models.periode import PeriodeQuerySet, volgorde, zonder_overlap


class Accounthouderschap(Gevolgd):
    """Who leads a partnership for the municipality, from when till when: one person at a time.

    Source: founding document, 2.4 ('voor ieder samenwerkingsverband wordt een ambtelijke accounthouder benoemd').
    """

    ONVERANDERLIJK = ("id", "verband_id", "gebruiker_id")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="accounthouderschappen", verbose_name="verband"
    )
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="accounthouderschappen", verbose_name="accounthouder"
    )
    van = models.DateField("van")
    tot = models.DateField("tot", null=True, blank=True)

    objects: ClassVar[Any] = PeriodeQuerySet.as_manager()

    class Meta:
        verbose_name = "accounthouderschap"
        verbose_name_plural = "accounthouderschappen"
        ordering = ("-van",)
        triggers = (onveranderlijk("verband", "gebruiker"),)
        constraints = (
            volgorde("accounthouderschap_tot_na_van"),
            zonder_overlap(
                "accounthouderschap_een_tegelijk",
                "verband",
                melding="Er is in die periode al een accounthouder.",
            ),
        )

    def __str__(self) -> str:
        return f"accounthouder {self.gebruiker_id} van {self.verband_id}"


class Teamlid(Gevolgd):
    """Someone in the team around the account holder, for one side of the work (founding document, 2.4)."""

    ONVERANDERLIJK = ("id", "verband_id")

    class Kant(models.TextChoices):
        INHOUD = "inhoud", "Inhoud"
        FINANCIEN = "financien", "Financiën"
        JURIDISCH = "juridisch", "Juridisch"
        PROCES = "proces", "Proces"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="teamleden", verbose_name="verband"
    )
    kant = models.CharField("kant", max_length=20, choices=Kant)
    wie = models.CharField("wie", max_length=120, help_text="De functie, zoals adviseur financiën.")
    van = models.DateField("van", null=True, blank=True)
    tot = models.DateField("tot", null=True, blank=True)

    objects: ClassVar[Any] = PeriodeQuerySet.as_manager()

    class Meta:
        verbose_name = "teamlid"
        verbose_name_plural = "team"
        ordering = ("id",)
        triggers = (onveranderlijk("verband"),)
        constraints = (
            volgorde("teamlid_tot_na_van"),
            models.CheckConstraint(
                condition=Q(kant__in=["inhoud", "financien", "juridisch", "proces"]), name="teamlid_kant_bekend"
            ),
        )

    def __str__(self) -> str:
        return self.wie
