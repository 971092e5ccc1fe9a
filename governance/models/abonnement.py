from __future__ import annotations

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk


class AbonnementQuerySet(GevolgdQuerySet):
    """How subscriptions are read."""

    def geldig(self) -> Self:
        """Those that were not revoked, of people who may still log in."""
        return self.filter(ingetrokken_op__isnull=True, gebruiker__is_active=True)


class Abonnement(Gevolgd):
    """A personal address on which somebody's own calendar reads moments of the agenda.

    Source: own filling; RFC 5545 (iCalendar). The address holds a random key; only its SHA-256 is kept here, so nobody
    can read an address back. Revoked, or its owner deactivated: then the address answers nothing any more.
    """

    ONVERANDERLIJK = ("id", "gebruiker_id", "sleutel", "inhoud", "volgt_id")

    class Inhoud(models.TextChoices):
        RAAD = "raad", "Alle momenten van de raad"
        ALLES = "alles", "Alle momenten van iedereen"
        EIGEN = "eigen", "Alleen de verbanden waar ik bij hoor"
        VERBAND = "verband", "Eén verband"

    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="abonnementen", verbose_name="van wie"
    )
    inhoud = models.CharField("welke momenten", max_length=10, choices=Inhoud)
    volgt = models.ForeignKey(
        "verbanden.Samenwerkingsverband",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="abonnementen",
        verbose_name="verband",
    )
    sleutel = models.CharField("vingerafdruk van de sleutel", max_length=64, unique=True, editable=False)
    gemaakt_op = models.DateTimeField("gemaakt op")
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)

    objects: ClassVar[Any] = AbonnementQuerySet.as_manager()

    class Meta:
        verbose_name = "abonnement op de agenda"
        verbose_name_plural = "abonnementen op de agenda"
        ordering = ("-gemaakt_op", "-id")
        triggers = (onveranderlijk("gebruiker", "sleutel", "inhoud", "volgt"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(inhoud__in=["raad", "alles", "eigen", "verband"]), name="abonnement_inhoud_bekend"
            ),
            models.CheckConstraint(
                condition=Q(inhoud="verband", volgt__isnull=False) | ~Q(inhoud="verband") & Q(volgt__isnull=True),
                name="abonnement_verband_past",
                violation_error_message="Kies een verband als u één verband wilt volgen.",
            ),
            models.UniqueConstraint(
                fields=["gebruiker", "inhoud", "volgt"],
                condition=Q(ingetrokken_op__isnull=True),
                nulls_distinct=False,
                name="abonnement_een_geldig",
                violation_error_message="Dit adres hebt u al. Maak er een nieuw van.",
            ),
        )

    def __str__(self) -> str:
        return self.get_inhoud_display()
