from __future__ import annotations

from django.db import models
from django.db.models import Q

from samenwerkingswijzer.historie import Gevolgd, onveranderlijk


class Document(Gevolgd):
    """A document of a partnership that we keep ourselves, as a file. Own filling, issue 'uploads'.

    A new version is another file in the same row: history keeps which file stood there when, so an earlier reference
    date shows the file of then. What stands elsewhere is a `Verwijzing`.
    """

    ONVERANDERLIJK = ("id", "verband_id")

    class Soort(models.TextChoices):
        REGELING = "regeling", "Regeling"
        STATUTEN = "statuten", "Statuten"
        BEGROTING = "begroting", "Begroting"
        JAARREKENING = "jaarrekening", "Jaarrekening"
        OVEREENKOMST = "overeenkomst", "Overeenkomst"
        BESLUIT = "besluit", "Besluit of verslag"
        OVERIG = "overig", "Overig"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="documenten", verbose_name="verband"
    )
    titel = models.CharField("titel", max_length=200)
    soort = models.CharField("soort document", max_length=20, choices=Soort)
    datum = models.DateField("datum van het document", null=True, blank=True)
    bestand = models.ForeignKey("samenwerkingswijzer.Bestand", models.PROTECT, related_name="+", verbose_name="bestand")

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        ordering = ("id",)
        triggers = (onveranderlijk("verband"),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "soort", "titel"],
                name="document_een_keer",
                violation_error_message=(
                    "Er staat al een document van deze soort met deze titel. Zet daar een nieuwe versie van neer, "
                    "of kies een andere titel."
                ),
            ),
            models.CheckConstraint(
                condition=Q(
                    soort__in=[
                        "regeling",
                        "statuten",
                        "begroting",
                        "jaarrekening",
                        "overeenkomst",
                        "besluit",
                        "overig",
                    ]
                ),
                name="document_soort_bekend",
            ),
        )

    def __str__(self) -> str:
        return self.titel
