"""What an article can be about: a life phase, a function of the portal, a reading path."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Fase(models.TextChoices):
    """The life phase of a partnership; the same words as in the register."""

    VERKENNEN = "verkennen", "Verkennen"
    AANGAAN = "aangaan", "Aangaan"
    UITVOEREN = "uitvoeren", "Uitvoeren"
    HEROVERWEGEN = "heroverwegen", "Heroverwegen"
    BEEINDIGEN = "beeindigen", "Beëindigen"


class Functiedeel(models.TextChoices):
    """The function of the founding document that an article belongs to."""

    STRATEGIE = "strategie", "Strategie en alliantiemanagement"
    OVERZICHT = "overzicht", "Overzicht en inzicht"
    EVALUATIE = "evaluatie", "Evaluatie en monitoring"
    KENNIS = "kennis", "Leren en kennis delen"


class Leespad(models.TextChoices):
    """A row of articles that are read one after the other."""

    RAADSLID = "raadslid", "Nieuw in de raad"
    ACCOUNTHOUDER = "accounthouder", "Accounthouder in tien lessen"


def woordenlijst(naam: str, lengte: int = 60, hint: str = "") -> ArrayField:
    """A list of short words or keys, empty unless told otherwise."""
    veld = models.CharField(max_length=lengte)
    return ArrayField(veld, verbose_name=naam, default=list, blank=True, size=30, help_text=hint)
