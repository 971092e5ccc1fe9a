from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, ClassVar, Self

import pgtrigger
from django.conf import settings
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Q

from evaluatie.models.doel import Doel
from samenwerkingswijzer.bewaking import VasteRegel
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from verbanden.models.velden import Meetwaarde


class BijDoelQuerySet(GevolgdQuerySet):
    """Rows of goals with a date."""

    def van(self, verband_ids: Iterable[int], moment: datetime | None, dag: date) -> Self:
        """Those of the goals of these partnerships up to a day, as known at `moment`; the last one first."""
        rijen = self.op(moment, verband_id__in=list(verband_ids)).filter(datum__lte=dag)
        return rijen.order_by("doel_id", "-datum", "-id")


def zelfde_verband() -> pgtrigger.Trigger:
    """The database refuses a row of which the goal belongs to another partnership."""
    return VasteRegel(
        name="zelfde_verband",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func="""
            IF NOT EXISTS (SELECT 1 FROM evaluatie_doel WHERE id = NEW.doel_id AND verband_id = NEW.verband_id) THEN
                RAISE EXCEPTION 'the goal belongs to another partnership';
            END IF;
            RETURN NEW;
        """,
    )


class Meting(Gevolgd):
    """What was measured of a goal on a day, in the unit of the goal, with its source."""

    ONVERANDERLIJK = ("id", "verband_id", "doel_id")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="metingen", verbose_name="verband"
    )
    doel = models.ForeignKey(Doel, models.PROTECT, related_name="metingen", verbose_name="doel")
    datum = models.DateField("gemeten op", help_text="Over een heel jaar gemeten? Vul dan 31 december in.")
    waarde = Meetwaarde("waarde", help_text="In de eenheid van het doel.")
    bron = models.CharField("bron", max_length=160, help_text="Document en bladzijde, of wie het mat.")
    toelichting = models.TextField("toelichting", max_length=600, blank=True)

    objects: ClassVar[Any] = BijDoelQuerySet.as_manager()

    class Meta:
        verbose_name = "meting"
        verbose_name_plural = "metingen"
        ordering = ("-datum", "-id")
        triggers = (onveranderlijk("verband", "doel"), zelfde_verband())
        constraints = (
            models.UniqueConstraint(
                fields=["doel", "datum"],
                name="meting_een_per_dag",
                violation_error_message="Van dit doel is er al een meting op deze dag.",
            ),
            models.CheckConstraint(
                condition=Q(bron__regex=r"\S"),
                name="meting_heeft_bron",
                violation_error_message="Een meting heeft een bron.",
            ),
        )

    def __str__(self) -> str:
        return f"meting van {self.datum.isoformat()}"


class Doeloordeel(Gevolgd):
    """What the accounthouder says of a goal, beside what the measurements say: a word and a sentence, by whom and when.

    'Gehaald' rests on a measurement that reached the streefwaarde (`meting`), or on a signed explanation
    (`onderbouwing`, by `auteur`). Always a new row; earlier ones stay.
    """

    ONVERANDERLIJK = ("id", "verband_id", "doel_id")

    class Oordeel(models.TextChoices):
        OP_KOERS = "op_koers", "Op koers"
        ACHTER = "achter", "Achter"
        GEHAALD = "gehaald", "Gehaald"
        NIET_TE_ZEGGEN = "niet_te_zeggen", "Niet te zeggen"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="doeloordelen", verbose_name="verband"
    )
    doel = models.ForeignKey(Doel, models.PROTECT, related_name="oordelen", verbose_name="doel")
    oordeel = models.CharField("oordeel", max_length=20, choices=Oordeel)
    zin = models.CharField(
        "waarom",
        max_length=240,
        validators=[MinLengthValidator(10)],
        help_text="Eén of twee zinnen, hoogstens 240 tekens.",
    )
    onderbouwing = models.TextField(
        "onderbouwing zonder meting",
        max_length=600,
        blank=True,
        help_text="Alleen bij 'gehaald' zonder een meting die dat laat zien. Uw naam komt eronder.",
    )
    meting = models.ForeignKey(
        Meting, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="rust op de meting"
    )
    datum = models.DateField("datum")
    auteur = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")

    objects: ClassVar[Any] = BijDoelQuerySet.as_manager()

    class Meta:
        verbose_name = "oordeel over een doel"
        verbose_name_plural = "oordelen over doelen"
        ordering = ("-datum", "-id")
        triggers = (
            onveranderlijk("verband", "doel"),
            zelfde_verband(),
            VasteRegel(
                name="meting_van_doel",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF NEW.meting_id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM evaluatie_meting WHERE id = NEW.meting_id AND doel_id = NEW.doel_id
                    ) THEN
                        RAISE EXCEPTION 'the measurement belongs to another goal';
                    END IF;
                    RETURN NEW;
                """,
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(oordeel__in=["op_koers", "achter", "gehaald", "niet_te_zeggen"]),
                name="doeloordeel_bekend",
            ),
            models.CheckConstraint(
                condition=Q(zin__regex=r"\S.{8,}"),
                name="doeloordeel_heeft_zin",
                violation_error_message="Schrijf in een zin waarom u dit vindt.",
            ),
            models.CheckConstraint(
                condition=~Q(oordeel="gehaald") | Q(meting__isnull=False) | Q(onderbouwing__regex=r"\S"),
                name="doeloordeel_gehaald_is_onderbouwd",
                violation_error_message="Een doel is pas gehaald met een meting of een getekende toelichting.",
            ),
        )

    def __str__(self) -> str:
        return self.zin
