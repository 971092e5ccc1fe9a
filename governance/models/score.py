"""The scores of persons. Only `governance.sessie.lezen` and `governance.handelingen.scores` may import this."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q

from governance.models import sessiebewaking
from governance.models.sessiedeelnemer import Sessiedeelnemer
from governance.models.sessieverband import Sessieverband
from samenwerkingswijzer.bewaking import VasteRegel
from samenwerkingswijzer.historie import onveranderlijk
from verbanden.models.keuzes import Klasse, Reden
from verbanden.models.velden import alleen_uit, keuzelijst


class Score(models.Model):
    """How important one participant finds one partnership: a political opinion (AVG art. 9), so without history.

    Nobody else reads it before scoring is closed. In an aggregated session it is destroyed on closing. Nothing
    leads to it from other rows, and its text says nothing of what was chosen.
    """

    sessieverband = models.ForeignKey(
        Sessieverband, models.PROTECT, related_name="+", verbose_name="verband in een sessie"
    )
    deelnemer = models.ForeignKey(Sessiedeelnemer, models.PROTECT, related_name="+", verbose_name="deelnemer")
    klasse = models.CharField("klasse", max_length=30, choices=Klasse)
    redenen = keuzelijst("waarom", Reden)
    zin = models.CharField("waarover moet de raad in gesprek", max_length=240, blank=True)
    op = models.DateTimeField("bewaard op")

    class Meta:
        verbose_name = "score"
        verbose_name_plural = "scores"
        ordering = ("id",)
        triggers = (
            onveranderlijk("sessieverband", "deelnemer"),
            VasteRegel(
                name="alleen_tijdens_scoren",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("van", "bigint"), ("stand", "text")],
                func=sessiebewaking.ALLEEN_TIJDENS_SCOREN,
            ),
            VasteRegel(
                name="blijft_tot_samenvatten",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=sessiebewaking.ALLEEN_NA_SAMENVATTEN,
            ),
            sessiebewaking.niet_leegmaken("scores cannot be emptied"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["sessieverband", "deelnemer"],
                name="score_een_per_deelnemer",
                violation_error_message="U gaf dit verband al een score.",
            ),
            models.CheckConstraint(condition=Q(klasse__in=Klasse.values), name="score_klasse_bekend"),
            alleen_uit("redenen", Reden, "score_redenen_bekend"),
        )

    def __str__(self) -> str:
        return f"score {self.pk}"
