from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q

from kennisbank.models.bewaking import BEWAAK
from kennisbank.models.keuzes import Fase, Functiedeel, Leespad, woordenlijst
from kennisbank.models.status import VOLGENDE_STATUS, Status
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from samenwerkingswijzer.rechten import Rol

__all__ = ("VOLGENDE_STATUS", "Artikelversie", "ArtikelversieQuerySet", "Status")

LANGSTE_TEKST = 30_000
# What readers see of a version: the fields that are written, compared and frozen.
INHOUD = (
    "titel",
    "samenvatting",
    "tekst",
    "bron",
    "bronlink",
    "gemeente",
    "eigenaar",
    "fase",
    "functie",
    "trefwoorden",
    "plekken",
    "verbanden",
    "zie_ook",
    "leespad",
    "stap",
    "herzien_voor",
)


class ArtikelversieQuerySet(GevolgdQuerySet):
    """How versions are read."""

    def gepubliceerd(self, moment: datetime | None = None) -> Self:
        """What readers saw at `moment` (None: now): at most one version of each article."""
        return self.op(moment).filter(status=Status.GEPUBLICEERD)

    def van(self, artikel_id: int, moment: datetime | None = None) -> Self:
        """The versions of one article, the newest first."""
        return self.op(moment, artikel_id=artikel_id).order_by("-nummer")

    def in_bewerking(self) -> Self:
        """What is being written or waits to be published."""
        return self.filter(status__in=[Status.CONCEPT, Status.NAGEKEKEN])

    def te_herzien(self, dag: date) -> Self:
        """Published ones whose review date has passed."""
        return self.filter(status=Status.GEPUBLICEERD, herzien_voor__lt=dag)

    def van_artikelen(self, ids: Iterable[int]) -> Self:
        """The versions of these articles."""
        return self.filter(artikel_id__in=ids)


