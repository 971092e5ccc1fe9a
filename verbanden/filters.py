"""Filters of the overview, all of them in the address of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import django_filters
from django import forms
from django.db.models import CharField, F, Func, Value
from django.db.models.functions import Concat

from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Klasse, Levensfase, Oordeel, Samenwerkingsverband, Vorm
from verbanden.models.verband import VerbandQuerySet
from verbanden.overzicht.lezen import Overzicht
from verbanden.overzicht.ordenen import Volgorde, alfabetisch
from verbanden.overzicht.rij import Rij
from verbanden.overzicht.totalen import VERBONDEN
from verbanden.regels import bbv

LANGSTE_ZOEKTEKST = 100
NIET_BEPAALD = "geen"
CATEGORIEEN = (
    ("verbonden", "Alle verbonden partijen"),
    *((str(int(categorie)), bbv.CATEGORIENAMEN[categorie]) for categorie in bbv.Categorie),
    ("geen", "Geen verbonden partij"),
    ("onbekend", "Nog niet beoordeeld"),
)
ZICHTBAAR = ("zoek", "programma", "oordeel", "soort")
Rijen = VerbandQuerySet


def _keuze(naam: str, leeg: str, methode: str, keuzes: Iterable[tuple[str, str]] = ()) -> django_filters.ChoiceFilter:
    """A list to choose one value from; empty means everything."""
    return django_filters.ChoiceFilter(
        label=naam,
        method=methode,
        choices=tuple(keuzes),
        empty_label=leeg,
        error_messages={"invalid_choice": "Kies iets uit de lijst."},
    )


class VerbandFilter(django_filters.FilterSet):
    """Which partnerships the reader asked for, and in what order; an ended one only when asked for.

    Works on the rows of today and of an earlier day alike.
    """

    zoek = django_filters.CharFilter(
        label="Zoek een verband",
        method="op_zoek",
        max_length=LANGSTE_ZOEKTEKST,
        error_messages={"max_length": f"Zoek met hoogstens {LANGSTE_ZOEKTEKST} tekens."},
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    programma = _keuze("Programma", "Alle programma's", "op_programma")
    oordeel = _keuze("Oordeel", "Alle oordelen", "op_oordeel", Oordeel.choices)
    soort = _keuze("Soort", "Alle soorten", "op_soort", CATEGORIEEN)
    vorm = _keuze("Vorm", "Alle vormen", "op_kolom", Vorm.choices)
    klasse = _keuze(
        "Belangrijkheid", "Alle klassen", "op_klasse", (*Klasse.choices, (NIET_BEPAALD, "Nog niet bepaald"))
    )
    levensfase = _keuze("Levensfase", "Alle lopende", "op_kolom", Levensfase.choices)
    onderwerp = _keuze("Onderwerp", "Alle onderwerpen", "op_onderwerp")
    portefeuille = _keuze("Portefeuillehouder", "Alle portefeuillehouders", "op_kolom_id")
    accounthouder = _keuze("Accounthouder", "Alle accounthouders", "op_accounthouder")
    sorteer = _keuze("Volgorde", Volgorde.BIJDRAGE.label, "alleen_volgorde", Volgorde.choices[1:])

    class Meta:
        model = Samenwerkingsverband
        fields: tuple[str, ...] = ()

    def __init__(self, data: Mapping[str, Any], *, overzicht: Overzicht, peildatum: Peildatum) -> None:
        self.overzicht = overzicht
        super().__init__(data, Samenwerkingsverband.objects.op(peildatum.moment).order_by())
        self.filters["programma"].extra["choices"] = _opties(overzicht.programmas.items(), gesorteerd=False)
        self.filters["portefeuille"].extra["choices"] = _opties(overzicht.portefeuilles.items())
        self.filters["accounthouder"].extra["choices"] = _opties(overzicht.accounthouders.items())
        onderwerpen = {onderwerp for rij in overzicht.rijen for onderwerp in rij.feiten.kern.onderwerpen}
        self.filters["onderwerp"].extra["choices"] = _opties((naam, naam) for naam in onderwerpen)

    @property
    def gekozen(self) -> dict[str, str]:
        """What was asked, without what was left empty; only of a valid form."""
        return {naam: waarde for naam, waarde in self.form.cleaned_data.items() if waarde}

    @property
    def beperkt(self) -> bool:
        """Whether any filter narrows the selection."""
        return bool(self.gekozen.keys() - {"sorteer"})

    @property
    def qs(self) -> Any:
        """The selection; ended partnerships only when that phase was asked."""
        return super().qs if self.gekozen.get("levensfase") else super().qs.lopend()

    def op_zoek(self, rijen: Rijen, _: str, tekst: str) -> Rijen:
        """Every word must stand somewhere in the names, subjects or purpose; accents and case do not count."""
        onderwerpen = Func(F("onderwerpen"), Value(" "), function="array_to_string", output_field=CharField())
        velden = ("naam", "korte_naam", onderwerpen, "doel")
        gescheiden = [deel for veld in velden for deel in (veld, Value(" "))]
        rijen = rijen.annotate(zoektekst=Concat(*gescheiden, output_field=CharField()))
        for woord in tekst.split():
            rijen = rijen.filter(zoektekst__unaccent__icontains=woord)
        return rijen

    def op_kolom(self, rijen: Rijen, naam: str, waarde: str) -> Rijen:
        """Equal to a column of the partnership."""
        return rijen.filter(**{naam: waarde})

    def op_kolom_id(self, rijen: Rijen, naam: str, waarde: str) -> Rijen:
        """Refers to this row."""
        return rijen.filter(**{f"{naam}_id": int(waarde)})

    def op_soort(self, rijen: Rijen, _: str, waarde: str) -> Rijen:
        """On a part of the BBV list, on any part, not on it, or not judged yet."""
        soorten = VERBONDEN if waarde == "verbonden" else (waarde,)
        return self._waar(rijen, lambda rij: rij.categorie in soorten)

    def op_onderwerp(self, rijen: Rijen, _: str, waarde: str) -> Rijen:
        """Has this subject."""
        return rijen.filter(onderwerpen__contains=[waarde])

    def op_programma(self, rijen: Rijen, _: str, waarde: str) -> Rijen:
        """Serves this programme."""
        return self._waar(rijen, lambda rij: int(waarde) in (deel.programma_id for deel in rij.feiten.delen))

    def op_accounthouder(self, rijen: Rijen, _: str, waarde: str) -> Rijen:
        """Led by this user on the reference date."""
        return self._waar(rijen, lambda rij: rij.feiten.accounthouder_id == int(waarde))

    def op_klasse(self, rijen: Rijen, _: str, waarde: str) -> Rijen:
        """In this class on the reference date; `geen` when none was decided."""
        klasse = "" if waarde == NIET_BEPAALD else waarde
        return self._waar(rijen, lambda rij: rij.feiten.klasse == klasse)

    def op_oordeel(self, rijen: Rijen, _: str, waarde: str) -> Rijen:
        """With this judgement in force; without any judgement it is 'geen oordeel'."""
        return self._waar(rijen, lambda rij: rij.oordeel == waarde)

    def alleen_volgorde(self, rijen: Rijen, _: str, waarde: str) -> Rijen:
        """The order does not narrow the selection."""
        return rijen

    def _waar(self, rijen: Rijen, klopt: Callable[[Rij], bool]) -> Rijen:
        """Those of which the row on the overview answers to a condition: what was read is not asked again."""
        return rijen.filter(id__in=[rij.id for rij in self.overzicht.rijen if klopt(rij)])


def _opties(paren: Iterable[tuple[Any, str]], *, gesorteerd: bool = True) -> list[tuple[str, str]]:
    """Choices out of what occurs, by name."""
    opties = [(str(waarde), naam) for waarde, naam in paren]
    return sorted(opties, key=lambda optie: alfabetisch(optie[1])) if gesorteerd else opties
