from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from governance.models import sessiebewaking
from governance.models.sessie import Sessie
from samenwerkingswijzer.historie import Gevolgd, onveranderlijk
from verbanden.models.keuzes import OOK_ANDERS, OOK_UITLEG, Klasse, Reden
from verbanden.models.velden import alleen_uit, keuzelijst, niet_in


class Sessieverband(Gevolgd):
    """A partnership in a session: what was proposed beforehand, and what raad and college decided.

    Source: founding document, 2.3 point 1. The proposal advises and the outcome decides; scores are kept elsewhere.
    """

    ONVERANDERLIJK = ("id", "sessie_id", "verband_id")

    sessie = models.ForeignKey(Sessie, models.PROTECT, related_name="verbanden", verbose_name="sessie")
    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="sessies", verbose_name="verband"
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    voorstel_klasse = models.CharField("voorgestelde klasse", max_length=30, choices=Klasse, blank=True)
    voorstel_redenen = keuzelijst("voorgestelde redenen", Reden)
    voorstel_toelichting = models.TextField("toelichting op het voorstel", max_length=600, blank=True)
    klasse = models.CharField("klasse", max_length=30, choices=Klasse, blank=True)
    ook = keuzelijst("daarnaast", Klasse, help_text=OOK_UITLEG)
    redenen = keuzelijst("waarom", Reden)
    mandaat = models.TextField("ruimte en mandaat van het college", max_length=600, blank=True)
    voorwaarden = models.TextField("terug naar de raad bij", max_length=600, blank=True)
    reden = models.TextField("waarom dit besluit", max_length=600, blank=True)
    zonder_bespreking = models.BooleanField("zonder bespreking", default=False)
    vastgelegd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="vastgelegd door",
    )
    vastgelegd_op = models.DateTimeField("vastgelegd op", null=True, blank=True)

    class Meta:
        verbose_name = "verband in een sessie"
        verbose_name_plural = "verbanden in een sessie"
        ordering = ("volgorde", "id")
        triggers = (
            onveranderlijk("sessie", "verband"),
            sessiebewaking.vastgesteld_blijft("NEW.sessie_id, OLD.sessie_id"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["sessie", "verband"],
                name="sessieverband_een_keer",
                violation_error_message="Dit verband staat al in de sessie.",
            ),
            models.CheckConstraint(
                condition=Q(voorstel_klasse="") | Q(voorstel_klasse__in=Klasse.values),
                name="sessieverband_voorstel_bekend",
            ),
            models.CheckConstraint(
                condition=Q(klasse="") | Q(klasse__in=Klasse.values), name="sessieverband_klasse_bekend"
            ),
            alleen_uit("voorstel_redenen", Reden, "sessieverband_voorstel_redenen_bekend"),
            alleen_uit("ook", Klasse, "sessieverband_ook_bekend"),
            niet_in("klasse", "ook", "sessieverband_ook_anders", OOK_ANDERS),
            alleen_uit("redenen", Reden, "sessieverband_redenen_bekend"),
            models.CheckConstraint(
                condition=Q(klasse="", vastgelegd_op__isnull=True, vastgelegd_door__isnull=True)
                | (Q(vastgelegd_op__isnull=False, vastgelegd_door__isnull=False) & ~Q(klasse="")),
                name="sessieverband_uitkomst_van_iemand",
                violation_error_message="Een uitkomst heeft een klasse en iemand die haar vastlegde.",
            ),
        )

    def __str__(self) -> str:
        return f"verband in een sessie, nummer {self.volgorde}"


class Keuzevraagstuk(Gevolgd):
    """A question of a partnership on which raad members may differ with good reasons, with what can be chosen.

    Source: founding document, 2.3 ('politiek relevante onderwerpen of vraagstukken').
    """

    ONVERANDERLIJK = ("id", "sessieverband_id")

    sessieverband = models.ForeignKey(
        Sessieverband, models.PROTECT, related_name="vraagstukken", verbose_name="verband in een sessie"
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    vraag = models.CharField("vraag", max_length=160)
    mogelijkheden = ArrayField(models.CharField(max_length=200), verbose_name="mogelijkheden", default=list, blank=True)

    class Meta:
        verbose_name = "keuzevraagstuk"
        verbose_name_plural = "keuzevraagstukken"
        ordering = ("volgorde", "id")
        triggers = (onveranderlijk("sessieverband"), sessiebewaking.vastgesteld_blijft(sessiebewaking.VAN_VERBAND))
        constraints: ClassVar[Any] = (
            models.CheckConstraint(
                condition=Q(vraag__regex=r"\S"),
                name="keuzevraagstuk_heeft_vraag",
                violation_error_message="Schrijf de vraag op.",
            ),
        )

    def __str__(self) -> str:
        return self.vraag
