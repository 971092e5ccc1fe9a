from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from samenwerkingswijzer.historie import Gevolgd, onveranderlijk
from verbanden.models.velden import tussen

EERSTE_JAAR, LAATSTE_JAAR = 1980, 2100


class Stukkenronde(Gevolgd):
    """What is known of one budget, set of accounts or change of the budget of a regeling: only facts, nothing computed.

    Source: Wgr art. 34, 34b and 35 name the acts; days and amount are facts from letters and the calendar of the board.
    What follows from them by law is computed when it is asked for (`governance.agenda`), and never stored.
    """

    ONVERANDERLIJK = ("id", "verband_id", "stuk", "jaar", "nummer")

    class Stuk(models.TextChoices):
        BEGROTING = "begroting", "Begroting"
        JAARREKENING = "jaarrekening", "Jaarrekening"
        BEGROTINGSWIJZIGING = "begrotingswijziging", "Begrotingswijziging"

    class Uitgezonderd(models.TextChoices):
        ONBEKEND = "", "Nog niet opgezocht"
        JA = "ja", "Ja, de raad geeft er geen zienswijze op"
        NEE = "nee", "Nee"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="stukkenrondes", verbose_name="verband"
    )
    stuk = models.CharField("stuk", max_length=20, choices=Stuk)
    jaar = models.PositiveSmallIntegerField(
        "jaar van het stuk",
        validators=[MinValueValidator(EERSTE_JAAR), MaxValueValidator(LAATSTE_JAAR)],
        help_text="Het begrotingsjaar, of het jaar waarover de jaarrekening gaat.",
    )
    nummer = models.PositiveSmallIntegerField(
        "nummer", default=1, validators=[MinValueValidator(1)], help_text="De hoeveelste wijziging van dat jaar."
    )
    vergadering = models.DateField(
        "het bestuur besluit op", null=True, blank=True, help_text="De geplande vergadering van het bestuur."
    )
    gevraagd_voor = models.DateField(
        "partner vraagt vóór",
        null=True,
        blank=True,
        help_text="De dag die het verband in de brief noemt. De wet bepaalt de termijn.",
    )
    kaders_ontvangen = models.DateField("kaders ontvangen", null=True, blank=True)
    ontvangen = models.DateField(
        "ontwerp of voorlopige cijfers ontvangen", null=True, blank=True, help_text="Vanaf deze dag loopt de termijn."
    )
    zienswijze_verzonden = models.DateField("zienswijze verzonden", null=True, blank=True)
    reactie_ontvangen = models.DateField("reactie op de zienswijze ontvangen", null=True, blank=True)
    vastgesteld = models.DateField("vastgesteld door het bestuur", null=True, blank=True)
    ingezonden = models.DateField("naar de toezichthouder gestuurd", null=True, blank=True)
    uitgezonderd = models.CharField(
        "uitgezonderd in de regeling",
        max_length=10,
        choices=Uitgezonderd,
        blank=True,
        help_text="Alleen bij een begrotingswijziging.",
    )
    kost_ons = models.DecimalField(
        "kost ons extra",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="In euro. Alleen bij een begrotingswijziging. Wordt het goedkoper, zet er dan een min voor.",
    )
    bron = models.CharField("bron", max_length=160, blank=True, help_text="Waar deze dagen staan.")

    class Meta:
        verbose_name = "stukkenronde"
        verbose_name_plural = "stukkenrondes"
        ordering = ("-jaar", "stuk", "nummer", "id")
        triggers = (onveranderlijk("verband", "stuk", "jaar", "nummer"),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "stuk", "jaar", "nummer"],
                name="stukkenronde_een_keer",
                violation_error_message="Dit stuk van dit jaar staat er al.",
            ),
            models.CheckConstraint(
                condition=Q(stuk__in=["begroting", "jaarrekening", "begrotingswijziging"]),
                name="stukkenronde_stuk_bekend",
            ),
            models.CheckConstraint(
                condition=Q(uitgezonderd__in=["", "ja", "nee"]), name="stukkenronde_uitgezonderd_bekend"
            ),
            models.CheckConstraint(
                condition=Q(uitgezonderd="") | Q(stuk="begrotingswijziging"),
                name="stukkenronde_uitgezonderd_bij_wijziging",
                violation_error_message="Alleen een begrotingswijziging kan zijn uitgezonderd.",
            ),
            models.CheckConstraint(
                condition=Q(kost_ons__isnull=True) | Q(stuk="begrotingswijziging"),
                name="stukkenronde_kosten_bij_wijziging",
                violation_error_message="Alleen bij een begrotingswijziging vult u in wat het ons extra kost.",
            ),
            models.CheckConstraint(
                condition=Q(nummer=1) | Q(stuk="begrotingswijziging"),
                name="stukkenronde_nummer_bij_wijziging",
                violation_error_message="Alleen een begrotingswijziging heeft een hoger nummer dan 1.",
            ),
            tussen("jaar", EERSTE_JAAR, LAATSTE_JAAR, "stukkenronde_jaar_zinnig"),
        )

    def __str__(self) -> str:
        return stuktitel(self.stuk, self.jaar, self.nummer)


def stuktitel(stuk: str, jaar: int, nummer: int = 1) -> str:
    """'Begroting 2027', or 'Begrotingswijziging 2026, nummer 2'."""
    naam = Stukkenronde.Stuk(stuk).label
    return f"{naam} {jaar}" if nummer == 1 else f"{naam} {jaar}, nummer {nummer}"
