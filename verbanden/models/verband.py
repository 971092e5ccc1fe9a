from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet, onveranderlijk
from verbanden.models.keuzes import Aard, Belangkeuze, Bevoegdheid, Levensfase, Motief, Vorm, WgrHoofdstuk
from verbanden.models.velden import alleen_uit, keuzelijst, kvk_nummer, oin_nummer, rsin_nummer, tooi_adres, webadres
from verbanden.regels import bbv


class VerbandQuerySet(GevolgdQuerySet):
    """How partnerships are read."""

    def lopend(self) -> Self:
        """Those that have not ended."""
        return self.exclude(levensfase=Levensfase.BEEINDIGD)

    def verbonden_partijen(self) -> Self:
        """Those with both interests of BBV art. 1."""
        return self.filter(bestuurlijk_belang=Belangkeuze.JA, financieel_belang=Belangkeuze.JA)

    def in_categorie(self, categorie: bbv.Categorie) -> Self:
        """Verbonden partijen of one part of the BBV list."""
        return self.verbonden_partijen().filter(vorm__in=bbv.vormen(categorie))


class Samenwerkingsverband(Gevolgd):
    """Any way in which the municipality works together with others, formal or informal, to reach its goals.

    Source: founding document, function 2 ('alle vormen van samenwerking met andere overheden', een informeel
    overleg included). Whether it is a 'verbonden partij' follows from the two interests (BBV art. 1).
    """

    ONVERANDERLIJK = ("id", "slug")

    slug = models.SlugField("adres in het portaal", max_length=80, unique=True)
    naam = models.CharField("naam", max_length=200)
    korte_naam = models.CharField("korte naam", max_length=60, blank=True, help_text="Zoals men het noemt.")
    vorm = models.CharField("vorm", max_length=40, choices=Vorm)
    aard = models.CharField("aard", max_length=40, choices=Aard, blank=True)
    levensfase = models.CharField("levensfase", max_length=20, choices=Levensfase, default=Levensfase.UITVOEREN)
    fictief = models.BooleanField("fictief voorbeeld", default=False, help_text="Een verzonnen verband.")

    kvk = models.CharField("KVK-nummer", max_length=8, blank=True, validators=[kvk_nummer])
    rsin = models.CharField("RSIN", max_length=9, blank=True, validators=[rsin_nummer])
    oin = models.CharField("OIN", max_length=20, blank=True, validators=[oin_nummer])
    tooi = models.CharField("TOOI-nummer", max_length=120, blank=True, validators=[tooi_adres])

    vestigingsplaats = models.CharField("vestigingsplaats", max_length=80, blank=True)
    bezoekadres = models.CharField("bezoekadres", max_length=160, blank=True)
    website = webadres("website", blank=True)
    sinds = models.DateField("sinds", null=True, blank=True)
    tekst_van = models.DateField("tekst van de regeling of statuten van", null=True, blank=True)
    beeindigd_op = models.DateField("beëindigd op", null=True, blank=True)

    doel = models.TextField("doel", blank=True, max_length=1000)
    meerwaarde = models.TextField("meerwaarde", blank=True, max_length=600, help_text="Wat levert samen meer op?")
    openbaar_belang = models.TextField("openbaar belang", blank=True, max_length=1000)
    lokaal_belang = models.TextField("lokaal belang", blank=True, max_length=1000, help_text="Wat merken wij ervan?")
    motieven = keuzelijst("motieven", Motief)
    belangrijkste_motieven = keuzelijst("belangrijkste motieven", Motief)
    onderwerpen = ArrayField(models.CharField(max_length=60), verbose_name="onderwerpen", default=list, blank=True)
    taakveld = models.CharField("taakveld", max_length=10, blank=True)

    bestuurlijk_belang = models.CharField(
        "bestuurlijk belang", max_length=10, choices=Belangkeuze, default=Belangkeuze.ONBEKEND
    )
    bestuurlijk_belang_motivering = models.TextField("motivering bestuurlijk belang", blank=True, max_length=600)
    financieel_belang = models.CharField(
        "financieel belang", max_length=10, choices=Belangkeuze, default=Belangkeuze.ONBEKEND
    )
    financieel_belang_motivering = models.TextField("motivering financieel belang", blank=True, max_length=600)
    aandelen_ons = models.PositiveIntegerField(
        "aantal aandelen van ons", null=True, blank=True, help_text="Alleen als het verband aandelen heeft."
    )
    aandelen_totaal = models.PositiveIntegerField("aantal aandelen in totaal", null=True, blank=True)
    geen_risicos = models.BooleanField("geen risico's voor de gemeente", default=False)

    bevoegdheden = keuzelijst("bevoegdheden door", Bevoegdheid)
    rollen = models.CharField("onze rollen", max_length=120, blank=True, help_text="Zoals eigenaar en opdrachtgever.")
    afspraken = models.TextField("afspraken en instrumenten", blank=True, max_length=600)
    wgr_hoofdstuk = models.CharField("hoofdstuk van de Wgr", max_length=10, choices=WgrHoofdstuk, blank=True)
    portefeuille = models.ForeignKey(
        "verbanden.Portefeuille", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="portefeuille"
    )

    roo_regeling = models.CharField("nummer van de regeling in het register", max_length=20, blank=True)
    roo_organisatie = models.CharField("nummer van de organisatie in het register", max_length=20, blank=True)
    roo_gewijzigd_op = models.DateField("register gewijzigd op", null=True, blank=True)
    roo_geverifieerd_op = models.DateField("register gecontroleerd op", null=True, blank=True)
    roo_bestand_van = models.DateField("register gelezen, bestand van", null=True, blank=True)

    objects: ClassVar[Any] = VerbandQuerySet.as_manager()

    class Meta:
        verbose_name = "samenwerkingsverband"
        verbose_name_plural = "samenwerkingsverbanden"
        ordering = ("naam",)
        triggers = (onveranderlijk("slug"),)
        constraints = (
            models.UniqueConstraint(
                fields=["kvk"],
                condition=~Q(kvk=""),
                name="verband_kvk_uniek",
                violation_error_message="Een ander verband heeft dit KVK-nummer al.",
            ),
            models.UniqueConstraint(
                fields=["roo_regeling"], condition=~Q(roo_regeling=""), name="verband_roo_regeling_uniek"
            ),
            models.CheckConstraint(condition=Q(vorm__in=Vorm.values), name="verband_vorm_bekend"),
            models.CheckConstraint(condition=Q(aard__in=["", *Aard.values]), name="verband_aard_bekend"),
            models.CheckConstraint(
                condition=Q(wgr_hoofdstuk__in=["", *(keuze for keuze in WgrHoofdstuk.values if keuze)]),
                name="verband_wgr_hoofdstuk_bekend",
            ),
            alleen_uit("motieven", Motief, "verband_motieven_bekend"),
            alleen_uit("belangrijkste_motieven", Motief, "verband_belangrijkste_motieven_bekend"),
            alleen_uit("bevoegdheden", Bevoegdheid, "verband_bevoegdheden_bekend"),
            models.CheckConstraint(condition=Q(levensfase__in=Levensfase.values), name="verband_levensfase_bekend"),
            models.CheckConstraint(
                condition=Q(bestuurlijk_belang__in=Belangkeuze.values, financieel_belang__in=Belangkeuze.values),
                name="verband_belang_bekend",
            ),
            models.CheckConstraint(
                condition=Q(aandelen_ons__isnull=True, aandelen_totaal__isnull=True)
                | Q(aandelen_ons__isnull=False, aandelen_totaal__isnull=False)
                & Q(aandelen_totaal__gte=models.F("aandelen_ons"), aandelen_totaal__gt=0),
                name="verband_aandelen_passen",
                violation_error_message="Vul beide aantallen aandelen in. Wij hebben er nooit meer dan er zijn.",
            ),
            models.CheckConstraint(
                condition=Q(belangrijkste_motieven__contained_by=models.F("motieven")),
                name="verband_belangrijkste_motieven_zijn_motieven",
                violation_error_message="Een belangrijkste motief moet ook bij de motieven staan.",
            ),
            models.CheckConstraint(
                condition=Q(levensfase=Levensfase.BEEINDIGD, beeindigd_op__isnull=False)
                | (~Q(levensfase=Levensfase.BEEINDIGD) & Q(beeindigd_op__isnull=True)),
                name="verband_beeindigd_heeft_datum",
                violation_error_message="Een beëindigd verband heeft een einddatum, een lopend verband niet.",
            ),
        )

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        return reverse("verbanden:dashboard", args=[self.slug])

    def is_van(self, gebruiker: Any, op: date) -> bool:
        """Whether this user is the account holder on that day; one query."""
        return self.accounthouderschappen.filter(gebruiker=gebruiker).geldig(op).exists()
