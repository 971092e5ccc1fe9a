from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from evaluatie.regels.voortgang import Maat, Richting
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from verbanden.models import Motief
from verbanden.models.velden import Meetwaarde

EERSTE_JAAR, LAATSTE_JAAR = 1990, 2100
JAAR_BESTAAT = "Kies een jaar tussen 1990 en 2100."


class Invalshoek(models.TextChoices):
    """The three sides of a result (founding document, paragraph 2.4)."""

    INHOUD = "inhoud", "Inhoud"
    PROCES = "proces", "Proces"
    SAMENWERKING = "samenwerking", "Samenwerking"


class Richtingkeuze(models.TextChoices):
    """Which way is better."""

    HOGER = Richting.HOGER.value, "Hoger is beter"
    LAGER = Richting.LAGER.value, "Lager is beter"
    GELIJK = Richting.GELIJK.value, "Rond de streefwaarde blijven"


class Ritme(models.TextChoices):
    """How often a goal is measured."""

    KWARTAAL = "kwartaal", "Elk kwartaal"
    HALFJAAR = "halfjaar", "Elk half jaar"
    JAAR = "jaar", "Elk jaar"
    TWEE_JAAR = "twee_jaar", "Elke twee jaar"


# After how many months a measurement is too old: the rhythm and time to deliver (own filling).
HOUDBAAR: dict[str, int] = {Ritme.KWARTAAL: 6, Ritme.HALFJAAR: 9, Ritme.JAAR: 18, Ritme.TWEE_JAAR: 30}


class DoelQuerySet(GevolgdQuerySet):
    """How goals are read."""

    def van(self, verband_ids: Iterable[int], moment: datetime | None) -> Self:
        """The goals of these partnerships as known at `moment`."""
        return self.op(moment, verband_id__in=list(verband_ids))

    def lopend(self, op: date) -> Self:
        """Those that were not given up by then."""
        return self.exclude(vervallen_op__lte=op)


def jaarveld(naam: str, **opties: Any) -> models.PositiveSmallIntegerField:
    """A year that may be unknown."""
    grenzen = [MinValueValidator(EERSTE_JAAR), MaxValueValidator(LAATSTE_JAAR)]
    return models.PositiveSmallIntegerField(naam, null=True, blank=True, validators=grenzen, **opties)


class Doel(Gevolgd):
    """A result that we want from a partnership, on a rung of the prestatieladder, with what it is measured by.

    Source: founding document, paragraph 2.4. A goal may be written down before it can be measured; the check of the
    ladder says what is missing. `trede` is the id of a rung of the version in force.
    """

    ONVERANDERLIJK = ("id", "verband_id")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="doelen", verbose_name="verband"
    )
    titel = models.CharField("korte naam", max_length=60, help_text="Bijvoorbeeld: blijvend aan het werk.")
    omschrijving = models.TextField(
        "het doel in één zin", max_length=300, help_text="Alsof het al is bereikt: 'In 2028 is ...'."
    )
    invalshoek = models.CharField("invalshoek", max_length=20, choices=Invalshoek)
    trede = models.CharField("trede van de prestatieladder", max_length=40)
    indicator = models.CharField("waaraan zien wij het", max_length=160, blank=True)
    eenheid = models.CharField("eenheid", max_length=40, blank=True, help_text="Bijvoorbeeld: inwoners, % of dagen.")
    richting = models.CharField("wat is beter", max_length=10, choices=Richtingkeuze, blank=True)
    marge = Meetwaarde(
        "bandbreedte",
        default=0,
        validators=[MinValueValidator(0)],
        help_text="Alleen bij 'rond de streefwaarde': hoeveel het mag schelen.",
    )
    nulmeting = Meetwaarde("nulmeting", null=True, blank=True, help_text="Hoe het was voordat wij begonnen.")
    nulmeting_jaar = jaarveld("nulmeting van het jaar")
    streefwaarde = Meetwaarde("streefwaarde", null=True, blank=True)
    streefjaar = jaarveld("te bereiken in het jaar")
    ritme = models.CharField("hoe vaak meten", max_length=10, choices=Ritme, default=Ritme.JAAR)
    bron = models.CharField("bron van de cijfers", max_length=160, blank=True, help_text="Wie levert ze, en waar.")
    programma = models.ForeignKey(
        "verbanden.Programma", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="programma"
    )
    motief = models.CharField("motief", max_length=20, choices=Motief, blank=True)
    lokaal = models.CharField("wat het voor onze gemeente betekent", max_length=300, blank=True)
    invloed = models.CharField("wat het verband zelf in de hand heeft", max_length=300, blank=True)
    vervallen_op = models.DateField(
        "vervallen op", null=True, blank=True, help_text="Alleen als wij dit doel loslaten. Het blijft dan te lezen."
    )

    objects: ClassVar[Any] = DoelQuerySet.as_manager()

    class Meta:
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        ordering = ("id",)
        triggers = (onveranderlijk("verband"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(titel__regex=r"\S", omschrijving__regex=r"\S", trede__regex=r"\S"),
                name="doel_heeft_zin_en_trede",
                violation_error_message="Een doel heeft een korte naam, een zin en een trede.",
            ),
            models.CheckConstraint(condition=Q(invalshoek__in=Invalshoek.values), name="doel_invalshoek_bekend"),
            models.CheckConstraint(condition=Q(richting__in=["", *Richtingkeuze.values]), name="doel_richting_bekend"),
            models.CheckConstraint(condition=Q(ritme__in=Ritme.values), name="doel_ritme_bekend"),
            models.CheckConstraint(condition=Q(motief__in=["", *Motief.values]), name="doel_motief_bekend"),
            models.CheckConstraint(
                condition=Q(marge=0) | Q(marge__gt=0, richting="gelijk"),
                name="doel_marge_alleen_bij_gelijk",
                violation_error_message="Een bandbreedte hoort alleen bij 'rond de streefwaarde blijven'.",
            ),
            models.CheckConstraint(
                condition=Q(nulmeting__isnull=True, nulmeting_jaar__isnull=True)
                | Q(nulmeting__isnull=False, nulmeting_jaar__isnull=False),
                name="doel_nulmeting_heeft_jaar",
                violation_error_message="Vul bij de nulmeting de waarde en het jaar in, of geen van beide.",
            ),
            models.CheckConstraint(
                condition=Q(nulmeting_jaar__isnull=True)
                | Q(streefjaar__isnull=True)
                | Q(streefjaar__gt=F("nulmeting_jaar")),
                name="doel_streefjaar_na_nulmeting",
                violation_error_message="Het streefjaar komt na het jaar van de nulmeting.",
            ),
            models.CheckConstraint(
                condition=Q(nulmeting_jaar__isnull=True) | Q(nulmeting_jaar__range=(EERSTE_JAAR, LAATSTE_JAAR)),
                name="doel_nulmeting_jaar_bestaat",
                violation_error_message=JAAR_BESTAAT,
            ),
            models.CheckConstraint(
                condition=Q(streefjaar__isnull=True) | Q(streefjaar__range=(EERSTE_JAAR, LAATSTE_JAAR)),
                name="doel_streefjaar_bestaat",
                violation_error_message=JAAR_BESTAAT,
            ),
        )

    def __str__(self) -> str:
        return self.titel


def maat_van(doel: Any) -> Maat:
    """What a goal (today's row or a historical one) is measured against."""
    return Maat(
        doel.richting,
        doel.nulmeting,
        doel.nulmeting_jaar,
        doel.streefwaarde,
        doel.streefjaar,
        doel.marge,
        HOUDBAAR[doel.ritme],
    )
