from __future__ import annotations

from django.db import models
from django.db.models import Q

from governance.regels import wgr
from samenwerkingswijzer.historie import Gevolgd, onveranderlijk
from verbanden.models.velden import webadres

ONDERWERPEN = {onderwerp.sleutel: onderwerp.titel for onderwerp in wgr.ONDERWERPEN}


class Wgrpunt(Gevolgd):
    """What we know of one subject that the Wgr wants a regeling to settle: where it stands in the regeling, or not.

    Source: Wgr as of 1 July 2022 (`governance.regels.wgr`). A subject without a row is unknown.
    """

    ONVERANDERLIJK = ("id", "verband_id", "onderwerp")

    class Stand(models.TextChoices):
        GEREGELD = wgr.Stand.GEREGELD.value, "Geregeld"
        NIET_GEREGELD = wgr.Stand.NIET_GEREGELD.value, "Niet geregeld"
        NIET_VAN_TOEPASSING = wgr.Stand.NIET_VAN_TOEPASSING.value, "Niet van toepassing"
        ONBEKEND = wgr.Stand.ONBEKEND.value, "Onbekend"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="wgrpunten", verbose_name="verband"
    )
    onderwerp = models.CharField("onderwerp", max_length=40, choices=list(ONDERWERPEN.items()))
    stand = models.CharField("stand", max_length=20, choices=Stand, default=Stand.ONBEKEND)
    artikel = models.CharField(
        "artikel in de regeling", max_length=60, blank=True, help_text="Bijvoorbeeld: artikel 12 lid 3."
    )
    url = webadres("link naar de tekst", blank=True)
    toelichting = models.TextField("toelichting", blank=True, max_length=600)
    nagekeken_op = models.DateField(
        "nagekeken op", null=True, blank=True, help_text="De dag waarop iemand dit in de regeling opzocht."
    )

    class Meta:
        verbose_name = "punt van de Wgr-check"
        verbose_name_plural = "punten van de Wgr-check"
        ordering = ("id",)
        triggers = (onveranderlijk("verband", "onderwerp"),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "onderwerp"],
                name="wgrpunt_een_per_onderwerp",
                violation_error_message="Dit onderwerp staat er al.",
            ),
            models.CheckConstraint(condition=Q(onderwerp__in=list(ONDERWERPEN)), name="wgrpunt_onderwerp_bekend"),
            models.CheckConstraint(
                condition=Q(stand__in=["geregeld", "niet_geregeld", "niet_van_toepassing", "onbekend"]),
                name="wgrpunt_stand_bekend",
            ),
            models.CheckConstraint(
                condition=~Q(stand="geregeld") | Q(artikel__regex=r"\S"),
                name="wgrpunt_geregeld_heeft_artikel",
                violation_error_message="Bij 'geregeld' hoort het artikel in de regeling.",
            ),
            models.CheckConstraint(
                condition=~Q(stand="niet_van_toepassing") | Q(toelichting__regex=r"\S"),
                name="wgrpunt_nvt_heeft_toelichting",
                violation_error_message="Bij 'niet van toepassing' hoort een toelichting.",
            ),
            models.CheckConstraint(
                condition=Q(stand="onbekend") | Q(nagekeken_op__isnull=False),
                name="wgrpunt_nagekeken_heeft_datum",
                violation_error_message="Vul in op welke dag iemand dit in de regeling opzocht.",
            ),
        )

    def __str__(self) -> str:
        return ONDERWERPEN[self.onderwerp]
