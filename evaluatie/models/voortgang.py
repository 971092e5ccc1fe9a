from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar, Self

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from evaluatie.regels.ronde import Ogenblik, Ronde
from samenwerkingswijzer.bewaking import VasteRegel
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk

EERSTE_JAAR, LAATSTE_JAAR = 2000, 2100


class VoortgangQuerySet(GevolgdQuerySet):
    """How progress reports are read."""

    def van(self, verband_ids: Iterable[int], moment: datetime | None) -> Self:
        """Those of these partnerships as known at `moment`."""
        return self.op(moment, verband_id__in=list(verband_ids))

    def in_ronde(self, ronde: Ronde) -> Self:
        """Those of one round."""
        return self.filter(jaar=ronde.jaar, moment=ronde.moment.value)


class Voortgang(Gevolgd):
    """What the accounthouder tells of a partnership twice a year, with the begroting and with the jaarrekening.

    Source: founding document, function 3. A finished one is read-only; it can be opened again, and its history stays.
    Amounts in euro.
    """

    ONVERANDERLIJK = ("id", "verband_id", "jaar", "moment")

    class Moment(models.TextChoices):
        BEGROTING = Ogenblik.BEGROTING.value, "Begroting"
        JAARREKENING = Ogenblik.JAARREKENING.value, "Jaarrekening"

    class Status(models.TextChoices):
        CONCEPT = "concept", "Concept"
        AFGEROND = "afgerond", "Afgerond"

    class Antwoord(models.TextChoices):
        JA = "ja", "Ja"
        DEELS = "deels", "Deels"
        NEE = "nee", "Nee"
        ONBEKEND = "onbekend", "Nog niet te zeggen"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="voortgangen", verbose_name="verband"
    )
    jaar = models.PositiveSmallIntegerField(
        "jaar", validators=[MinValueValidator(EERSTE_JAAR), MaxValueValidator(LAATSTE_JAAR)]
    )
    moment = models.CharField("bij", max_length=20, choices=Moment)
    status = models.CharField("status", max_length=20, choices=Status, default=Status.CONCEPT)
    resultaten = models.TextField(
        "resultaten", max_length=2000, blank=True, help_text="Wat is er bereikt of gedaan? Nodig om af te ronden."
    )
    begroot = models.DecimalField(
        "bijdrage volgens de begroting", max_digits=14, decimal_places=2, null=True, blank=True, help_text="In euro."
    )
    werkelijk = models.DecimalField(
        "bijdrage werkelijk of verwacht", max_digits=14, decimal_places=2, null=True, blank=True, help_text="In euro."
    )
    kosten = models.TextField("toelichting op de kosten", max_length=600, blank=True)
    risicos = models.TextField("risico's", max_length=1000, blank=True, help_text="Wat kan ons geld of tijd kosten?")
    beantwoordt = models.CharField(
        "beantwoordt het aan het motief", max_length=10, choices=Antwoord, default=Antwoord.ONBEKEND
    )
    motief = models.TextField(
        "waarom wel of niet",
        max_length=600,
        blank=True,
        help_text="Halen wij eruit waarvoor wij meedoen? Nodig om af te ronden.",
    )
    veranderd = models.TextField("wat is er veranderd", max_length=1000, blank=True)
    afgerond_op = models.DateTimeField("afgerond op", null=True, blank=True)
    afgerond_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="afgerond door"
    )

    objects: ClassVar[Any] = VoortgangQuerySet.as_manager()

    class Meta:
        verbose_name = "voortgang"
        verbose_name_plural = "voortgang"
        ordering = ("id",)
        triggers = (
            onveranderlijk("verband", "jaar", "moment"),
            VasteRegel(
                name="afgerond_blijft",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__status="afgerond"),
                func="""
                    IF TG_OP = 'UPDATE' AND NEW.status = 'concept' THEN
                        RETURN NEW;
                    END IF;
                    RAISE EXCEPTION 'a finished progress report stays as it is';
                """,
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "jaar", "moment"],
                name="voortgang_een_per_ronde",
                violation_error_message="Voor deze ronde is er al een voortgang.",
            ),
            models.CheckConstraint(
                condition=Q(jaar__range=(EERSTE_JAAR, LAATSTE_JAAR)),
                name="voortgang_jaar_bestaat",
                violation_error_message="Kies een jaar tussen 2000 en 2100.",
            ),
            models.CheckConstraint(
                condition=Q(moment__in=["begroting", "jaarrekening"]), name="voortgang_moment_bekend"
            ),
            models.CheckConstraint(
                condition=Q(status="concept", afgerond_op__isnull=True, afgerond_door__isnull=True)
                | Q(status="afgerond", afgerond_op__isnull=False, afgerond_door__isnull=False),
                name="voortgang_afgerond_heeft_wie_en_wanneer",
                violation_error_message="Een afgeronde voortgang heeft een dag en iemand die haar afrondde.",
            ),
            models.CheckConstraint(
                condition=Q(beantwoordt__in=["ja", "deels", "nee", "onbekend"]), name="voortgang_beantwoordt_bekend"
            ),
            models.CheckConstraint(
                condition=Q(status="concept") | Q(resultaten__regex=r"\S", motief__regex=r"\S"),
                name="voortgang_afgerond_is_ingevuld",
                violation_error_message="Vul de resultaten in, en of het aan het motief beantwoordt.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_moment_display()} {self.jaar}"

    @property
    def ronde(self) -> Ronde:
        """The round that it belongs to."""
        return Ronde(self.jaar, Ogenblik(self.moment))


# The one table of allowed steps.
VOLGENDE: dict[str, frozenset[str]] = {
    Voortgang.Status.CONCEPT: frozenset({Voortgang.Status.AFGEROND}),
    Voortgang.Status.AFGEROND: frozenset({Voortgang.Status.CONCEPT}),
}
