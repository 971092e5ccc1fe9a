from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from samenwerkingswijzer.historie import Gevolgd, onveranderlijk
from verbanden.models.keuzes import Orgaan
from verbanden.models.periode import PeriodeQuerySet, volgorde, zonder_overlap
from verbanden.models.velden import alleen_uit, keuzelijst, kvk_nummer, procent, tooi_adres, tussen


class Organisatie(Gevolgd):
    """An organisation that takes part in partnerships: a municipality (ours too), a province, a company."""

    ONVERANDERLIJK = ("id",)

    class Soort(models.TextChoices):
        GEMEENTE = "gemeente", "Gemeente"
        PROVINCIE = "provincie", "Provincie"
        WATERSCHAP = "waterschap", "Waterschap"
        RIJK = "rijk", "Rijk"
        SAMENWERKING = "samenwerking", "Samenwerkingsorgaan"
        BEDRIJF = "bedrijf", "Bedrijf"
        MAATSCHAPPELIJK = "maatschappelijk", "Maatschappelijke organisatie"
        OVERIG = "overig", "Overig"

    naam = models.CharField("naam", max_length=160)
    soort = models.CharField("soort", max_length=20, choices=Soort)
    tooi = models.CharField("TOOI-nummer", max_length=120, blank=True, validators=[tooi_adres])
    kvk = models.CharField("KVK-nummer", max_length=8, blank=True, validators=[kvk_nummer])
    inwoners = models.PositiveIntegerField("aantal inwoners", null=True, blank=True)
    inwoners_bron = models.CharField("bron van het aantal inwoners", max_length=120, blank=True)

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ("naam",)
        constraints = (
            models.UniqueConstraint(fields=["tooi"], condition=~Q(tooi=""), name="organisatie_tooi_uniek"),
            models.CheckConstraint(
                condition=Q(
                    soort__in=[
                        "gemeente",
                        "provincie",
                        "waterschap",
                        "rijk",
                        "samenwerking",
                        "bedrijf",
                        "maatschappelijk",
                        "overig",
                    ]
                ),
                name="organisatie_soort_bekend",
            ),
        )

    def __str__(self) -> str:
        return self.naam


class Deelname(Gevolgd):
    """A participation: an organisation takes part in a partnership, with some of its organs, for a period."""

    ONVERANDERLIJK = ("id", "verband_id", "organisatie_id")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="deelnames", verbose_name="verband"
    )
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="deelnames", verbose_name="deelnemer")
    van = models.DateField("doet mee sinds", null=True, blank=True)
    tot = models.DateField("doet mee tot", null=True, blank=True)
    organen = keuzelijst("organen die meedoen", Orgaan)
    kostenaandeel = procent("aandeel in de kosten", help_text="In procenten van alle bijdragen.")
    stemmen = models.PositiveIntegerField("stemmen in het hoogste orgaan", null=True, blank=True)

    objects: ClassVar[Any] = PeriodeQuerySet.as_manager()

    class Meta:
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        ordering = ("id",)
        triggers = (onveranderlijk("verband", "organisatie"),)
        constraints = (
            volgorde("deelname_tot_na_van"),
            zonder_overlap(
                "deelname_zonder_overlap",
                "verband",
                "organisatie",
                melding="Deze deelnemer doet in die periode al mee.",
            ),
            alleen_uit("organen", Orgaan, "deelname_organen_bekend"),
            tussen("kostenaandeel", 0, 100, "deelname_kostenaandeel_procent"),
        )

    def __str__(self) -> str:
        return f"deelname {self.organisatie_id} aan {self.verband_id}"
