from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from evaluatie.models import evaluatiebewaking
from samenwerkingswijzer.bewaking import alleen_erbij
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk

EERSTE_JAAR, LAATSTE_JAAR = 2000, 2100


class Stap(models.TextChoices):
    """How far an evaluation is; each step is being done until the next one begins."""

    OPZET = "opzet", "Opzet"
    GEGEVENS = "gegevens", "Gegevens"
    OORDEEL = "oordeel", "Oordeel"
    GESPREK = "gesprek", "Gesprek"
    CONCLUSIE = "conclusie", "Conclusie"
    VASTGESTELD = "vastgesteld", "Vastgesteld"


# The one table of allowed steps; the database keeps the same one.
VOLGENDE_STAPPEN: dict[Stap, frozenset[Stap]] = {
    Stap.OPZET: frozenset({Stap.GEGEVENS}),
    Stap.GEGEVENS: frozenset({Stap.OORDEEL, Stap.OPZET}),
    Stap.OORDEEL: frozenset({Stap.GESPREK, Stap.GEGEVENS}),
    Stap.GESPREK: frozenset({Stap.CONCLUSIE, Stap.OORDEEL}),
    Stap.CONCLUSIE: frozenset({Stap.VASTGESTELD, Stap.GESPREK}),
    Stap.VASTGESTELD: frozenset(),
}
# From the talk on everybody sees all judgements; before that each judges for themselves.
MET_UITSLAG = frozenset({Stap.GESPREK, Stap.CONCLUSIE, Stap.VASTGESTELD})


class Besluit(models.TextChoices):
    """What is concluded on a partnership as a whole."""

    DOORGAAN = "doorgaan", "Doorgaan"
    BIJSTUREN = "bijsturen", "Bijsturen"
    HEROVERWEGEN = "heroverwegen", "Heroverwegen"
    STOPPEN = "stoppen", "Stoppen"


class EvaluatieQuerySet(GevolgdQuerySet):
    """How evaluations are read."""

    def van(self, verband_ids: Iterable[int], moment: datetime | None = None) -> Self:
        """Those of these partnerships as known at `moment`, the last year first."""
        return self.op(moment, verband_id__in=list(verband_ids)).order_by("-jaar", "-id")

    def lopend(self) -> Self:
        """Those that are not adopted yet."""
        return self.exclude(stap=Stap.VASTGESTELD)

    def vastgesteld(self) -> Self:
        """Those that are adopted."""
        return self.filter(stap=Stap.VASTGESTELD)


def _persoon(naam: str) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=naam
    )


def _criteria(naam: str, **opties: Any) -> ArrayField:
    return ArrayField(models.SlugField(max_length=40), verbose_name=naam, default=list, blank=True, **opties)


