"""The index of the search page. Everything in it is derived: it can be emptied and made again at any time."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Zoekregel(models.Model):
    """One thing that can be found: a partnership, an article, a question. Derived; own filling, issue 'zoeken'.

    `recht` is what a reader must have. `namen` are its names in small letters without accents.
    """

    bron = models.CharField("bron", max_length=40)
    soort = models.CharField("soort", max_length=40)
    object_id = models.BigIntegerField("nummer")
    verband_id = models.BigIntegerField("verband", null=True, blank=True)
    recht = models.CharField("recht", max_length=40)
    titel = models.CharField("titel", max_length=400)
    namen = ArrayField(models.TextField(), verbose_name="namen", default=list)
    bijschrift = models.CharField("bijschrift", max_length=400, blank=True)
    tekst = models.TextField("tekst", blank=True)
    url = models.CharField("adres", max_length=400)
    gewicht = models.FloatField("gewicht", default=1.0)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "regel van de zoekindex"
        verbose_name_plural = "regels van de zoekindex"
        ordering = ("id",)
        indexes = (models.Index(fields=["verband_id"]),)
        constraints = (models.UniqueConstraint(fields=["bron", "object_id"], name="zoekregel_een_keer"),)

    def __str__(self) -> str:
        return self.titel


class Zoekwoord(models.Model):
    """A word that stands somewhere in the portal, with its Dutch stem. Derived; own filling, issue 'zoeken'.

    In `stam` and `plat` double letters are single: 'uittreedsom' becomes 'uitredsom', so that 'uittreden' finds it.
    """

    woord = models.CharField("woord", max_length=60, unique=True)
    stam = models.CharField("stam", max_length=60)
    plat = models.CharField("plat", max_length=60)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "woord van de zoekindex"
        verbose_name_plural = "woorden van de zoekindex"
        ordering = ("woord",)
        indexes = (
            models.Index(fields=["stam"]),
            models.Index(fields=["plat"], opclasses=["text_pattern_ops"], name="zoekwoord_begin"),
            GinIndex(fields=["woord"], opclasses=["gin_trgm_ops"], name="zoekwoord_drieletters"),
        )

    def __str__(self) -> str:
        return self.woord


class Zoekvermelding(models.Model):
    """That a word stands in a thing to find, and how much it counts there. Derived; own filling, issue 'zoeken'."""

    woord = models.ForeignKey(Zoekwoord, models.PROTECT, related_name="+", db_index=False, verbose_name="woord")
    regel = models.ForeignKey(Zoekregel, models.PROTECT, related_name="+", verbose_name="regel")
    gewicht = models.FloatField("gewicht")

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "vermelding in de zoekindex"
        verbose_name_plural = "vermeldingen in de zoekindex"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["woord", "regel"], include=["gewicht"], name="zoekvermelding_een_keer"),
        )

    def __str__(self) -> str:
        return f"woord {self.woord_id} in regel {self.regel_id}"


class Zoekstand(models.Model):
    """How far the index followed the history of one tracked model: the last number it has seen. Derived."""

    model = models.CharField("model", max_length=100, primary_key=True)
    nummer = models.BigIntegerField("laatste nummer van de geschiedenis", default=0)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "stand van de zoekindex"
        verbose_name_plural = "standen van de zoekindex"
        ordering = ("model",)

    def __str__(self) -> str:
        return f"{self.model}: {self.nummer}"
