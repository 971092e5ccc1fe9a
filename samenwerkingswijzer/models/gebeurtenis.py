from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models

from samenwerkingswijzer.bewaking import alleen_erbij
from samenwerkingswijzer.models.gebruiker import Gebruiker


class Handeling(models.TextChoices):
    """Every kind of event that the portal keeps for accountability (BIO 8.15)."""

    INGELOGD = "ingelogd", "Ingelogd"
    UITGELOGD = "uitgelogd", "Uitgelogd"
    INLOGGEN_MISLUKT = "inloggen_mislukt", "Inloggen mislukt"
    GEWEIGERD = "geweigerd", "Toegang geweigerd"
    AANGEMAAKT = "aangemaakt", "Aangemaakt"
    GEWIJZIGD = "gewijzigd", "Gewijzigd"
    VERWIJDERD = "verwijderd", "Verwijderd"
    FASE_GEWIJZIGD = "fase_gewijzigd", "Levensfase gewijzigd"
    AANGEWEZEN = "aangewezen", "Accounthouder aangewezen"
    GEIMPORTEERD = "geimporteerd", "Register ingelezen"
    VOORSTEL_AANGENOMEN = "voorstel_aangenomen", "Voorstel aangenomen"
    VOORSTEL_AFGEWEZEN = "voorstel_afgewezen", "Voorstel afgewezen"
    OPGEVRAAGD = "opgevraagd", "Gegevens opgevraagd"
    KLAARGEZET = "klaargezet", "Lijst klaargezet"
    TERUGGEZET = "teruggezet", "Lijst teruggezet naar concept"
    VASTGESTELD = "vastgesteld", "Vastgesteld"
    BEANTWOORD = "beantwoord", "Vraag beantwoord"
    GEKOZEN = "gekozen", "Governance regime gekozen"
    GEPUBLICEERD = "gepubliceerd", "Instrument gepubliceerd"
    GEOPEND = "geopend", "Sessie geopend"
    GESCOORD = "gescoord", "Score gegeven"
    GESLOTEN = "gesloten", "Scoren gesloten"
    BESLOTEN = "besloten", "Uitkomst van een sessie vastgelegd"
    AFGEBROKEN = "afgebroken", "Sessie afgebroken"
    AFGEHANDELD = "afgehandeld", "Signaal afgehandeld"
    GEAGENDEERD = "geagendeerd", "Signaal op de agenda gezet"
    VERSTUURD = "verstuurd", "Bericht verstuurd"
    GEDOWNLOAD = "gedownload", "Gedownload"


class Gebeurtenis(models.Model):
    """One line of the audit log: who did what to which object, when, with which result. It never changes."""

    tijd = models.DateTimeField("tijd")
    wie = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="wie")
    wat = models.CharField("wat", max_length=40, choices=Handeling)
    object_soort = models.CharField("soort object", max_length=60, blank=True)
    object_id = models.BigIntegerField("nummer van het object", null=True, blank=True)
    gelukt = models.BooleanField("gelukt", default=True)
    herkomst = models.CharField("herkomst", max_length=20, default="web")
    details = models.JSONField("details", default=dict, blank=True)

    class Meta:
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        ordering = ("-tijd", "-id")
        constraints = (
            models.CheckConstraint(condition=models.Q(wat__in=Handeling.values), name="gebeurtenis_wat_bekend"),
        )
        indexes = (models.Index(fields=["object_soort", "object_id"]), models.Index(fields=["-tijd"]))
        triggers = alleen_erbij("the audit log cannot be emptied")

    def __str__(self) -> str:
        return f"{self.tijd:%Y-%m-%d %H:%M} {self.get_wat_display()}"


def leg_vast(
    wat: Handeling,
    *,
    door: Gebruiker | None,
    op: datetime,
    over: models.Model | None = None,
    gelukt: bool = True,
    herkomst: str = "web",
    **details: Any,
) -> Gebeurtenis:
    """Write one line of the audit log, in the transaction of the act itself."""
    return Gebeurtenis.objects.create(
        tijd=op,
        wie=door,
        wat=wat,
        object_soort=over._meta.label_lower if over is not None else "",
        object_id=over.pk if over is not None else None,
        gelukt=gelukt,
        herkomst=herkomst,
        details=details,
    )
