from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self

import pgtrigger
from django.db import models
from django.db.models import Q

from samenwerkingswijzer.bestanden.soorten import omvang
from samenwerkingswijzer.bewaking import VasteRegel
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from samenwerkingswijzer.models import Bestand

BEELDSOORTEN = (Bestand.Soort.PNG, Bestand.Soort.JPEG)
# A file comes and goes only while its version is written. Waits for who is taking a step with that version.
ALLEEN_IN_CONCEPT = VasteRegel(
    name="alleen_in_concept",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    declare=[("nummer_van_versie", "bigint"), ("stand", "text")],
    func="""
    IF TG_OP = 'UPDATE' THEN RAISE EXCEPTION 'an attachment never changes'; END IF;
    IF TG_OP = 'DELETE' THEN nummer_van_versie := OLD.artikelversie_id;
    ELSE nummer_van_versie := NEW.artikelversie_id; END IF;
    SELECT status INTO stand FROM kennisbank_artikelversie WHERE id = nummer_van_versie FOR SHARE;
    IF stand IS DISTINCT FROM 'concept' THEN
        RAISE EXCEPTION 'what was reviewed or published keeps its attachments';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
    """,
)


class BijlageQuerySet(GevolgdQuerySet):
    """How attachments are read: they never change, and those of a version that readers saw are never removed."""

    def van(self, *versie_ids: int) -> Self:
        """The attachments of these versions with their files, in order; one query."""
        return (
            self.filter(artikelversie_id__in=versie_ids)
            .select_related("bestand")
            .defer("bestand__tekst")
            .order_by("nummer")
        )

    def van_versies(self, versie_ids: Iterable[int]) -> Self:
        """The attachments of many versions, without their files."""
        return self.filter(artikelversie_id__in=list(versie_ids)).order_by("artikelversie_id", "nummer")


class Bijlage(Gevolgd):
    """A file that belongs to one version of an article, so that who reviews the version reviews the file as well.

    Own filling, issue 'uploads'. `nummer` is what a writer types: `![wat u ziet](bijlage:2)`; it stays the same in the
    next version, which refers to the same file, and is never given again within an article.
    """

    ONVERANDERLIJK = ("id", "artikelversie_id", "nummer", "bestand_id", "titel")

    artikelversie = models.ForeignKey(
        "kennisbank.Artikelversie", models.PROTECT, related_name="+", verbose_name="versie van het artikel"
    )
    nummer = models.PositiveSmallIntegerField("nummer van de bijlage")
    bestand = models.ForeignKey("samenwerkingswijzer.Bestand", models.PROTECT, related_name="+", verbose_name="bestand")
    titel = models.CharField(
        "titel",
        max_length=160,
        help_text="Zo staat het bestand onder het artikel. Bij een afbeelding: zeg wat er te zien is.",
    )

    objects: ClassVar[Any] = BijlageQuerySet.as_manager()

    class Meta:
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
        ordering = ("artikelversie_id", "nummer")
        triggers = (onveranderlijk("artikelversie", "nummer", "bestand", "titel"), ALLEEN_IN_CONCEPT)
        constraints = (
            models.UniqueConstraint(fields=["artikelversie", "nummer"], name="bijlage_een_per_nummer"),
            models.UniqueConstraint(
                fields=["artikelversie", "titel"],
                name="bijlage_titel_een_keer",
                violation_error_message="Er is al een bijlage met deze titel. Kies een andere titel.",
            ),
            models.CheckConstraint(condition=Q(nummer__gte=1), name="bijlage_nummer_begint_bij_een"),
            models.CheckConstraint(
                condition=Q(titel__regex=r"\S"),
                name="bijlage_heeft_titel",
                violation_error_message="Een bijlage heeft een titel.",
            ),
        )

    def __str__(self) -> str:
        return self.titel

    @property
    def is_beeld(self) -> bool:
        """Whether it can stand in the text as a picture."""
        return self.bestand.soort in BEELDSOORTEN

    @property
    def omvang(self) -> str:
        """Kind and size: 'PDF, 120 kB'."""
        return omvang(self.bestand.soort, self.bestand.grootte)
