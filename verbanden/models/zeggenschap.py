from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from samenwerkingswijzer.historie import Gevolgd, onveranderlijk
from verbanden.models.periode import PeriodeQuerySet, volgorde


class Bestuursorgaan(models.TextChoices):
    """A body of a partnership in which decisions fall."""

    ALGEMEEN_BESTUUR = "algemeen_bestuur", "Algemeen bestuur"
    DAGELIJKS_BESTUUR = "dagelijks_bestuur", "Dagelijks bestuur"
    BESTUUR = "bestuur", "Bestuur"
    AANDEELHOUDERS = "aandeelhouders", "Algemene vergadering van aandeelhouders"
    LEDEN = "leden", "Ledenvergadering"
    COMMISSARISSEN = "commissarissen", "Raad van commissarissen of toezicht"
    ADVIESCOMMISSIE = "adviescommissie", "Gemeenschappelijke adviescommissie"
    OVERLEG = "overleg", "Bestuurlijk overleg"


class Zeggenschap(Gevolgd):
    """How decisions fall in one body of a partnership: our votes, all votes, and the principle behind them."""

    ONVERANDERLIJK = ("id", "verband_id", "orgaan")

    class Principe(models.TextChoices):
        GELIJK = "gelijk", "Elke deelnemer telt even zwaar"
        GEWOGEN = "gewogen", "Gewogen stemmen"
        CONSENSUS = "consensus", "Consensus"
        GEMENGD = "gemengd", "Gemengd"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="zeggenschappen", verbose_name="verband"
    )
    orgaan = models.CharField("orgaan", max_length=30, choices=Bestuursorgaan)
    principe = models.CharField("principe", max_length=20, choices=Principe)
    onze_stemmen = models.PositiveIntegerField("onze stemmen", null=True, blank=True)
    totaal_stemmen = models.PositiveIntegerField("alle stemmen", null=True, blank=True)
    bron = models.CharField("bron", max_length=160, blank=True)

    class Meta:
        verbose_name = "zeggenschap"
        verbose_name_plural = "zeggenschap"
        ordering = ("id",)
        triggers = (onveranderlijk("verband", "orgaan"),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "orgaan"],
                name="zeggenschap_een_per_orgaan",
                violation_error_message="De zeggenschap in dit orgaan staat er al.",
            ),
            models.CheckConstraint(condition=Q(orgaan__in=Bestuursorgaan.values), name="zeggenschap_orgaan_bekend"),
            models.CheckConstraint(
                condition=Q(principe__in=["gelijk", "gewogen", "consensus", "gemengd"]),
                name="zeggenschap_principe_bekend",
            ),
            models.CheckConstraint(
                condition=Q(onze_stemmen__isnull=True, totaal_stemmen__isnull=True)
                | Q(
                    onze_stemmen__isnull=False,
                    totaal_stemmen__isnull=False,  # a comparison with nothing is not false, so it would pass
                    totaal_stemmen__gte=F("onze_stemmen"),
                    totaal_stemmen__gt=0,
                ),
                name="zeggenschap_stemmen_passen",
                violation_error_message="Vul beide aantallen in. Wij hebben nooit meer stemmen dan er in totaal zijn.",
            ),
        )

    def __str__(self) -> str:
        return self.get_orgaan_display()


class Vertegenwoordiging(Gevolgd):
    """Who sits in a body on behalf of the municipality. A function, not a person: public office is enough."""

    ONVERANDERLIJK = ("id", "verband_id")

    class Plaats(models.TextChoices):
        VOORZITTER = "voorzitter", "Voorzitter"
        LID = "lid", "Lid"
        PLAATSVERVANGER = "plaatsvervanger", "Plaatsvervangend lid"
        TOEZICHTHOUDER = "toezichthouder", "Toezichthouder"
        ADVISEUR = "adviseur", "Adviserend lid"
        PERSOONLIJK = "persoonlijk", "Op persoonlijke titel"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="vertegenwoordigingen", verbose_name="verband"
    )
    orgaan = models.CharField("orgaan", max_length=30, choices=Bestuursorgaan)
    wie = models.CharField("wie", max_length=120, help_text="De functie, zoals wethouder financiën.")
    plaats = models.CharField("plaats", max_length=20, choices=Plaats, default=Plaats.LID)
    stemrecht = models.BooleanField("stemt mee", default=True)
    van = models.DateField("sinds", null=True, blank=True)
    tot = models.DateField("tot", null=True, blank=True)

    objects: ClassVar[Any] = PeriodeQuerySet.as_manager()

    class Meta:
        verbose_name = "vertegenwoordiging"
        verbose_name_plural = "vertegenwoordiging"
        ordering = ("id",)
        triggers = (onveranderlijk("verband"),)
        constraints = (
            volgorde("vertegenwoordiging_tot_na_van"),
            models.CheckConstraint(
                condition=Q(orgaan__in=Bestuursorgaan.values), name="vertegenwoordiging_orgaan_bekend"
            ),
            models.CheckConstraint(
                condition=Q(
                    plaats__in=["voorzitter", "lid", "plaatsvervanger", "toezichthouder", "adviseur", "persoonlijk"]
                ),
                name="vertegenwoordiging_plaats_bekend",
            ),
            models.CheckConstraint(
                condition=Q(stemrecht=False) | ~Q(plaats__in=["adviseur", "persoonlijk"]),
                name="vertegenwoordiging_adviseur_stemt_niet",
                violation_error_message="Wie adviseert of op persoonlijke titel zit, stemt niet namens de gemeente.",
            ),
        )

    def __str__(self) -> str:
        return self.wie
