from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from samenwerkingswijzer.functies import Tijdlijnmoment
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models.velden import webadres


class MomentQuerySet(GevolgdQuerySet):
    """How moments are read."""

    def tijdlijn(self, peildatum: Peildatum, verband_ids: Iterable[int] | None) -> list[Tijdlijnmoment]:
        """Moments of these partnerships (None: of all) as events of the timeline; one query."""
        vast = {} if verband_ids is None else {"verband_id__in": list(verband_ids)}
        velden = ("datum", "titel", "verband_id", "wie", "rol_raad", "invloed", "uiterlijk", "url")
        rijen = self.op(peildatum.moment, **vast).order_by("datum", "id").values_list(*velden)
        namen = dict(Moment.Wie.choices)
        return [Tijdlijnmoment(d, t, v, namen[wie], rol, i, u, url) for d, t, v, wie, rol, i, u, url in rijen]

    def te_toetsen(self, dag: date) -> Self:
        """Those to come at which the college or the board acts, and of which nobody said whether they fit."""
        wie = [Moment.Wie.COLLEGE, Moment.Wie.BESTUUR]
        open_ = [Moment.Mandaat.ONBEANTWOORD, Moment.Mandaat.WEET_NIET]
        return self.filter(wie__in=wie, mandaat__in=open_, datum__gte=dag)


def rol_bij(mandaat: str, rol_raad: str) -> str:
    """The role of the raad that goes with an answer: outside the mandate at least oordeelsvorming."""
    if mandaat != Moment.Mandaat.NEE or rol_raad in SPREEKT:
        return rol_raad
    return Moment.RolRaad.OORDEELSVORMING


class Moment(Gevolgd):
    """A date on which someone must act for a partnership: who, what, and what the raad can still influence.

    Source: founding document, function 2 ('wie doet wat wanneer, wanneer komt de raad in stelling').
    """

    ONVERANDERLIJK = ("id", "verband_id")

    class Wie(models.TextChoices):
        RAAD = "raad", "Raad"
        COMMISSIE = "commissie", "Raadscommissie"
        COLLEGE = "college", "College"
        ACCOUNTHOUDER = "accounthouder", "Accounthouder"
        GRIFFIE = "griffie", "Griffie"
        BESTUUR = "bestuur", "Bestuur"

    class RolRaad(models.TextChoices):
        GEEN = "", "Geen"
        INFORMEREN = "informeren", "Informeren"
        BEELDVORMING = "beeldvorming", "Beeldvorming"
        OORDEELSVORMING = "oordeelsvorming", "Oordeelsvorming"
        BESLUITVORMING = "besluitvorming", "Besluitvorming"

    class Mandaat(models.TextChoices):
        ONBEANTWOORD = "", "Nog niet beantwoord"
        JA = "ja", "Ja, het past binnen het mandaat"
        NEE = "nee", "Nee, het valt buiten het mandaat"
        WEET_NIET = "weet_niet", "Weet ik nog niet"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="momenten", verbose_name="verband"
    )
    datum = models.DateField("datum")
    wie = models.CharField("wie", max_length=20, choices=Wie)
    titel = models.CharField("wat", max_length=160)
    rol_raad = models.CharField("rol van de raad", max_length=20, choices=RolRaad, blank=True)
    invloed = models.CharField(
        "u kunt nog", max_length=240, blank=True, help_text="Wat de lezer nog kan veranderen, en tot wanneer."
    )
    uiterlijk = models.DateField("uiterlijk", null=True, blank=True, help_text="De laatste dag waarop het nog kan.")
    url = webadres("link naar het stuk", blank=True)
    mandaat = models.CharField(
        "past dit binnen het mandaat van het college",
        max_length=20,
        choices=Mandaat,
        blank=True,
        help_text="Bij 'nee' komt het moment bij de raad: ten minste voor oordeelsvorming.",
    )

    objects: ClassVar[Any] = MomentQuerySet.as_manager()

    class Meta:
        verbose_name = "moment"
        verbose_name_plural = "momenten"
        ordering = ("datum", "id")
        triggers = (onveranderlijk("verband"),)
        indexes = (models.Index(fields=["datum"]),)
        constraints = (
            models.CheckConstraint(
                condition=Q(wie__in=["raad", "commissie", "college", "accounthouder", "griffie", "bestuur"]),
                name="moment_wie_bekend",
            ),
            models.CheckConstraint(
                condition=Q(rol_raad__in=["", "informeren", "beeldvorming", "oordeelsvorming", "besluitvorming"]),
                name="moment_rol_raad_bekend",
            ),
            models.CheckConstraint(
                condition=Q(mandaat__in=["", "ja", "nee", "weet_niet"]),
                name="moment_mandaat_bekend",
            ),
            models.CheckConstraint(
                condition=~Q(mandaat="nee") | Q(rol_raad__in=["oordeelsvorming", "besluitvorming"]),
                name="moment_buiten_mandaat_naar_raad",
                violation_error_message="Buiten het mandaat: dan vormt de raad een oordeel of neemt een besluit.",
            ),
        )

    def __str__(self) -> str:
        return self.titel


SPREEKT = frozenset({Moment.RolRaad.OORDEELSVORMING.value, Moment.RolRaad.BESLUITVORMING.value})
