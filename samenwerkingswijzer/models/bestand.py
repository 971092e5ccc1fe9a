from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from samenwerkingswijzer.bewaking import alleen_erbij


class BestandManager(models.Manager):
    """Reads files without their text, which is long and only of use to the search page."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().defer("tekst")


class Bestand(models.Model):
    """A file that somebody put in: what it is, its own name, its hash, and its words. The bytes lie in the vault.

    Own filling, issue 'uploads'. It never changes: another file is another row. Whoever may see what a file belongs to
    may have the file; by itself a file has no page. `doorzoekbaar` says whether words could be read from it.
    """

    class Soort(models.TextChoices):
        PDF = "pdf", "PDF-document"
        DOCX = "docx", "Word-document"
        ODT = "odt", "OpenDocument-tekst"
        XLSX = "xlsx", "Excel-werkblad"
        ODS = "ods", "OpenDocument-werkblad"
        PNG = "png", "PNG-afbeelding"
        JPEG = "jpeg", "JPEG-afbeelding"

    sleutel = models.CharField("sleutel in de kluis", max_length=32, unique=True)
    naam = models.CharField("naam van het bestand", max_length=120)
    soort = models.CharField("soort bestand", max_length=10, choices=Soort)
    grootte = models.PositiveIntegerField("grootte in bytes")
    sha256 = models.CharField("controlegetal", max_length=64)
    tekst = models.TextField("doorzoekbare tekst", blank=True)
    doorzoekbaar = models.BooleanField("er is tekst uit gelezen", default=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="neergezet door")
    op = models.DateTimeField("neergezet op")

    objects: ClassVar[Any] = BestandManager()

    class Meta:
        verbose_name = "bestand"
        verbose_name_plural = "bestanden"
        ordering = ("id",)
        triggers = alleen_erbij("the list of files cannot be emptied")
        constraints = (
            models.CheckConstraint(
                condition=Q(soort__in=["pdf", "docx", "odt", "xlsx", "ods", "png", "jpeg"]), name="bestand_soort_bekend"
            ),
        )

    def __str__(self) -> str:
        return self.naam

    @property
    def tekst_ontbreekt(self) -> bool:
        """Whether the search page knows its name only, although one would expect words in it."""
        return not self.doorzoekbaar and self.soort not in (self.Soort.PNG, self.Soort.JPEG)
