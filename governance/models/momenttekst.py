"""What people write about a moment, whether its date was typed or is computed: the columns that both kinds share."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from samenwerkingswijzer.historie import Gevolgd
from verbanden.models.velden import webadres


class RolRaad(models.TextChoices):
    """What the raad does at a moment (founding document 1.1)."""

    GEEN = "", "Geen"
    INFORMEREN = "informeren", "Informeren"
    BEELDVORMING = "beeldvorming", "Beeldvorming"
    OORDEELSVORMING = "oordeelsvorming", "Oordeelsvorming"
    BESLUITVORMING = "besluitvorming", "Besluitvorming"


class Mandaat(models.TextChoices):
    """Whether a moment fits the mandate of the college."""

    ONBEANTWOORD = "", "Nog niet beantwoord"
    JA = "ja", "Ja, het past binnen het mandaat"
    NEE = "nee", "Nee, het valt buiten het mandaat"
    WEET_NIET = "weet_niet", "Weet ik nog niet"


class Momentstatus(models.TextChoices):
    """How far a moment is."""

    GEPLAND = "gepland", "Gepland"
    VOORBEREIDING = "voorbereiding", "In voorbereiding"
    NAAR_DE_RAAD = "naar_de_raad", "Naar de raad"
    BEHANDELD = "behandeld", "Behandeld"
    VERVALLEN = "vervallen", "Vervallen"


# The one table of allowed steps. Everything but an end may be taken back: a date can be moved, a paper withdrawn.
VOLGENDE_MOMENTSTATUS: dict[Momentstatus, frozenset[Momentstatus]] = {
    Momentstatus.GEPLAND: frozenset(
        {Momentstatus.VOORBEREIDING, Momentstatus.NAAR_DE_RAAD, Momentstatus.BEHANDELD, Momentstatus.VERVALLEN}
    ),
    Momentstatus.VOORBEREIDING: frozenset(
        {Momentstatus.GEPLAND, Momentstatus.NAAR_DE_RAAD, Momentstatus.BEHANDELD, Momentstatus.VERVALLEN}
    ),
    Momentstatus.NAAR_DE_RAAD: frozenset({Momentstatus.VOORBEREIDING, Momentstatus.BEHANDELD, Momentstatus.VERVALLEN}),
    Momentstatus.BEHANDELD: frozenset({Momentstatus.NAAR_DE_RAAD}),
    Momentstatus.VERVALLEN: frozenset({Momentstatus.GEPLAND}),
}
SPREEKT = frozenset({RolRaad.OORDEELSVORMING.value, RolRaad.BESLUITVORMING.value})
GEEN_BETEKENIS = "Schrijf eerst wat dit voor onze gemeente betekent. Daarna kan het naar de raad."


def rol_bij(mandaat: str, rol_raad: str) -> str:
    """The role of the raad that goes with an answer: outside the mandate at least oordeelsvorming."""
    if mandaat != Mandaat.NEE or rol_raad in SPREEKT:
        return rol_raad
    return RolRaad.OORDEELSVORMING


class Momenttekst(Gevolgd):
    """The columns that a moment of people and a computed step share. Source: founding document, functions 2 and 2.3."""

    rol_raad = models.CharField("rol van de raad", max_length=20, choices=RolRaad, blank=True)
    invloed = models.CharField(
        "u kunt nog", max_length=240, blank=True, help_text="Wat de lezer nog kan veranderen, en tot wanneer."
    )
    url = webadres("link naar het stuk", blank=True)
    mandaat = models.CharField(
        "past dit binnen het mandaat van het college",
        max_length=20,
        choices=Mandaat,
        blank=True,
        help_text="Bij 'nee' komt het moment bij de raad: ten minste voor oordeelsvorming.",
    )
    status = models.CharField("status", max_length=20, choices=Momentstatus, default=Momentstatus.GEPLAND)
    lokale_betekenis = models.TextField(
        "wat dit voor onze gemeente betekent",
        blank=True,
        max_length=1200,
        help_text="Eén alinea. Zonder deze alinea kan het niet naar de raad.",
    )
    ons_perspectief = models.TextField("hoe wij ernaar kijken", blank=True, max_length=600)
    hun_perspectief = models.TextField("hoe het verband ernaar kijkt", blank=True, max_length=600)

    class Meta:
        abstract = True

    @property
    def spreekt_de_raad(self) -> bool:
        """Whether the raad has its say."""
        return self.rol_raad in SPREEKT


def tekstregels() -> tuple[models.CheckConstraint, ...]:
    """What the database keeps of these columns; the names start with that of the model."""
    return (
        models.CheckConstraint(
            condition=Q(rol_raad__in=["", "informeren", "beeldvorming", "oordeelsvorming", "besluitvorming"]),
            name="%(class)s_rol_raad_bekend",
        ),
        models.CheckConstraint(
            condition=Q(mandaat__in=["", "ja", "nee", "weet_niet"]), name="%(class)s_mandaat_bekend"
        ),
        models.CheckConstraint(
            condition=Q(status__in=["gepland", "voorbereiding", "naar_de_raad", "behandeld", "vervallen"]),
            name="%(class)s_status_bekend",
        ),
        models.CheckConstraint(
            condition=~Q(mandaat="nee") | Q(rol_raad__in=["oordeelsvorming", "besluitvorming"]),
            name="%(class)s_buiten_mandaat_naar_raad",
            violation_error_message="Buiten het mandaat: dan vormt de raad een oordeel of neemt een besluit.",
        ),
        models.CheckConstraint(
            condition=~Q(status="naar_de_raad") | Q(lokale_betekenis__regex=r"\S"),
            name="%(class)s_naar_raad_met_betekenis",
            violation_error_message=GEEN_BETEKENIS,
        ),
    )
