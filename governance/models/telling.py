from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from governance.models import sessiebewaking
from governance.models.sessiedeelnemer import Sessiedeelnemer
from governance.models.sessieverband import Sessieverband
from samenwerkingswijzer.bewaking import VasteRegel, alleen_erbij
from verbanden.models.keuzes import Klasse

NOG_NIET_VASTGESTELD = VasteRegel(
    name="niet_na_vaststellen",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=sessiebewaking.NA_VASTSTELLEN.format(
        sessies="SELECT sessie_id FROM governance_sessieverband WHERE id = NEW.sessieverband_id"
    ),
)


class Gescoord(models.Model):
    """That a participant scored a partnership, and when first; never what. It outlives the scores.

    Kept apart so that progress is known without looking at scores. Rows are only ever added.
    """

    sessieverband = models.ForeignKey(
        Sessieverband, models.PROTECT, related_name="gescoord", verbose_name="verband in een sessie"
    )
    deelnemer = models.ForeignKey(Sessiedeelnemer, models.PROTECT, related_name="gescoord", verbose_name="deelnemer")
    op = models.DateTimeField("voor het eerst gescoord op")

    class Meta:
        verbose_name = "gescoord"
        verbose_name_plural = "gescoord"
        ordering = ("id",)
        triggers = (*alleen_erbij("who scored cannot be emptied"), NOG_NIET_VASTGESTELD)
        constraints = (
            models.UniqueConstraint(
                fields=["sessieverband", "deelnemer"],
                name="gescoord_een_keer",
                violation_error_message="Deze deelnemer heeft dit verband al gescoord.",
            ),
        )

    def __str__(self) -> str:
        return f"gescoord {self.pk}"


class Scoretelling(models.Model):
    """How many people of a group chose a class, kept when an aggregated session closes.

    A group holds at least three people who scored, and the groups of a partnership do not overlap
    (`governance.regels.groepen`). Rows are only ever added.
    """

    class Kant(models.TextChoices):
        RAAD = "raad", "Raad"
        COLLEGE = "college", "College"
        SAMEN = "samen", "Raad en college samen"

    sessieverband = models.ForeignKey(
        Sessieverband, models.PROTECT, related_name="tellingen", verbose_name="verband in een sessie"
    )
    kant = models.CharField("kant", max_length=20, choices=Kant)
    groep = models.CharField("groep", max_length=80)
    fracties = ArrayField(models.CharField(max_length=80), verbose_name="samengevoegd uit", default=list, blank=True)
    klasse = models.CharField("klasse", max_length=30, choices=Klasse)
    aantal = models.PositiveSmallIntegerField("aantal", validators=[MinValueValidator(1)])

    class Meta:
        verbose_name = "telling van scores"
        verbose_name_plural = "tellingen van scores"
        ordering = ("id",)
        triggers = (*alleen_erbij("counts of scores cannot be emptied"), NOG_NIET_VASTGESTELD)
        constraints = (
            models.UniqueConstraint(
                fields=["sessieverband", "groep", "klasse"],
                name="scoretelling_een_keer",
                violation_error_message="Deze groep is al geteld.",
            ),
            models.CheckConstraint(condition=Q(kant__in=["raad", "college", "samen"]), name="scoretelling_kant_bekend"),
            models.CheckConstraint(condition=Q(klasse__in=Klasse.values), name="scoretelling_klasse_bekend"),
            models.CheckConstraint(
                condition=Q(aantal__gte=1),
                name="scoretelling_telt_iemand",
                violation_error_message="Een telling telt minstens één score.",
            ),
        )

    def __str__(self) -> str:
        return f"telling {self.pk}"


class Motieventelling(models.Model):
    """How often each reason was named, and the sentences in order of the alphabet, when an aggregated session closes.

    Of all who were counted together, never of a person or a group. Rows are only ever added.
    """

    sessieverband = models.OneToOneField(
        Sessieverband, models.PROTECT, related_name="motieven", verbose_name="verband in een sessie"
    )
    redenen = models.JSONField("redenen met hun aantal", default=dict)
    zinnen = ArrayField(models.CharField(max_length=240), verbose_name="zinnen", default=list, blank=True)

    class Meta:
        verbose_name = "telling van redenen"
        verbose_name_plural = "tellingen van redenen"
        ordering = ("id",)
        triggers = (*alleen_erbij("counts of reasons cannot be emptied"), NOG_NIET_VASTGESTELD)

    def __str__(self) -> str:
        return f"telling van redenen {self.pk}"
