from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from samenwerkingswijzer.historie import Gevolgd, onveranderlijk
from verbanden.models.velden import webadres


class Verwijzing(Gevolgd):
    """A document or page about a partnership, kept elsewhere: the regeling, the statutes, the legal ground."""

    ONVERANDERLIJK = ("id", "verband_id")

    class Soort(models.TextChoices):
        REGELING = "regeling", "Tekst van de regeling"
        STATUTEN = "statuten", "Statuten"
        GRONDSLAG = "grondslag", "Wettelijke grondslag"
        BESLUIT = "besluit", "Besluit"
        BEGROTING = "begroting", "Begroting"
        JAARSTUKKEN = "jaarstukken", "Jaarstukken"
        WEBSITE = "website", "Website"
        ANDERS = "anders", "Ander document"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="verwijzingen", verbose_name="verband"
    )
    soort = models.CharField("soort", max_length=20, choices=Soort)
    titel = models.CharField("titel", max_length=200)
    url = webadres("webadres")
    datum = models.DateField("datum van het document", null=True, blank=True)

    class Meta:
        verbose_name = "document of link"
        verbose_name_plural = "documenten en links"
        ordering = ("id",)
        triggers = (onveranderlijk("verband"),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "soort", "url"],
                name="verwijzing_een_keer",
                violation_error_message="Deze link staat er al.",
            ),
            models.CheckConstraint(
                condition=Q(
                    soort__in=[
                        "regeling",
                        "statuten",
                        "grondslag",
                        "besluit",
                        "begroting",
                        "jaarstukken",
                        "website",
                        "anders",
                    ]
                ),
                name="verwijzing_soort_bekend",
            ),
            models.CheckConstraint(
                condition=Q(url__startswith="https://") | Q(url__startswith="http://"), name="verwijzing_http"
            ),
        )

    def __str__(self) -> str:
        return self.titel


class Samenhang(Gevolgd):
    """How a partnership hangs together with another one, or with a subject of policy, in words.

    Source: founding document, 1.1 (the council weighs matters that hang together as a whole).
    """

    ONVERANDERLIJK = ("id", "verband_id")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="samenhangen", verbose_name="verband"
    )
    met = models.ForeignKey(
        "verbanden.Samenwerkingsverband",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="samenhangen_terug",
        verbose_name="met verband",
    )
    onderwerp = models.CharField("met beleidsonderwerp", max_length=120, blank=True)
    uitleg = models.CharField("hoe hangt het samen", max_length=300)

    class Meta:
        verbose_name = "samenhang"
        verbose_name_plural = "samenhang"
        ordering = ("id",)
        triggers = (onveranderlijk("verband"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(met__isnull=False) | ~Q(onderwerp=""),
                name="samenhang_met_iets",
                violation_error_message="Kies een verband of noem een beleidsonderwerp.",
            ),
            models.CheckConstraint(
                condition=Q(met__isnull=True) | ~Q(met=F("verband")),
                name="samenhang_niet_met_zichzelf",
                violation_error_message="Een verband hangt niet met zichzelf samen.",
            ),
        )

    def __str__(self) -> str:
        return self.uitleg


class Regelingversie(Gevolgd):
    """One version of the text of a regeling, as the national register knows it."""

    ONVERANDERLIJK = ("id", "verband_id")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="regelingversies", verbose_name="verband"
    )
    roo_regeling = models.CharField("nummer in het register", max_length=20)
    titel = models.CharField("titel", max_length=300)
    in_werking = models.DateField("in werking", null=True, blank=True)
    uit_werking = models.DateField("uit werking", null=True, blank=True)

    class Meta:
        verbose_name = "versie van de regeling"
        verbose_name_plural = "versies van de regeling"
        ordering = ("in_werking", "id")
        triggers = (onveranderlijk("verband"),)
        constraints = (models.UniqueConstraint(fields=["verband", "roo_regeling"], name="regelingversie_een_keer"),)

    def __str__(self) -> str:
        return self.titel
