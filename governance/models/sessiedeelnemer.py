from __future__ import annotations

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from governance.models import sessiebewaking
from governance.models.sessie import Sessie
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk

ZONDER_FRACTIE = "Zonder fractie"


class SessiedeelnemerQuerySet(GevolgdQuerySet):
    """How participants are read."""

    def aanwezig(self) -> Self:
        """Those who still take part."""
        return self.filter(verwijderd_op__isnull=True)

    def geteld(self) -> Self:
        """Those whose scores count: who takes part, and who was removed with scores that stay."""
        return self.filter(Q(verwijderd_op__isnull=True) | Q(telt_mee=True))


class Sessiedeelnemer(Gevolgd):
    """Who takes part in a session, for the raad (with the fractie of then) or for the college.

    Source: founding document, 2.3. Whoever is removed keeps a row; `telt_mee` then says whether the scores count.
    """

    ONVERANDERLIJK = ("id", "sessie_id", "gebruiker_id")

    class Kant(models.TextChoices):
        RAAD = "raad", "Raad"
        COLLEGE = "college", "College"

    sessie = models.ForeignKey(Sessie, models.PROTECT, related_name="deelnemers", verbose_name="sessie")
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="wie")
    kant = models.CharField("kant", max_length=20, choices=Kant)
    fractie = models.CharField("fractie", max_length=60, blank=True)
    verwijderd_op = models.DateTimeField("verwijderd op", null=True, blank=True)
    telt_mee = models.BooleanField("scores tellen mee", null=True, blank=True)

    bericht_op = models.DateTimeField("bericht over de leesbladen", null=True, blank=True)

    objects: ClassVar[Any] = SessiedeelnemerQuerySet.as_manager()

    class Meta:
        verbose_name = "deelnemer aan een sessie"
        verbose_name_plural = "deelnemers aan een sessie"
        ordering = ("kant", "fractie", "id")
        triggers = (
            onveranderlijk("sessie", "gebruiker"),
            sessiebewaking.vastgesteld_blijft("NEW.sessie_id, OLD.sessie_id"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["sessie", "gebruiker"],
                name="sessiedeelnemer_een_keer",
                violation_error_message="Deze deelnemer doet al mee.",
            ),
            models.CheckConstraint(condition=Q(kant__in=["raad", "college"]), name="sessiedeelnemer_kant_bekend"),
            models.CheckConstraint(
                condition=Q(kant="raad") | Q(fractie=""),
                name="sessiedeelnemer_fractie_van_raad",
                violation_error_message="Alleen een raadslid heeft een fractie.",
            ),
            models.CheckConstraint(
                condition=Q(verwijderd_op__isnull=True, telt_mee__isnull=True)
                | Q(verwijderd_op__isnull=False, telt_mee__isnull=False),
                name="sessiedeelnemer_verwijderd_met_keuze",
                violation_error_message="Kies of de scores van wie weggaat blijven meetellen.",
            ),
        )

    def __str__(self) -> str:
        return f"deelnemer {self.pk}"

    @property
    def groep(self) -> str:
        """The group that this participant scores in."""
        return groepsnaam(self)


def groepsnaam(rij: Any) -> str:
    """The group of a participant, also of a historical row: the fractie, or the college."""
    if rij.kant == Sessiedeelnemer.Kant.COLLEGE:
        return Sessiedeelnemer.Kant.COLLEGE.label
    return rij.fractie or ZONDER_FRACTIE
