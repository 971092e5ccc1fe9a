from __future__ import annotations

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk


class VoorstelQuerySet(GevolgdQuerySet):
    """How proposals are read."""

    def open(self) -> Self:
        """Those that nobody decided on yet."""
        return self.filter(status=Voorstel.Status.OPEN)


class Voorstel(Gevolgd):
    """A change that the national register proposes; the account holder decides, nothing goes by itself.

    `sleutel` names the thing within the partnership; `nu` and `register` are texts for people. `waarde` is for the
    machine: `nu` and `register` as plain values, `kenmerk` (what the register says, to know a rejected proposal
    again) and, for a participant, `wie`.
    """

    ONVERANDERLIJK = ("id", "verband_id")

    class Soort(models.TextChoices):
        NIEUW = "nieuw", "Nieuw verband"
        VELD = "veld", "Gewijzigd gegeven"
        DEELNEMER = "deelnemer", "Deelnemer"
        VERWIJZING = "verwijzing", "Document of link"
        VERSIE = "versie", "Versie van de regeling"
        BEEINDIGD = "beeindigd", "Niet meer in het register"

    class Status(models.TextChoices):
        OPEN = "open", "Nog niet beoordeeld"
        AANGENOMEN = "aangenomen", "Aangenomen"
        AFGEWEZEN = "afgewezen", "Afgewezen"
        VERVALLEN = "vervallen", "Vervallen"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="voorstellen",
        verbose_name="verband",
    )
    soort = models.CharField("soort", max_length=20, choices=Soort)
    sleutel = models.CharField("sleutel", max_length=200, help_text="Waarover het voorstel gaat, binnen het verband.")
    omschrijving = models.CharField("gegeven", max_length=300)
    nu = models.TextField("nu in het portaal", blank=True)
    register = models.TextField("in het register", blank=True)
    waarde = models.JSONField("waarde om over te nemen", default=dict, blank=True)
    bestand_van = models.DateField("bestand van")
    register_gewijzigd_op = models.DateField("in het register gewijzigd op", null=True, blank=True)
    status = models.CharField("status", max_length=20, choices=Status, default=Status.OPEN)
    besluit_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="beoordeeld door",
    )
    besluit_op = models.DateTimeField("beoordeeld op", null=True, blank=True)
    reden = models.CharField("reden", max_length=300, blank=True)

    objects: ClassVar[Any] = VoorstelQuerySet.as_manager()

    class Meta:
        verbose_name = "voorstel uit het register"
        verbose_name_plural = "voorstellen uit het register"
        ordering = ("verband_id", "id")
        triggers = (onveranderlijk("verband"),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "soort", "sleutel"],
                condition=Q(status="open"),
                nulls_distinct=False,
                name="voorstel_een_open",
            ),
            models.CheckConstraint(
                condition=Q(status="open", besluit_op__isnull=True)
                | Q(status__in=["aangenomen", "afgewezen", "vervallen"], besluit_op__isnull=False),
                name="voorstel_besluit_heeft_datum",
            ),
            models.CheckConstraint(
                condition=Q(soort__in=["nieuw", "veld", "deelnemer", "verwijzing", "versie", "beeindigd"]),
                name="voorstel_soort_bekend",
            ),
            models.CheckConstraint(condition=Q(soort="nieuw") | Q(verband__isnull=False), name="voorstel_over_verband"),
        )

    def __str__(self) -> str:
        return self.omschrijving
