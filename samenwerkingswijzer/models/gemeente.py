from __future__ import annotations

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models

from samenwerkingswijzer.historie import Gevolgd


def _webadres(naam: str, uitleg: str) -> models.CharField:
    """An address of a page of the municipality, always https and in full."""
    volledig = URLValidator(schemes=["https"], message="Vul het hele adres in, zoals https://www.voorbeeld.nl/contact.")
    return models.CharField(naam, max_length=500, blank=True, validators=[volledig], help_text=uitleg)


class Gemeente(Gevolgd):
    """The municipality whose portal this is: one row with its settings."""

    naam = models.CharField("naam", max_length=80, help_text="Zonder 'gemeente', zoals Maassluis.")
    tooi = models.CharField("TOOI-nummer", max_length=120, blank=True, help_text="Uit het landelijke register.")
    inwoners = models.PositiveIntegerField("aantal inwoners", null=True, blank=True)
    inwoners_peiljaar = models.PositiveSmallIntegerField("peiljaar van de inwoners", null=True, blank=True)
    begrotingstotaal = models.DecimalField(
        "totaal van de begroting",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text="In euro, van het lopende jaar. Het overzicht toont welk deel naar samenwerking gaat.",
    )
    drempel_bijdrage = models.DecimalField(
        "grens voor een sprong in de bijdrage",
        max_digits=5,
        decimal_places=1,
        default=Decimal(10),
        validators=[MinValueValidator(0)],
        help_text="In procent. Stijgt of daalt een bijdrage meer, dan vraagt de controle van de lijst om een uitleg.",
    )
    band_zeggenschap = models.DecimalField(
        "band voor de zeggenschap",
        max_digits=4,
        decimal_places=1,
        default=Decimal(10),
        validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text="In procentpunten. Liggen onze stem en ons deel in de kosten verder uiteen, dan is uitleg nodig.",
    )
    termijn_raadsvragen = models.PositiveSmallIntegerField(
        "termijn voor raadsvragen",
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
        help_text="In dagen. Eigen instelling: neem over wat in uw reglement van orde staat.",
    )
    openbaar = models.BooleanField(
        "openbare kant aan",
        default=False,
        help_text="Aan: inwoners zien op /openbaar/ een overzicht, en mogen die gegevens vrij gebruiken (CC0).",
    )
    contactpagina = _webadres("bladzijde met contactgegevens", "Waar een inwoner een fout of vraag kan melden.")
    toegankelijkheidspagina = _webadres(
        "toegankelijkheidsverklaring", "Het adres van uw verklaring in het landelijke register, als u die hebt."
    )

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeente"
        constraints = (
            models.CheckConstraint(condition=models.Q(id=1), name="gemeente_een_rij"),
            models.CheckConstraint(
                condition=models.Q(band_zeggenschap__range=(0, 100)),
                name="gemeente_band_zeggenschap",
                violation_error_message="De band voor de zeggenschap ligt tussen 0 en 100 procentpunten.",
            ),
            models.CheckConstraint(
                condition=models.Q(termijn_raadsvragen__range=(1, 365)),
                name="gemeente_termijn_raadsvragen",
                violation_error_message="De termijn voor raadsvragen ligt tussen 1 en 365 dagen.",
            ),
        )

    def __str__(self) -> str:
        return self.naam

    @classmethod
    def huidige(cls) -> Gemeente:
        """The one row; an unsaved one with a neutral name while nothing is set up."""
        return cls.objects.first() or cls(id=1, naam="(nog niet ingesteld)")
