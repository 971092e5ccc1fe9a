from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from governance.models.momenttekst import Mandaat, Momentstatus, Momenttekst, RolRaad, tekstregels
from samenwerkingswijzer.historie import GevolgdQuerySet, onveranderlijk


class MomentQuerySet(GevolgdQuerySet):
    """How moments are read."""

    def buiten_mandaat(self, dag: date) -> Self:
        """Those to come that do not fit the mandate of the college."""
        return self.filter(mandaat=Mandaat.NEE, datum__gte=dag).exclude(status=Momentstatus.VERVALLEN)

    def te_toetsen(self, dag: date) -> Self:
        """Those to come at which the college or the board acts, and of which nobody said whether they fit."""
        wie = [Moment.Wie.COLLEGE, Moment.Wie.BESTUUR]
        open_ = [Mandaat.ONBEANTWOORD, Mandaat.WEET_NIET]
        return self.filter(wie__in=wie, mandaat__in=open_, datum__gte=dag).exclude(status=Momentstatus.VERVALLEN)


class Moment(Momenttekst):
    """A date on which someone must act for a partnership: who, what, and what the raad can still influence.

    Source: founding document, function 2 ('wie doet wat wanneer, wanneer komt de raad in stelling').
    """

    ONVERANDERLIJK = ("id", "verband_id")

    RolRaad = RolRaad
    Mandaat = Mandaat

    class Wie(models.TextChoices):
        RAAD = "raad", "Raad"
        COMMISSIE = "commissie", "Raadscommissie"
        COLLEGE = "college", "College"
        ACCOUNTHOUDER = "accounthouder", "Accounthouder"
        GRIFFIE = "griffie", "Griffie"
        BESTUUR = "bestuur", "Bestuur"

    class Soort(models.TextChoices):
        BESTUUR = "bestuursvergadering", "Vergadering van het bestuur of de aandeelhouders"
        EVALUATIE = "evaluatie", "Evaluatie"
        EINDE = "contracteinde", "Einde van de afspraak"
        OPZEGGEN = "opzegging", "Laatste dag om op te zeggen"
        HEROVERWEGEN = "heroverweging", "Heroverweging"
        WERKBEZOEK = "werkbezoek", "Werkbezoek"
        RAADSINFORMATIE = "raadsinformatie", "Raadsinformatie"
        ANDERS = "anders", "Anders"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="momenten", verbose_name="verband"
    )
    datum = models.DateField("datum")
    wie = models.CharField("wie", max_length=20, choices=Wie)
    soort = models.CharField("soort", max_length=20, choices=Soort, default=Soort.ANDERS)
    titel = models.CharField("wat", max_length=160)
    uiterlijk = models.DateField("uiterlijk", null=True, blank=True, help_text="De laatste dag waarop het nog kan.")

    objects: ClassVar[Any] = MomentQuerySet.as_manager()

    class Meta:
        verbose_name = "moment"
        verbose_name_plural = "momenten"
        ordering = ("datum", "id")
        triggers = (onveranderlijk("verband"),)
        indexes = (models.Index(fields=["datum"]),)
        constraints = (
            *tekstregels(),
            models.CheckConstraint(
                condition=Q(wie__in=["raad", "commissie", "college", "accounthouder", "griffie", "bestuur"]),
                name="moment_wie_bekend",
            ),
            models.CheckConstraint(
                condition=Q(
                    soort__in=[
                        "bestuursvergadering",
                        "evaluatie",
                        "contracteinde",
                        "opzegging",
                        "heroverweging",
                        "werkbezoek",
                        "raadsinformatie",
                        "anders",
                    ]
                ),
                name="moment_soort_bekend",
            ),
        )

    def __str__(self) -> str:
        return self.titel
