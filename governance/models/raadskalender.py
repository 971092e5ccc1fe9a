from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from samenwerkingswijzer.historie import Gevolgd


class Raadsvergadering(Gevolgd):
    """A meeting of our own raad, of a commissie, or of who sets the agenda: the council's own calendar.

    Source: founding document, function 2 ('wanneer komt de raad in stelling'); kept by the griffie. Only meetings of
    the raad itself count as a chance to decide.
    """

    class Soort(models.TextChoices):
        RAAD = "raad", "Raad"
        COMMISSIE = "commissie", "Commissie"
        AGENDACOMMISSIE = "agendacommissie", "Agendacommissie"

    datum = models.DateField("datum")
    soort = models.CharField("soort", max_length=20, choices=Soort, default=Soort.RAAD)
    stukken_uiterlijk = models.DateField(
        "stukken uiterlijk",
        null=True,
        blank=True,
        help_text="De laatste dag om een stuk voor deze vergadering te geven.",
    )

    class Meta:
        verbose_name = "raadsvergadering"
        verbose_name_plural = "raadsvergaderingen"
        ordering = ("datum", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["datum", "soort"],
                name="raadsvergadering_een_keer",
                violation_error_message="Deze vergadering staat er al.",
            ),
            models.CheckConstraint(
                condition=Q(soort__in=["raad", "commissie", "agendacommissie"]), name="raadsvergadering_soort_bekend"
            ),
            models.CheckConstraint(
                condition=Q(stukken_uiterlijk__isnull=True) | Q(stukken_uiterlijk__lte=F("datum")),
                name="raadsvergadering_stukken_vooraf",
                violation_error_message="De stukken komen voor of op de dag van de vergadering.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.datum}"


class Reces(Gevolgd):
    """Days on which our own raad does not meet, both ends included.

    Source: own filling; kept by the griffie. A meeting in a recess is never counted as a chance to decide.
    """

    naam = models.CharField("naam", max_length=60, help_text="Bijvoorbeeld: zomerreces.")
    van = models.DateField("eerste dag")
    tot = models.DateField("laatste dag")

    class Meta:
        verbose_name = "reces"
        verbose_name_plural = "recessen"
        ordering = ("van", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["van", "naam"], name="reces_een_keer", violation_error_message="Dit reces staat er al."
            ),
            models.CheckConstraint(
                condition=Q(tot__gte=F("van")),
                name="reces_eindigt_na_begin",
                violation_error_message="De laatste dag ligt voor de eerste dag.",
            ),
        )

    def __str__(self) -> str:
        return self.naam
