from __future__ import annotations

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk


class Soort(models.TextChoices):
    """What kind of article it is."""

    HANDREIKING = "handreiking", "Handreiking"
    PRAKTIJKVOORBEELD = "praktijkvoorbeeld", "Praktijkvoorbeeld"
    LES = "les", "Les"
    BIBLIOTHEEK = "bibliotheek", "Bibliotheek"
    BEGRIP = "begrip", "Begrip"
    UITGANGSPUNT = "uitgangspunt", "Uitgangspunt"
    BELEIDSKADER = "beleidskader", "Beleidskader"


# The start of an address says of these kinds what they are; no other article may begin so.
VOORVOEGSELS = {Soort.BEGRIP: "begrip-", Soort.UITGANGSPUNT: "uitgangspunt-"}


class ArtikelQuerySet(GevolgdQuerySet):
    """How articles are read; both columns never change, so today's row tells of every day."""

    def van_soort(self, *soorten: str) -> Self:
        """Articles of these kinds."""
        return self.filter(soort__in=soorten)


class Artikel(Gevolgd):
    """A page of the kennisbank that lasts: its address and its kind. What it says stands in its versions.

    Source: founding document, function 4 (lessen, handreikingen, voorbeelden), and 1.3 for a beleidskader.
    """

    ONVERANDERLIJK = ("id", "slug", "soort")

    slug = models.SlugField(
        "adres",
        max_length=100,
        unique=True,
        error_messages={"unique": "Dit adres is al in gebruik."},
        help_text="Kleine letters, cijfers en streepjes. Het adres verandert nooit.",
    )
    soort = models.CharField("soort", max_length=20, choices=Soort)

    objects: ClassVar[Any] = ArtikelQuerySet.as_manager()

    class Meta:
        verbose_name = "artikel"
        verbose_name_plural = "artikelen"
        ordering = ("slug",)
        triggers = (onveranderlijk("slug", "soort"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    soort__in=[
                        "handreiking",
                        "praktijkvoorbeeld",
                        "les",
                        "bibliotheek",
                        "begrip",
                        "uitgangspunt",
                        "beleidskader",
                    ]
                ),
                name="artikel_soort_bekend",
            ),
            models.CheckConstraint(
                condition=Q(slug__regex=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
                name="artikel_adres_leesbaar",
                violation_error_message="Een adres bestaat uit kleine letters en cijfers, met streepjes ertussen.",
            ),
        )

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return reverse("kennisbank:artikel", args=[self.slug])

    @property
    def sleutel(self) -> str:
        """The key of a term or a principle, as other functions call it: 'meer_ambitie'."""
        voorvoegsel = VOORVOEGSELS.get(Soort(self.soort), "")
        return self.slug.removeprefix(voorvoegsel).replace("-", "_")
