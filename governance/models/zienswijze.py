from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, Self

import pgtrigger
from django.db import models
from django.db.models import F, Q

from governance.models import sessiebewaking
from samenwerkingswijzer.bewaking import VasteWeigering
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from verbanden.models.velden import webadres


class Zienswijzestatus(models.TextChoices):
    """How far a zienswijze is: the last step that was done."""

    ONTVANGEN = "ontvangen", "Ontwerp ontvangen"
    ADVIES = "advies", "Advies"
    RAADSTEKST = "raadstekst", "Raadstekst"
    VASTGESTELD = "vastgesteld", "Vastgesteld"
    VERZONDEN = "verzonden", "Verzonden"
    BEANTWOORD = "beantwoord", "Antwoord bestuur"
    BEOORDEELD = "beoordeeld", "Beoordeeld"
    GEEN = "geen", "Geen zienswijze"


S = Zienswijzestatus
# The one table of allowed steps; the database keeps the same one. The raad does not need an advice to speak.
VOLGENDE_ZIENSWIJZESTATUS: dict[Zienswijzestatus, frozenset[Zienswijzestatus]] = {
    S.ONTVANGEN: frozenset({S.ADVIES, S.RAADSTEKST, S.GEEN}),
    S.ADVIES: frozenset({S.RAADSTEKST, S.GEEN}),
    S.RAADSTEKST: frozenset({S.VASTGESTELD, S.GEEN}),
    S.VASTGESTELD: frozenset({S.VERZONDEN}),
    S.VERZONDEN: frozenset({S.BEANTWOORD}),
    S.BEANTWOORD: frozenset({S.BEOORDEELD}),
    S.BEOORDEELD: frozenset(),
    S.GEEN: frozenset(),
}
BIJ_DE_RAAD = ("ontvangen", "advies", "raadstekst")
NA_ADVIES = ("raadstekst", "vastgesteld", "verzonden", "beantwoord", "beoordeeld")
NA_VASTSTELLEN = NA_ADVIES[1:]
NA_VERZENDEN = NA_ADVIES[2:]
NA_ANTWOORD = NA_ADVIES[3:]
KLAAR = frozenset({S.BEOORDEELD.value, S.GEEN.value})


class ZienswijzeQuerySet(GevolgdQuerySet):
    """How zienswijzen are read."""

    def lopend(self) -> Self:
        """Those in which somebody still has a step to take, the longest waiting first."""
        return self.exclude(status__in=KLAAR).order_by("ontvangen_op", "id")

    def wacht_op_antwoord(self) -> Self:
        """Those that were sent and not answered."""
        return self.filter(status=S.VERZONDEN).order_by("verzonden_op", "id")

    def ontvangen_tot(self, dag: date) -> Self:
        """Those of which the draft had come on a day."""
        return self.filter(ontvangen_op__lte=dag)

    def van(self, verband_ids: Iterable[int], moment: Any) -> Self:
        """Those of these partnerships, as known at `moment`, the newest first."""
        return self.op(moment, verband_id__in=list(verband_ids)).order_by("-ontvangen_op", "-id")


def _samen(veld: str, statussen: Iterable[str], naam: str, melding: str, tekst: str = "") -> models.CheckConstraint:
    """A day, with the text that goes with it, is there exactly in these states."""
    gevuld, leeg = Q(**{f"{veld}__isnull": False}), Q(**{f"{veld}__isnull": True})
    if tekst:
        gevuld, leeg = gevuld & ~Q(**{tekst: ""}), leeg & Q(**{tekst: ""})
    hier = Q(status__in=list(statussen))
    return models.CheckConstraint(condition=hier & gevuld | ~hier & leeg, name=naam, violation_error_message=melding)


