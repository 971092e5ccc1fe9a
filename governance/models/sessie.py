from __future__ import annotations

from typing import Any, ClassVar, Self

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from governance.models import sessiebewaking
from samenwerkingswijzer.bewaking import VasteRegel, VasteWeigering, alleen_erbij
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from verbanden.models.velden import tussen


class Sessiestatus(models.TextChoices):
    """How far a session is."""

    VOORBEREIDING = "voorbereiding", "Voorbereiding"
    SCOREN = "scoren", "Scoren"
    BESPREKEN = "bespreken", "Bespreken"
    VASTGESTELD = "vastgesteld", "Vastgesteld"
    AFGEBROKEN = "afgebroken", "Afgebroken"


# The one table of allowed steps; the database keeps the same one.
VOLGENDE_SESSIESTATUS: dict[Sessiestatus, frozenset[Sessiestatus]] = {
    Sessiestatus.VOORBEREIDING: frozenset({Sessiestatus.SCOREN, Sessiestatus.AFGEBROKEN}),
    Sessiestatus.SCOREN: frozenset({Sessiestatus.BESPREKEN, Sessiestatus.AFGEBROKEN}),
    Sessiestatus.BESPREKEN: frozenset({Sessiestatus.VASTGESTELD, Sessiestatus.AFGEBROKEN}),
    Sessiestatus.VASTGESTELD: frozenset(),
    Sessiestatus.AFGEBROKEN: frozenset(),
}
# Where it ends: nothing of the session changes any more.
KLAAR = frozenset({Sessiestatus.VASTGESTELD, Sessiestatus.AFGEBROKEN})
# From closing on people may see what was scored.
MET_UITSLAG = frozenset({Sessiestatus.BESPREKEN, Sessiestatus.VASTGESTELD})


class SessieQuerySet(GevolgdQuerySet):
    """How sessions are read."""

    def lopend(self) -> Self:
        """Those that are not adopted yet, nor broken off."""
        return self.exclude(status__in=[status.value for status in KLAAR])

    def met_uitslag(self) -> Self:
        """Those of which people may see what was scored."""
        return self.filter(status__in=[status.value for status in MET_UITSLAG])


def _persoon(naam: str) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=naam
    )