class Evaluatie(Gevolgd):
    """The yearly judgement on a partnership: prepared, judged by several people, discussed, concluded and adopted.

    Source: founding document, 2.3 point 4 and function 3. `jaar` is the year that is looked back on; the evaluation is
    done in the next one, with the jaarrekening. `instrument` gives the criteria and the words.
    """

    ONVERANDERLIJK = ("id", "verband_id", "jaar", "instrument_id", "fase", "aanleiding")

    class Fase(models.TextChoices):
        AANGAAN = "aangaan", "Aangaan"
        BESTAAND = "bestaand", "Bestaand verband"
        BEEINDIGEN = "beeindigen", "Beëindigen"

    class Aanleiding(models.TextChoices):
        JAARLIJKS = "jaarlijks", "Jaarlijks, omdat het verband politiek (zeer) belangrijk is"
        KEUZE = "keuze", "Op eigen keuze"

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="evaluaties", verbose_name="verband"
    )
    jaar = models.PositiveSmallIntegerField(
        "jaar", validators=[MinValueValidator(EERSTE_JAAR), MaxValueValidator(LAATSTE_JAAR)]
    )
    instrument = models.ForeignKey(
        "governance.Instrumentversie", models.PROTECT, related_name="evaluaties", verbose_name="evaluatiekader"
    )
    fase = models.CharField("levensfase", max_length=20, choices=Fase)
    aanleiding = models.CharField("aanleiding", max_length=20, choices=Aanleiding)
    waarom = models.CharField("wat willen wij weten", max_length=300, blank=True)
    leider = _persoon("wie leidt de evaluatie")
    criteria = _criteria("criteria")
    zwaar = _criteria("telt dubbel", help_text="Deze criteria wegen twee keer zo zwaar.")
    stap = models.CharField("stap", max_length=20, choices=Stap, default=Stap.OPZET)
    gegevens = models.TextField(
        "welke gegevens zijn er",
        max_length=2000,
        blank=True,
        help_text="Cijfers, metingen en risico's. Schrijf ook op wat ontbreekt en wie het levert.",
    )
    waarom_een = models.CharField(
        "waarom is één oordeel genoeg",
        max_length=300,
        blank=True,
        help_text="Alleen nodig als een criterium maar één oordeel heeft.",
    )
    gesprek_op = models.DateField("dag van het gesprek", null=True, blank=True)
    gesprek_met = models.CharField("met wie", max_length=200, blank=True, help_text="Noem functies, geen namen.")
    verslag = models.TextField("kort verslag", max_length=2000, blank=True)
    besluit = models.CharField("conclusie", max_length=20, choices=Besluit, blank=True)
    zin = models.CharField("waarom deze conclusie", max_length=300, blank=True)
    conclusie_door = _persoon("conclusie van")
    conclusie_op = models.DateTimeField("conclusie op", null=True, blank=True)
    vastgesteld_door = _persoon("vastgesteld door")
    vastgesteld_op = models.DateTimeField("vastgesteld op", null=True, blank=True)

    objects: ClassVar[Any] = EvaluatieQuerySet.as_manager()

    class Meta:
        verbose_name = "evaluatie"
        verbose_name_plural = "evaluaties"
        ordering = ("-jaar", "-id")
        triggers = (
            onveranderlijk("verband", "jaar", "instrument", "fase", "aanleiding"),
            evaluatiebewaking.stappen(VOLGENDE_STAPPEN),
            evaluatiebewaking.vastgesteld_blijft(),
            evaluatiebewaking.vastgesteld_is_bevroren(),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "jaar"],
                name="evaluatie_een_per_jaar",
                violation_error_message="Van dit verband is er al een evaluatie over dit jaar.",
            ),
            models.CheckConstraint(
                condition=Q(jaar__range=(EERSTE_JAAR, LAATSTE_JAAR)),
                name="evaluatie_jaar_bestaat",
                violation_error_message="Kies een jaar tussen 2000 en 2100.",
            ),
            models.CheckConstraint(
                condition=Q(fase__in=["aangaan", "bestaand", "beeindigen"]), name="evaluatie_fase_bekend"
            ),
            models.CheckConstraint(
                condition=Q(aanleiding__in=["jaarlijks", "keuze"]), name="evaluatie_aanleiding_bekend"
            ),
            models.CheckConstraint(
                condition=Q(aanleiding="jaarlijks") | Q(waarom__regex=r"\S"),
                name="evaluatie_keuze_heeft_waarom",
                violation_error_message="Schrijf op wat wij met deze evaluatie willen weten.",
            ),
            models.CheckConstraint(
                condition=Q(zwaar__contained_by=F("criteria")),
                name="evaluatie_zwaar_is_gekozen",
                violation_error_message="Alleen een gekozen criterium kan dubbel tellen.",
            ),
            models.CheckConstraint(
                condition=Q(stap__in=["opzet", "gegevens", "oordeel", "gesprek", "conclusie", "vastgesteld"]),
                name="evaluatie_stap_bekend",
            ),
            models.CheckConstraint(
                condition=Q(stap="opzet") | (Q(leider__isnull=False) & Q(criteria__len__gt=0)),
                name="evaluatie_na_opzet_met_leider",
                violation_error_message="Kies wie de evaluatie leidt, en welke criteria tellen.",
            ),
            models.CheckConstraint(
                condition=Q(stap__in=["opzet", "gegevens"]) | Q(gegevens__regex=r"\S"),
                name="evaluatie_na_gegevens_ingevuld",
                violation_error_message="Schrijf op welke gegevens er zijn en wat ontbreekt.",
            ),
            models.CheckConstraint(
                condition=Q(stap__in=["opzet", "gegevens", "oordeel", "gesprek"])
                | Q(gesprek_op__isnull=False, gesprek_met__regex=r"\S", verslag__regex=r"\S"),
                name="evaluatie_na_gesprek_verslag",
                violation_error_message="Vul in wanneer en met wie het gesprek was, met een kort verslag.",
            ),
            models.CheckConstraint(
                condition=Q(besluit="", conclusie_door__isnull=True, conclusie_op__isnull=True)
                | Q(
                    besluit__in=["doorgaan", "bijsturen", "heroverwegen", "stoppen"],
                    zin__regex=r"\S",
                    conclusie_door__isnull=False,
                    conclusie_op__isnull=False,
                ),
                name="evaluatie_conclusie_heeft_zin",
                violation_error_message="Een conclusie heeft een zin, en iemand die haar schreef.",
            ),
            models.CheckConstraint(
                condition=(Q(vastgesteld_op__isnull=True, vastgesteld_door__isnull=True) & ~Q(stap="vastgesteld"))
                | (
                    Q(stap="vastgesteld", vastgesteld_op__isnull=False, vastgesteld_door__isnull=False) & ~Q(besluit="")
                ),
                name="evaluatie_vastgesteld_door_iemand",
                violation_error_message="Iemand stelt de evaluatie vast, op een moment.",
            ),
        )

    def __str__(self) -> str:
        return f"Evaluatie {self.jaar}"


class VastgesteldeEvaluatie(models.Model):
    """An evaluation as it was adopted, for ever: its data, its report, and the hash of both.

    Rows are only ever added, by somebody else than who wrote the conclusion; the database refuses the rest.
    """

    evaluatie = models.OneToOneField(Evaluatie, models.PROTECT, related_name="vastgesteld", verbose_name="evaluatie")
    gegevens = models.JSONField("gegevens")
    gegevens_sha256 = models.CharField("controlegetal van de gegevens", max_length=64)
    pdf = models.BinaryField("rapport")
    pdf_sha256 = models.CharField("controlegetal van het rapport", max_length=64)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="vastgesteld door"
    )
    op = models.DateTimeField("vastgesteld op")

    class Meta:
        verbose_name = "vastgestelde evaluatie"
        verbose_name_plural = "vastgestelde evaluaties"
        ordering = ("-op",)
        triggers = (*alleen_erbij("adopted evaluations cannot be emptied"), evaluatiebewaking.vier_ogen())

    def __str__(self) -> str:
        return f"vastgestelde evaluatie {self.gegevens_sha256[:8]}"
