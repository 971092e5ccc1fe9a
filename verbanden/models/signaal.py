from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThanOrEqual

from samenwerkingswijzer.attendering.catalogus import GRENZEN, catalogus
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from samenwerkingswijzer.opmaak import getal

KORTSTE_TOELICHTING = 10


class Signaaldrempel(Gevolgd):
    """From where on a rule speaks in this municipality, in the unit of the rule; without a row the standard holds."""

    ONVERANDERLIJK = ("id", "regel")

    regel = models.CharField("regel", max_length=40)
    waarde = models.DecimalField("drempel", max_digits=13, decimal_places=2)

    class Meta:
        verbose_name = "drempel van een signaal"
        verbose_name_plural = "drempels van signalen"
        ordering = ("regel",)
        triggers = (onveranderlijk("regel"),)
        constraints = (
            models.UniqueConstraint(
                fields=["regel"],
                name="signaaldrempel_een_per_regel",
                violation_error_message="Voor deze regel is al een drempel gekozen.",
            ),
        )

    def __str__(self) -> str:
        return self.regel

    def clean(self) -> None:
        """Refuse a number that the unit of the rule does not allow."""
        regel = catalogus().get(self.regel)
        if regel is None or regel.drempel is None:
            raise ValidationError({"regel": "Deze regel heeft geen drempel."})
        laagste, hoogste = GRENZEN[regel.drempel.eenheid]
        if self.waarde is not None and not laagste <= self.waarde <= hoogste:
            raise ValidationError({"waarde": f"Kies een getal van {getal(laagste)} tot en met {getal(hoogste)}."})


class Signaalafhandeling(Gevolgd):
    """What was done with one signal: a sentence, by whom and when, and the day when it went on the agenda.

    Source: founding document, 2.3 point 6 and 2.4. `merk` is that of the cause: when the cause changes it is another
    signal, and that is open again. `signaal` keeps the sentence as it was then.
    """

    ONVERANDERLIJK = ("id", "verband_id", "regel", "merk")

    class Uitkomst(models.TextChoices):
        AFGEHANDELD = "afgehandeld", "Afgehandeld"
        AGENDA = "agenda", "Op de langetermijnagenda"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="signaalafhandelingen", verbose_name="verband"
    )
    regel = models.CharField("regel", max_length=40)
    merk = models.CharField("merk van de oorzaak", max_length=16)
    signaal = models.CharField("signaal", max_length=800)
    uitkomst = models.CharField("wat is er gedaan", max_length=20, choices=Uitkomst)
    uitleg = models.CharField(
        "uitleg",
        max_length=240,
        validators=[MinLengthValidator(KORTSTE_TOELICHTING)],
        help_text="Eén of twee zinnen, voor wie er niet bij was.",
    )
    agendadatum = models.DateField("op de agenda van", null=True, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    datum = models.DateField("datum")

    objects: ClassVar[Any] = GevolgdQuerySet.as_manager()

    class Meta:
        verbose_name = "afhandeling van een signaal"
        verbose_name_plural = "afhandelingen van signalen"
        ordering = ("-datum", "-id")
        triggers = (onveranderlijk("verband", "regel", "merk"),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "regel", "merk"],
                name="signaalafhandeling_een_per_oorzaak",
                violation_error_message="Dit signaal is al afgehandeld.",
            ),
            models.CheckConstraint(
                condition=Q(uitkomst__in=["afgehandeld", "agenda"]), name="signaalafhandeling_uitkomst_bekend"
            ),
            models.CheckConstraint(
                condition=Q(uitkomst="agenda", agendadatum__isnull=False)
                | (~Q(uitkomst="agenda") & Q(agendadatum__isnull=True)),
                name="signaalafhandeling_agenda_heeft_dag",
                violation_error_message="Op de agenda hoort een dag, en anders niet.",
            ),
            models.CheckConstraint(
                condition=GreaterThanOrEqual(Length("uitleg"), KORTSTE_TOELICHTING),
                name="signaalafhandeling_heeft_uitleg",
                violation_error_message="Schrijf in een zin op wat er is gedaan.",
            ),
        )

    def __str__(self) -> str:
        return self.signaal