class Sessie(Gevolgd):
    """The yearly meeting in which raad and college score how important each partnership is, and decide it.

    Source: founding document, 2.3 point 1 ('de klokken gelijk', at the kadernota). Whether scores carry names
    (`openbaarheid`) is chosen before opening; the database then keeps it as it is.
    """

    ONVERANDERLIJK = ("id", "jaar")

    class Openbaarheid(models.TextChoices):
        OP_NAAM = "op_naam", "Op naam"
        SAMENGEVAT = "samengevat", "Samengevat"

    jaar = models.PositiveSmallIntegerField("jaar", validators=[MinValueValidator(1980), MaxValueValidator(2100)])
    datum = models.DateField("datum van de sessie")
    vergadering = models.CharField("vergadering", max_length=120)
    status = models.CharField("status", max_length=20, choices=Sessiestatus, default=Sessiestatus.VOORBEREIDING)
    openbaarheid = models.CharField("scores", max_length=20, choices=Openbaarheid, blank=True)
    toon_vorig = models.BooleanField("toon de klasse van vorig jaar", default=True)
    toon_voorstel = models.BooleanField("toon het voorstel", default=True)
    voorzitter = _persoon("voorzitter")
    geopend_door = _persoon("geopend door")
    geopend_op = models.DateTimeField("geopend op", null=True, blank=True)
    gesloten_door = _persoon("scoren gesloten door")
    gesloten_op = models.DateTimeField("scoren gesloten op", null=True, blank=True)
    vastgesteld_door = _persoon("vastgesteld door")
    vastgesteld_op = models.DateTimeField("vastgesteld op", null=True, blank=True)
    afgebroken_op = models.DateTimeField("afgebroken op", null=True, blank=True)
    afgebroken_om = models.CharField("waarom afgebroken", max_length=300, blank=True)

    objects: ClassVar[Any] = SessieQuerySet.as_manager()

    class Meta:
        verbose_name = "sessie"
        verbose_name_plural = "sessies"
        ordering = ("-datum", "-id")
        triggers = (
            onveranderlijk("jaar"),
            sessiebewaking.stappen(VOLGENDE_SESSIESTATUS),
            sessiebewaking.keuzes_liggen_vast("openbaarheid", "toon_vorig", "toon_voorstel", "datum"),
            VasteWeigering(
                name="vastgesteld_blijft",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__status__in=["vastgesteld", "afgebroken"]),
            ),
            sessiebewaking.sluitstuk(
                "vastgesteld_is_bevroren", "NEW.status = 'vastgesteld'", sessiebewaking.NIET_ZONDER_INHOUD
            ),
            sessiebewaking.sluitstuk(
                "samengevat_zonder_paren",
                "NEW.status = 'afgebroken'"
                " OR NEW.openbaarheid = 'samengevat' AND NEW.status IN ('bespreken', 'vastgesteld')",
                sessiebewaking.GEEN_PAREN_MEER,
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["jaar"],
                condition=~Q(status__in=["vastgesteld", "afgebroken"]),
                name="sessie_een_lopend_per_jaar",
                violation_error_message="Er is al een sessie van dit jaar die nog niet is vastgesteld.",
            ),
            models.UniqueConstraint(
                fields=["datum"],
                condition=~Q(status="afgebroken"),
                name="sessie_een_per_dag",
                violation_error_message="Op deze dag is er al een sessie.",
            ),
            tussen("jaar", 1980, 2100, "sessie_jaar_zinnig"),
            models.CheckConstraint(
                condition=Q(status__in=["voorbereiding", "scoren", "bespreken", "vastgesteld", "afgebroken"]),
                name="sessie_status_bekend",
            ),
            models.CheckConstraint(
                condition=Q(openbaarheid__in=["", "op_naam", "samengevat"]), name="sessie_openbaarheid_bekend"
            ),
            models.CheckConstraint(
                condition=Q(status="voorbereiding", geopend_op__isnull=True, geopend_door__isnull=True)
                | Q(status="afgebroken")
                | (
                    Q(geopend_op__isnull=False, geopend_door__isnull=False, voorzitter__isnull=False)
                    & ~Q(status="voorbereiding")
                    & ~Q(openbaarheid="")
                ),
                name="sessie_geopend_met_keuzes",
                violation_error_message="Kies voor het openen een voorzitter, en scores op naam of samengevat.",
            ),
            models.CheckConstraint(
                condition=Q(status="afgebroken")
                | Q(status__in=["voorbereiding", "scoren"], gesloten_op__isnull=True, gesloten_door__isnull=True)
                | Q(status__in=["bespreken", "vastgesteld"], gesloten_op__isnull=False, gesloten_door__isnull=False),
                name="sessie_gesloten_door_iemand",
                violation_error_message="Iemand sluit het scoren, op een moment.",
            ),
            models.CheckConstraint(
                condition=(Q(vastgesteld_op__isnull=True, vastgesteld_door__isnull=True) & ~Q(status="vastgesteld"))
                | Q(status="vastgesteld", vastgesteld_op__isnull=False, vastgesteld_door__isnull=False),
                name="sessie_vastgesteld_door_iemand",
                violation_error_message="Iemand stelt de sessie vast, op een moment.",
            ),
            models.CheckConstraint(
                condition=(Q(afgebroken_op__isnull=True, afgebroken_om="") & ~Q(status="afgebroken"))
                | Q(status="afgebroken", afgebroken_op__isnull=False, afgebroken_om__regex=r"\S"),
                name="sessie_afgebroken_met_reden",
                violation_error_message="Schrijf op waarom de sessie wordt afgebroken.",
            ),
        )

    def __str__(self) -> str:
        return f"Sessie {self.jaar}"

    @property
    def samengevat(self) -> bool:
        """Whether only counts of groups are kept after closing."""
        return self.openbaarheid == Sessie.Openbaarheid.SAMENGEVAT


class VastgesteldeSessie(models.Model):
    """What raad and college decided in a session, for ever: its data, its document, and the hash of both.

    Rows are only ever added, by somebody who recorded none of the outcomes; the database refuses the rest.
    """

    sessie = models.OneToOneField(Sessie, models.PROTECT, related_name="vastgesteld", verbose_name="sessie")
    gegevens = models.JSONField("gegevens")
    gegevens_sha256 = models.CharField("controlegetal van de gegevens", max_length=64)
    pdf = models.BinaryField("besluitenlijst")
    pdf_sha256 = models.CharField("controlegetal van de besluitenlijst", max_length=64)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="vastgesteld door"
    )
    op = models.DateTimeField("vastgesteld op")

    class Meta:
        verbose_name = "vastgestelde sessie"
        verbose_name_plural = "vastgestelde sessies"
        ordering = ("-op",)
        triggers = (
            *alleen_erbij("adopted sessions cannot be emptied"),
            VasteRegel(
                name="vier_ogen",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=sessiebewaking.VIER_OGEN,
            ),
        )

    def __str__(self) -> str:
        return f"vastgestelde sessie {self.gegevens_sha256[:8]}"