class Zienswijze(Gevolgd):
    """What the raad tells the board of a regeling about one draft, from the day it came to how its answer was judged.

    Source: Wgr art. 1 and 35; founding document, function 2. Legal dates are computed from the facts, never stored.
    """

    ONVERANDERLIJK = ("id", "verband_id", "stuk", "jaar")

    class Stuk(models.TextChoices):
        BEGROTING = "begroting", "Begroting"
        BEGROTINGSWIJZIGING = "begrotingswijziging", "Begrotingswijziging"
        JAARREKENING = "jaarrekening", "Jaarrekening"
        REGELING = "regeling", "Regeling"
        KADER = "kader", "Kader"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="zienswijzen", verbose_name="verband"
    )
    stuk = models.CharField("soort stuk", max_length=30, choices=Stuk)
    jaar = models.PositiveSmallIntegerField("jaar", help_text="Het jaar waar het stuk over gaat.")
    aanduiding = models.CharField(
        "aanduiding", max_length=80, blank=True, help_text="Alleen nodig als er meer zijn, zoals: tweede wijziging."
    )
    status = models.CharField("stand", max_length=20, choices=Zienswijzestatus, default=S.ONTVANGEN)
    ontvangen_op = models.DateField("ontwerp ontvangen op")
    gevraagd_voor = models.DateField(
        "het verband vraagt antwoord uiterlijk op", null=True, blank=True, help_text="Staat meestal in de brief erbij."
    )
    vergadering = models.DateField(
        "het bestuur besluit op", null=True, blank=True, help_text="Dan moet ook het antwoord met redenen er zijn."
    )
    ontwerp_url = webadres("link naar het ontwerp", blank=True)
    lokale_betekenis = models.TextField(
        "wat betekent dit voor onze gemeente",
        max_length=1500,
        blank=True,
        help_text="Een paar zinnen over inwoners en geld. Verplicht voordat het stuk naar de raad gaat.",
    )
    advies_op = models.DateField("advies van", null=True, blank=True)
    adviestekst = models.TextField("advies", max_length=6000, blank=True)
    raadstekst_op = models.DateField("raadstekst van", null=True, blank=True)
    raadstekst = models.TextField("tekst voor de raad", max_length=6000, blank=True)
    vastgesteld_op = models.DateField("vastgesteld op", null=True, blank=True)
    stemming = models.CharField("stemming", max_length=80, blank=True, help_text="Zoals: 21 voor en 4 tegen.")
    besluit_url = webadres("link naar de vergadering of het besluit", blank=True)
    verzonden_op = models.DateField("verzonden op", null=True, blank=True)
    antwoord_op = models.DateField("antwoord ontvangen op", null=True, blank=True)
    antwoord = models.TextField("antwoord met redenen", max_length=6000, blank=True)
    antwoord_url = webadres("link naar het antwoord", blank=True)
    beoordeeld_op = models.DateField("beoordeeld op", null=True, blank=True)
    beoordeling = models.TextField("wat wij ervan vinden", max_length=1500, blank=True)
    geen_op = models.DateField("besloten op", null=True, blank=True)
    geen_reden = models.TextField("waarom geen zienswijze", max_length=1500, blank=True)

    objects: ClassVar[Any] = ZienswijzeQuerySet.as_manager()

    class Meta:
        verbose_name = "zienswijze"
        verbose_name_plural = "zienswijzen"
        ordering = ("-ontvangen_op", "-id")
        indexes = (models.Index(fields=["status", "verzonden_op"]),)
        triggers = (
            onveranderlijk("verband", "stuk", "jaar"),
            sessiebewaking.stappen(VOLGENDE_ZIENSWIJZESTATUS),
            VasteWeigering(
                name="begint_bij_ontvangst",
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__status__df="ontvangen"),
            ),
            VasteWeigering(
                name="vastgestelde_tekst_blijft",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    f"OLD.status IN {NA_VASTSTELLEN} AND OLD.raadstekst IS DISTINCT FROM NEW.raadstekst"
                ),
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "stuk", "jaar", "aanduiding"],
                name="zienswijze_een_per_stuk",
                violation_error_message="Dit dossier is er al. Zijn er meer stukken, geef ze dan elk een aanduiding.",
            ),
            models.CheckConstraint(
                condition=Q(jaar__range=(2000, 2100)),
                name="zienswijze_jaar_bestaat",
                violation_error_message="Kies een jaar tussen 2000 en 2100.",
            ),
            models.CheckConstraint(
                condition=Q(stuk__in=["begroting", "begrotingswijziging", "jaarrekening", "regeling", "kader"]),
                name="zienswijze_stuk_bekend",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "ontvangen",
                        "advies",
                        "raadstekst",
                        "vastgesteld",
                        "verzonden",
                        "beantwoord",
                        "beoordeeld",
                        "geen",
                    ]
                ),
                name="zienswijze_status_bekend",
            ),
            models.CheckConstraint(
                condition=Q(advies_op__isnull=False) & ~Q(adviestekst="")
                | Q(advies_op__isnull=True, adviestekst="") & ~Q(status="advies"),
                name="zienswijze_advies_heeft_dag",
                violation_error_message="Bij een advies horen een tekst en een dag.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=NA_ADVIES, raadstekst_op__isnull=False) & ~Q(raadstekst="")
                | Q(status__in=["ontvangen", "advies"], raadstekst_op__isnull=True, raadstekst="")
                | Q(status="geen"),
                name="zienswijze_raadstekst_heeft_dag",
                violation_error_message="Bij de raadstekst horen een tekst en een dag.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=NA_ADVIES) | ~Q(lokale_betekenis=""),
                name="zienswijze_lokaal_voor_raad",
                violation_error_message="Schrijf eerst op wat dit voor onze gemeente betekent.",
            ),
            _samen(
                "vastgesteld_op",
                NA_VASTSTELLEN,
                "zienswijze_vastgesteld_heeft_dag",
                "Noem de dag van het raadsbesluit.",
            ),
            _samen("verzonden_op", NA_VERZENDEN, "zienswijze_verzonden_heeft_dag", "Noem de dag van verzenden."),
            _samen(
                "antwoord_op",
                NA_ANTWOORD,
                "zienswijze_antwoord_heeft_dag",
                "Bij het antwoord horen de redenen van het bestuur en een dag.",
                "antwoord",
            ),
            _samen("beoordeeld_op", ["beoordeeld"], "zienswijze_beoordeeld_heeft_dag", "Noem de dag van het oordeel."),
            _samen(
                "geen_op",
                ["geen"],
                "zienswijze_geen_heeft_reden",
                "Geen zienswijze is ook een besluit: noem de dag en de reden.",
                "geen_reden",
            ),
            models.CheckConstraint(
                condition=Q(advies_op__gte=F("ontvangen_op"))
                & Q(raadstekst_op__gte=F("ontvangen_op"))
                & Q(vastgesteld_op__gte=F("raadstekst_op"))
                & Q(verzonden_op__gte=F("vastgesteld_op"))
                & Q(antwoord_op__gte=F("verzonden_op"))
                & Q(beoordeeld_op__gte=F("antwoord_op"))
                & Q(geen_op__gte=F("ontvangen_op")),
                name="zienswijze_dagen_op_volgorde",
                violation_error_message="Deze dag ligt voor een eerdere stap. Kijk de dagen na.",
            ),
        )

    def __str__(self) -> str:
        return self.titel

    @property
    def titel(self) -> str:
        """What people call it; see `titel_van`."""
        return titel_van(self)


LIDWOORDEN = {"kader": "het"}


def onderwerp_van(rij: Any) -> str:
    """'de begroting 2027', to read after 'zienswijze op'."""
    titel = titel_van(rij)
    return f"{LIDWOORDEN.get(rij.stuk, 'de')} {titel[0].lower()}{titel[1:]}"


def titel_van(rij: Any) -> str:
    """'Begroting 2027', or 'Begrotingswijziging 2026, tweede wijziging'; of a historical row too."""
    naam = f"{Zienswijze.Stuk(rij.stuk).label} {rij.jaar}"
    return f"{naam}, {rij.aanduiding}" if rij.aanduiding else naam
