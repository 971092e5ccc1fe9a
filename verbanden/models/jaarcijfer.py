from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from samenwerkingswijzer.historie import Gevolgd, onveranderlijk
from verbanden.models.velden import tussen


class Post(models.TextChoices):
    """What a figure is about. Contributions are positive; the post gives the direction."""

    BIJDRAGE = "bijdrage", "Bijdrage van onze gemeente"
    DIVIDEND = "dividend", "Dividend"
    LENING = "lening", "Lening"
    GARANTIE = "garantie", "Garantie"
    BELANG_BEGIN = "belang_begin", "Belang op 1 januari"
    BELANG_EIND = "belang_eind", "Belang op 31 december"
    EIGEN_VERMOGEN_BEGIN = "eigen_vermogen_begin", "Eigen vermogen op 1 januari"
    EIGEN_VERMOGEN_EIND = "eigen_vermogen_eind", "Eigen vermogen op 31 december"
    VREEMD_VERMOGEN_BEGIN = "vreemd_vermogen_begin", "Vreemd vermogen op 1 januari"
    VREEMD_VERMOGEN_EIND = "vreemd_vermogen_eind", "Vreemd vermogen op 31 december"
    RESULTAAT = "resultaat", "Resultaat"
    LASTEN = "lasten", "Totale lasten"


MAG_NEGATIEF = (Post.EIGEN_VERMOGEN_BEGIN, Post.EIGEN_VERMOGEN_EIND, Post.RESULTAAT)
PERCENTAGES = (Post.BELANG_BEGIN, Post.BELANG_EIND)


class Stadium(models.TextChoices):
    """How certain a figure is."""

    BEGROOT = "begroot", "Begroot"
    VERWACHT = "verwacht", "Verwacht"
    VOORLOPIG = "voorlopig", "Voorlopig"
    VASTGESTELD = "vastgesteld", "Vastgesteld"


class Jaarcijfer(Gevolgd):
    """One figure of a partnership: post, year and stadium, in euro (a belang in percent), with its source.

    Either an amount with peildatum and source, or openly 'niet opgegeven' with the reason and the date we
    asked: an honest gap is complete, an empty cell is not (BBV art. 15 lid 2 b to d).
    """

    ONVERANDERLIJK = ("id", "verband_id", "jaar", "post", "stadium")

    verband = models.ForeignKey(
        "verbanden.Samenwerkingsverband", models.PROTECT, related_name="jaarcijfers", verbose_name="verband"
    )
    jaar = models.PositiveSmallIntegerField("jaar", validators=[MinValueValidator(1980), MaxValueValidator(2100)])
    post = models.CharField("post", max_length=30, choices=Post)
    stadium = models.CharField("soort", max_length=20, choices=Stadium)
    bedrag = models.DecimalField("bedrag", max_digits=16, decimal_places=3, null=True, blank=True)
    peildatum = models.DateField("peildatum", null=True, blank=True)
    bron = models.CharField("bron", max_length=160, blank=True, help_text="Document en bladzijde.")
    niet_opgegeven = models.CharField("reden", max_length=160, blank=True, help_text="Waarom er geen bedrag is.")
    gevraagd_aan = models.CharField("gevraagd aan", max_length=120, blank=True)
    gevraagd_op = models.DateField("gevraagd op", null=True, blank=True)

    class Meta:
        verbose_name = "jaarcijfer"
        verbose_name_plural = "jaarcijfers"
        ordering = ("jaar", "id")
        triggers = (onveranderlijk("verband", "jaar", "post", "stadium"),)
        indexes = (models.Index(fields=["post", "jaar"]),)
        constraints = (
            models.UniqueConstraint(
                fields=["verband", "jaar", "post", "stadium"],
                name="jaarcijfer_een_per_stadium",
                violation_error_message="Dit cijfer staat er al.",
            ),
            tussen("jaar", 1980, 2100, "jaarcijfer_jaar_zinnig"),
            models.CheckConstraint(condition=Q(post__in=Post.values), name="jaarcijfer_post_bekend"),
            models.CheckConstraint(condition=Q(stadium__in=Stadium.values), name="jaarcijfer_stadium_bekend"),
            models.CheckConstraint(
                condition=Q(bedrag__isnull=False, peildatum__isnull=False, niet_opgegeven="") & ~Q(bron="")
                | Q(bedrag__isnull=True, gevraagd_op__isnull=False) & ~Q(niet_opgegeven=""),
                name="jaarcijfer_bedrag_of_eerlijk_gat",
                violation_error_message=(
                    "Vul een bedrag in met peildatum en bron, of geef aan waarom het er niet is en wanneer u het vroeg."
                ),
            ),
            models.CheckConstraint(
                condition=Q(bedrag__isnull=True) | Q(bedrag__gte=0) | Q(post__in=MAG_NEGATIEF),
                name="jaarcijfer_positief",
                violation_error_message="Dit bedrag kan niet negatief zijn.",
            ),
            models.CheckConstraint(
                condition=Q(bedrag__isnull=True) | Q(bedrag__lte=100) | ~Q(post__in=PERCENTAGES),
                name="jaarcijfer_belang_procent",
                violation_error_message="Een belang is hoogstens 100 procent.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_post_display()} {self.jaar}"