class Artikelversie(Gevolgd):
    """One version of an article: concept, then reviewed by another person, then published, then withdrawn.

    Source: founding document, function 4; own filling for the steps. What is published never changes (`BEWAAK`).
    `eigen_invulling` marks a text that came with the portal: nobody of the municipality wrote or reviewed it.
    """

    ONVERANDERLIJK = ("id", "artikel_id", "nummer")

    artikel = models.ForeignKey(
        "kennisbank.Artikel", models.PROTECT, related_name="artikelversies", verbose_name="artikel"
    )
    nummer = models.PositiveSmallIntegerField("versie van het artikel")
    status = models.CharField("status", max_length=20, choices=Status, default=Status.CONCEPT)

    titel = models.CharField("titel", max_length=160)
    samenvatting = models.TextField(
        "samenvatting", max_length=600, help_text="In hoogstens vier zinnen. Zo staat het artikel ook naast een veld."
    )
    tekst = models.TextField("tekst", max_length=LANGSTE_TEKST, blank=True)
    bron = models.CharField("bron", max_length=400, blank=True)
    bronlink = models.URLField(
        "link naar de bron",
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text="Het hele adres, met https:// ervoor.",
    )
    gemeente = models.CharField(
        "van welke gemeente", max_length=80, blank=True, help_text="Alleen bij een praktijkvoorbeeld van een ander."
    )
    eigenaar = models.CharField(
        "eigenaar", max_length=20, choices=Rol, help_text="Wie het artikel bijhoudt en vragen beantwoordt."
    )
    fase = woordenlijst("levensfasen", 20)
    functie = models.CharField("functie", max_length=20, choices=Functiedeel, blank=True)
    trefwoorden = woordenlijst("trefwoorden", hint="Eén op elke regel.")
    plekken = woordenlijst("staat ook bij", 80, "De plekken in het portaal waar dit artikel naast staat.")
    verbanden = woordenlijst("verbanden waar het over gaat", 80)
    zie_ook = woordenlijst("zie ook", 100, "Adressen van andere artikelen, één op elke regel.")
    leespad = models.CharField("leespad", max_length=20, choices=Leespad, blank=True)
    stap = models.PositiveSmallIntegerField("stap in het leespad", null=True, blank=True)
    herzien_voor = models.DateField("nakijken voor", null=True, blank=True)

    eigen_invulling = models.BooleanField("eigen invulling", default=False, editable=False)
    toelichting = models.CharField("wat is er anders", max_length=300, blank=True)
    schrijver = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="schrijver"
    )
    nagekeken_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="nagekeken door"
    )
    nagekeken_op = models.DateTimeField("nagekeken op", null=True, blank=True)
    gepubliceerd_op = models.DateTimeField("gepubliceerd op", null=True, blank=True)
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)

    objects: ClassVar[Any] = ArtikelversieQuerySet.as_manager()

    class Meta:
        verbose_name = "versie van een artikel"
        verbose_name_plural = "versies van artikelen"
        ordering = ("artikel_id", "-nummer")
        triggers = (onveranderlijk("artikel", "nummer"), BEWAAK)
        constraints = (
            models.UniqueConstraint(
                fields=["artikel", "nummer"],
                name="artikelversie_een_per_nummer",
                violation_error_message="Deze versie van het artikel is er al.",
            ),
            models.UniqueConstraint(
                fields=["artikel"],
                condition=Q(status__in=["concept", "nagekeken"]),
                name="artikelversie_een_in_bewerking",
                violation_error_message="Iemand werkt al aan een nieuwe versie van dit artikel.",
            ),
            models.UniqueConstraint(
                fields=["artikel"],
                condition=Q(status="gepubliceerd"),
                name="artikelversie_een_gepubliceerd",
                violation_error_message="Van een artikel is één versie tegelijk gepubliceerd.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["concept", "nagekeken", "gepubliceerd", "ingetrokken"]),
                name="artikelversie_status_bekend",
            ),
            models.CheckConstraint(
                condition=Q(
                    eigenaar__in=["raadslid", "college", "accounthouder", "griffie", "controller", "beheerder"]
                ),
                name="artikelversie_eigenaar_bekend",
            ),
            models.CheckConstraint(condition=Q(fase__contained_by=Fase.values), name="artikelversie_fase_bekend"),
            models.CheckConstraint(
                condition=Q(functie__in=["", *Functiedeel.values]), name="artikelversie_functie_bekend"
            ),
            models.CheckConstraint(condition=Q(leespad__in=["", *Leespad.values]), name="artikelversie_leespad_bekend"),
            models.CheckConstraint(
                condition=Q(leespad="", stap__isnull=True) | (~Q(leespad="") & Q(stap__isnull=False, stap__gte=1)),
                name="artikelversie_stap_hoort_bij_leespad",
                violation_error_message="Een leespad vraagt om een stap, en een stap om een leespad.",
            ),
            models.CheckConstraint(
                condition=Q(titel__regex=r"\S", samenvatting__regex=r"\S"),
                name="artikelversie_heeft_titel",
                violation_error_message="Een artikel heeft een titel en een samenvatting.",
            ),
            models.CheckConstraint(
                condition=Q(eigen_invulling=True, schrijver__isnull=True, nagekeken_door__isnull=True)
                | Q(eigen_invulling=False, schrijver__isnull=False),
                name="artikelversie_heeft_schrijver",
                violation_error_message="Een tekst van de gemeente heeft een schrijver.",
            ),
            models.CheckConstraint(
                condition=Q(status="concept", nagekeken_door__isnull=True, nagekeken_op__isnull=True)
                | Q(eigen_invulling=True)
                | Q(nagekeken_door__isnull=False, nagekeken_op__isnull=False) & ~Q(nagekeken_door=F("schrijver")),
                name="artikelversie_vier_ogen",
                violation_error_message="Een ander dan de schrijver kijkt een artikel na.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["concept", "nagekeken"], gepubliceerd_op__isnull=True)
                | Q(status__in=["gepubliceerd", "ingetrokken"], gepubliceerd_op__isnull=False),
                name="artikelversie_gepubliceerd_heeft_dag",
                violation_error_message="Een gepubliceerde versie heeft een dag van publicatie.",
            ),
            models.CheckConstraint(
                condition=Q(status="ingetrokken", ingetrokken_op__isnull=False)
                | (~Q(status="ingetrokken") & Q(ingetrokken_op__isnull=True)),
                name="artikelversie_ingetrokken_heeft_dag",
                violation_error_message="Een ingetrokken versie heeft een dag waarop dat gebeurde.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.titel}, versie {self.nummer}"
