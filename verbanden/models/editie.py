from __future__ import annotations

from typing import Any, ClassVar, Self

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from samenwerkingswijzer.bewaking import VasteRegel, VasteWeigering, alleen_erbij
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from verbanden.models.velden import tussen
from verbanden.regels.bbv.partij import Documentsoort


class EditieQuerySet(GevolgdQuerySet):
    """How editions are read."""

    def van(self, soort: str, jaar: int) -> Self:
        """The editions of one list, the newest first."""
        return self.filter(soort=soort, jaar=jaar).order_by("-nummer")

    def open(self) -> Self:
        """Those that are not adopted yet."""
        return self.exclude(status=Editie.Status.VASTGESTELD)


NIET_ZONDER_INHOUD = """
    IF NOT EXISTS (SELECT 1 FROM verbanden_vastgesteldelijst WHERE editie_id = NEW.id) THEN
        RAISE EXCEPTION 'an edition is adopted with its frozen content, or not at all';
    END IF;
    RETURN NULL;
"""


class Editie(Gevolgd):
    """One version of the list of verbonden partijen for a begroting or jaarstukken (BBV art. 15).

    A concept shows the register as it is. Whoever puts it ready fixes the reference date; someone else adopts it,
    and from then on neither its texts nor its contents can change: a correction is a new edition.
    """

    ONVERANDERLIJK = ("id", "soort", "jaar", "nummer")

    class Soort(models.TextChoices):
        BEGROTING = Documentsoort.BEGROTING.value, "Begroting"
        JAARSTUKKEN = Documentsoort.JAARSTUKKEN.value, "Jaarstukken"

    class Status(models.TextChoices):
        CONCEPT = "concept", "Concept"
        KLAARGEZET = "klaargezet", "Klaargezet"
        VASTGESTELD = "vastgesteld", "Vastgesteld"

    soort = models.CharField("soort", max_length=20, choices=Soort)
    jaar = models.PositiveSmallIntegerField("jaar", validators=[MinValueValidator(1980), MaxValueValidator(2100)])
    nummer = models.PositiveSmallIntegerField("versie van de lijst", default=1)
    status = models.CharField("status", max_length=20, choices=Status, default=Status.CONCEPT)
    visie = models.TextField("visie op samenwerking", blank=True, max_length=20_000)
    voornemens = models.TextField("beleidsvoornemens", blank=True, max_length=20_000)
    ontwikkelingen = models.TextField("ontwikkelingen", blank=True, max_length=20_000)
    college_op = models.DateField("besluit van het college op", null=True, blank=True)
    raad_op = models.DateField("naar de raad op", null=True, blank=True)
    vervangt = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="vervangen_door", verbose_name="vervangt"
    )
    correctie = models.CharField("wat is er gecorrigeerd", max_length=300, blank=True)
    bewerkt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="laatst bewerkt door"
    )
    peildatum = models.DateField("peildatum", null=True, blank=True)
    # Up to which moment changes count. Editions of before this field go up to the end of the day.
    klaargezet_op = models.DateTimeField("klaargezet op", null=True, blank=True)
    klaargezet_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="klaargezet door",
    )

    objects: ClassVar[Any] = EditieQuerySet.as_manager()

    class Meta:
        verbose_name = "editie van de lijst"
        verbose_name_plural = "edities van de lijst"
        ordering = ("-jaar", "soort", "-nummer")
        triggers = (
            onveranderlijk("soort", "jaar", "nummer"),
            VasteWeigering(
                name="vastgesteld_blijft",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__status="vastgesteld"),
            ),
            VasteRegel(
                name="vastgesteld_is_bevroren",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(new__status="vastgesteld"),
                func=NIET_ZONDER_INHOUD,
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["soort", "jaar", "nummer"],
                name="editie_een_per_nummer",
                violation_error_message="Deze versie van de lijst is er al.",
            ),
            models.UniqueConstraint(
                fields=["soort", "jaar"],
                condition=~Q(status="vastgesteld"),
                name="editie_een_open",
                violation_error_message="Er is al een concept van deze lijst.",
            ),
            models.CheckConstraint(condition=Q(soort__in=["begroting", "jaarstukken"]), name="editie_soort_bekend"),
            models.CheckConstraint(
                condition=Q(status__in=["concept", "klaargezet", "vastgesteld"]), name="editie_status_bekend"
            ),
            tussen("jaar", 1980, 2100, "editie_jaar_zinnig"),
            models.CheckConstraint(
                condition=Q(status="concept", peildatum__isnull=True, klaargezet_door__isnull=True)
                | Q(status__in=["klaargezet", "vastgesteld"], peildatum__isnull=False, klaargezet_door__isnull=False),
                name="editie_klaargezet_heeft_peildatum",
                violation_error_message="Een lijst die klaarstaat heeft een peildatum en iemand die hem klaarzette.",
            ),
            models.CheckConstraint(
                condition=Q(vervangt__isnull=True) | ~Q(correctie=""),
                name="editie_correctie_heeft_reden",
                violation_error_message="Schrijf op wat er is gecorrigeerd.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.jaar}, versie {self.nummer}"


# The one table of allowed steps.
VOLGENDE_STATUSSEN: dict[Editie.Status, frozenset[Editie.Status]] = {
    Editie.Status.CONCEPT: frozenset({Editie.Status.KLAARGEZET}),
    Editie.Status.KLAARGEZET: frozenset({Editie.Status.CONCEPT, Editie.Status.VASTGESTELD}),
    Editie.Status.VASTGESTELD: frozenset(),
}


class VastgesteldeLijst(models.Model):
    """What an adopted edition says, for ever: its data, its document, and the hash of both.

    Rows are only ever added; the database refuses to change, remove or empty them.
    """

    editie = models.OneToOneField(Editie, models.PROTECT, related_name="vastgesteld", verbose_name="editie")
    gegevens = models.JSONField("gegevens")
    gegevens_sha256 = models.CharField("controlegetal van de gegevens", max_length=64)
    pdf = models.BinaryField("document")
    pdf_sha256 = models.CharField("controlegetal van het document", max_length=64)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="vastgesteld door"
    )
    op = models.DateTimeField("vastgesteld op")

    class Meta:
        verbose_name = "vastgestelde lijst"
        verbose_name_plural = "vastgestelde lijsten"
        ordering = ("-op",)
        triggers = alleen_erbij("adopted lists cannot be emptied")

    def __str__(self) -> str:
        return f"vastgestelde lijst {self.pdf_sha256[:8]}"


class Opvraging(Gevolgd):
    """A request for missing data: whom we asked for what, when, for which edition."""

    ONVERANDERLIJK = ("id", "editie_id", "aan_id", "op")

    editie = models.ForeignKey(Editie, models.PROTECT, related_name="opvragingen", verbose_name="editie")
    aan = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gevraagd aan")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gevraagd door")
    op = models.DateTimeField("gevraagd op")
    gegevens = models.JSONField("gevraagde gegevens")

    class Meta:
        verbose_name = "opvraging"
        verbose_name_plural = "opvragingen"
        ordering = ("-op", "-id")
        triggers = (onveranderlijk("editie", "aan", "op"),)

    def __str__(self) -> str:
        return f"opvraging {self.op:%Y-%m-%d}"
