from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self

import pgtrigger
from django.db import models
from django.db.models import Q

from governance.models.zienswijze import BIJ_DE_RAAD, Zienswijze
from samenwerkingswijzer.bewaking import VasteRegel
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from verbanden.models.velden import webadres

# What the raad asked stays as it was adopted; the shared lock makes an adoption wait for a writer.
VRAGEN_LIGGEN_VAST = f"""
    PERFORM 1 FROM governance_zienswijze WHERE id IN (NEW.zienswijze_id, OLD.zienswijze_id) FOR SHARE;
    IF EXISTS (
        SELECT 1 FROM governance_zienswijze
        WHERE id IN (NEW.zienswijze_id, OLD.zienswijze_id) AND status NOT IN {BIJ_DE_RAAD}
    ) AND (TG_OP <> 'UPDATE' OR (NEW.vraag, NEW.waarom) IS DISTINCT FROM (OLD.vraag, OLD.waarom)) THEN
        RAISE EXCEPTION 'what the raad asks stays as it was adopted';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""  # noqa: S608  # a fixed list of our own states


class VanZienswijzeQuerySet(GevolgdQuerySet):
    """How rows of zienswijzen are read."""

    def van(self, zienswijze_ids: Iterable[int], moment: Any) -> Self:
        """The rows of these zienswijzen, as known at `moment`."""
        return self.op(moment, zienswijze_id__in=list(zienswijze_ids))


class Zienswijzepunt(Gevolgd):
    """One thing the raad asks in a zienswijze, what the board answered, and whether it was taken over.

    Source: our own filling: a request that can be answered with yes or no. After adoption the request stays as it is.
    """

    ONVERANDERLIJK = ("id", "zienswijze_id")

    class Oordeel(models.TextChoices):
        OPEN = "", "Nog geen besluit"
        OVERGENOMEN = "overgenomen", "Overgenomen"
        DEELS = "deels", "Deels overgenomen"
        NIET = "niet", "Niet overgenomen"

    zienswijze = models.ForeignKey(Zienswijze, models.PROTECT, related_name="punten", verbose_name="zienswijze")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=1)
    vraag = models.CharField(
        "wat vragen wij", max_length=300, help_text="Eén verzoek dat het bestuur met ja of nee kan beantwoorden."
    )
    waarom = models.TextField("waarom", max_length=600, help_text="Een zin over inwoners of geld.")
    voorstel_van = models.CharField(
        "voorstel van", max_length=80, blank=True, help_text="Een functie of een fractie, geen naam."
    )
    antwoord = models.TextField("wat antwoordt het bestuur", max_length=1500, blank=True)
    oordeel = models.CharField("oordeel", max_length=20, choices=Oordeel, blank=True)
    toelichting = models.CharField("toelichting bij het oordeel", max_length=300, blank=True)
    vervolg = models.CharField("wat er daarna gebeurde", max_length=300, blank=True)

    objects: ClassVar[Any] = VanZienswijzeQuerySet.as_manager()

    class Meta:
        verbose_name = "punt van een zienswijze"
        verbose_name_plural = "punten van zienswijzen"
        ordering = ("volgorde", "id")
        triggers = (
            onveranderlijk("zienswijze"),
            VasteRegel(
                name="vragen_liggen_vast",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=VRAGEN_LIGGEN_VAST,
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(oordeel__in=["", "overgenomen", "deels", "niet"]), name="zienswijzepunt_oordeel_bekend"
            ),
            models.CheckConstraint(
                condition=Q(vraag__regex=r"\S", waarom__regex=r"\S"),
                name="zienswijzepunt_vraag_en_waarom",
                violation_error_message="Schrijf op wat wij vragen, en waarom.",
            ),
            models.CheckConstraint(
                condition=Q(oordeel="") | ~Q(antwoord=""),
                name="zienswijzepunt_oordeel_na_antwoord",
                violation_error_message="Schrijf eerst op wat het bestuur antwoordde.",
            ),
        )

    def __str__(self) -> str:
        return self.vraag


class AndereZienswijze(Gevolgd):
    """What another council said about the same draft, in short, and how we know.

    Source: our own filling: together with other councils a request weighs more. Never our guess: a source is demanded.
    """

    ONVERANDERLIJK = ("id", "zienswijze_id", "organisatie_id")

    zienswijze = models.ForeignKey(Zienswijze, models.PROTECT, related_name="andere", verbose_name="zienswijze")
    organisatie = models.ForeignKey(
        "verbanden.Organisatie", models.PROTECT, related_name="andere_zienswijzen", verbose_name="wie"
    )
    kort = models.CharField("in het kort", max_length=300, help_text="Wat vindt of vraagt deze raad?")
    bron = models.CharField("bron", max_length=160, help_text="Het stuk of het gesprek waaruit dit blijkt.")
    url = webadres("link naar de bron", blank=True)

    objects: ClassVar[Any] = VanZienswijzeQuerySet.as_manager()

    class Meta:
        verbose_name = "zienswijze van een andere raad"
        verbose_name_plural = "zienswijzen van andere raden"
        ordering = ("id",)
        triggers = (onveranderlijk("zienswijze", "organisatie"),)
        constraints = (
            models.UniqueConstraint(
                fields=["zienswijze", "organisatie"],
                name="anderezienswijze_een_keer",
                violation_error_message="Van deze organisatie staat er al een zienswijze bij dit stuk.",
            ),
            models.CheckConstraint(
                condition=Q(kort__regex=r"\S", bron__regex=r"\S"),
                name="anderezienswijze_met_bron",
                violation_error_message="Schrijf in het kort op wat deze raad vindt, en hoe u dat weet.",
            ),
        )

    def __str__(self) -> str:
        return self.kort
