from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from governance.models.instrument import Instrumentversie
from samenwerkingswijzer.historie import Gevolgd, onveranderlijk

EERSTE_JAAR, LAATSTE_JAAR = 2000, 2100


class Relevantie(Gevolgd):
    """The handreiking politieke relevantie, filled in for a partnership by the accounthouder before a yearly session.

    Source: founding document, paragraph 2.3 point 1. It proposes a class; raad and college decide.
    `antwoorden`: question -> answer. `vraagstukken`: list of {"vraag": str, "mogelijkheden": [str, ...]}.
    """

    ONVERANDERLIJK = ("id", "verband_id", "jaar", "instrument_id")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="relevanties", verbose_name="verband"
    )
    jaar = models.PositiveSmallIntegerField(
        "jaar van de sessie", validators=[MinValueValidator(EERSTE_JAAR), MaxValueValidator(LAATSTE_JAAR)]
    )
    instrument = models.ForeignKey(
        Instrumentversie, models.PROTECT, related_name="+", verbose_name="versie van de handreiking"
    )
    antwoorden = models.JSONField("antwoorden", default=dict, blank=True)
    vraagstukken = models.JSONField("keuzevraagstukken", default=list, blank=True)
    toelichting = models.TextField("toelichting", max_length=600, blank=True)
    invuller = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="ingevuld door"
    )

    class Meta:
        verbose_name = "ingevulde handreiking"
        verbose_name_plural = "ingevulde handreikingen"
        ordering = ("-jaar", "id")
        triggers = (onveranderlijk("verband", "jaar", "instrument"),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "jaar"],
                name="relevantie_een_per_jaar",
                violation_error_message="Voor dit jaar is de handreiking al ingevuld.",
            ),
            models.CheckConstraint(
                condition=Q(jaar__gte=EERSTE_JAAR, jaar__lte=LAATSTE_JAAR),
                name="relevantie_jaar_bestaat",
                violation_error_message="Kies een jaar tussen 2000 en 2100.",
            ),
        )

    def __str__(self) -> str:
        return f"handreiking {self.jaar}"
