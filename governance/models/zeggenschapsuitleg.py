from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from governance.regels.evenredigheid import Maat
from governance.regels.uitleg import Reden
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from verbanden.models.zeggenschap import Bestuursorgaan

MATEN = [(Maat.KOSTEN.value, "Ons deel van de kosten"), (Maat.INWONERS.value, "Ons deel van de inwoners")]
REDENEN = [(reden.value, reden.naam) for reden in Reden]


class Zeggenschapsuitleg(Gevolgd):
    """Why our votes in a body may differ from our part of the cost or the inhabitants: a principle, with its source.

    Source: founding document, 1.1, 'goed bestuur' 3. An explained difference stays visible, with its explanation.
    """

    ONVERANDERLIJK = ("id", "verband_id", "orgaan", "maat")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="zeggenschapsuitleg", verbose_name="verband"
    )
    orgaan = models.CharField("orgaan", max_length=30, choices=Bestuursorgaan)
    maat = models.CharField(
        "vergeleken met", max_length=20, choices=MATEN, help_text="Waarvan wijkt ons deel van de stemmen af?"
    )
    principe = models.CharField("principe", max_length=20, choices=REDENEN)
    uitleg = models.CharField("uitleg", max_length=400, help_text="In één of twee zinnen, voor wie er niet bij was.")
    bron = models.CharField("bron", max_length=160, help_text="Het artikel, het besluit of het gesprek.")
    datum = models.DateField("datum", help_text="De dag waarop dit is uitgelegd of besloten.")

    objects: ClassVar[Any] = GevolgdQuerySet.as_manager()

    class Meta:
        verbose_name = "uitleg bij zeggenschap"
        verbose_name_plural = "uitleg bij zeggenschap"
        ordering = ("id",)
        triggers = (onveranderlijk("verband", "orgaan", "maat"),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "orgaan", "maat"],
                name="zeggenschapsuitleg_een_per_maat",
                violation_error_message="Hierover staat al een uitleg. Verander die.",
            ),
            models.CheckConstraint(
                condition=Q(orgaan__in=Bestuursorgaan.values), name="zeggenschapsuitleg_orgaan_bekend"
            ),
            models.CheckConstraint(condition=Q(maat__in=["kosten", "inwoners"]), name="zeggenschapsuitleg_maat_bekend"),
            models.CheckConstraint(
                condition=Q(principe__in=["gelijk", "inwoners", "afname", "eigendom", "afspraak", "anders"]),
                name="zeggenschapsuitleg_principe_bekend",
            ),
            models.CheckConstraint(
                condition=~Q(uitleg="") & ~Q(bron=""),
                name="zeggenschapsuitleg_is_heel",
                violation_error_message="Vul de uitleg en de bron in.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_orgaan_display()}, {self.get_maat_display().lower()}"
