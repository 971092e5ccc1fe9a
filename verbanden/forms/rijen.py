"""Forms for the rows around a partnership. Fields that never change are only there for a new row."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms

from verbanden.forms.basis import Bewerkformulier
from verbanden.forms.velden import Tekstveld, formulierveld
from verbanden.models import (
    Belangrijkheid,
    Belangwijziging,
    Deelname,
    Organisatie,
    Programmadeel,
    Risico,
    Samenhang,
    Samenwerkingsverband,
    StandVanZaken,
    Teamlid,
    Vertegenwoordiging,
    Verwijzing,
    Zeggenschap,
)


class Rijformulier(Bewerkformulier):
    """Edits a row of a partnership; knows the partnership and the day."""

    def __init__(self, *args: Any, verband: Samenwerkingsverband, vandaag: date, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.verband, self.vandaag = verband, vandaag
        self.instance.verband_id = verband.pk
        self.bereid_voor()

    def bereid_voor(self) -> None:
        """What a form narrows once it knows the partnership."""


class ProgrammadeelFormulier(Rijformulier):
    class Meta:
        model = Programmadeel
        formfield_callback = formulierveld
        fields = ("programma", "aandeel")


class DeelnameFormulier(Rijformulier):
    """A participant: one we know, or a new one by name and kind."""

    geen_data: ClassVar[tuple[str, ...]] = ("nieuwe_naam", "nieuwe_soort")

    nieuwe_naam = Tekstveld(
        label="Of: naam van een nieuwe organisatie",
        required=False,
        max_length=160,
        help_text="Alleen als de organisatie niet in de lijst staat.",
    )
    nieuwe_soort = forms.ChoiceField(
        label="Soort nieuwe organisatie", required=False, choices=[("", "Kies een soort"), *Organisatie.Soort.choices]
    )

    class Meta:
        model = Deelname
        formfield_callback = formulierveld
        fields = ("organisatie", "van", "tot", "organen", "kostenaandeel", "stemmen")

    def bereid_voor(self) -> None:
        if self.instance.pk:
            for naam in self.geen_data:
                del self.fields[naam]
            return
        self.fields["organisatie"].required = False
        self.order_fields(["organisatie", *self.geen_data])

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if self.instance.pk or "organisatie" in self.errors:
            return schoon
        naam, bestaand = schoon.get("nieuwe_naam"), schoon.get("organisatie")
        if bool(naam) == bool(bestaand):
            self.add_error("organisatie", "Kies een organisatie uit de lijst, of vul de naam van een nieuwe in.")
        elif naam and not schoon.get("nieuwe_soort"):
            self.add_error("nieuwe_soort", "Kies wat voor organisatie het is.")
        elif naam and Organisatie.objects.filter(naam__iexact=naam).exists():
            self.add_error("nieuwe_naam", "Deze organisatie staat al in de lijst. Kies haar daar.")
        return schoon

    def _get_validation_exclusions(self) -> set[str]:
        # A new organisation is made by the act, so the row has none yet when the form checks it.
        uitgezonderd: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # not in the stubs
        return uitgezonderd | ({"organisatie"} if not self.cleaned_data.get("organisatie") else set())


class ZeggenschapFormulier(Rijformulier):
    class Meta:
        model = Zeggenschap
        formfield_callback = formulierveld
        fields = ("orgaan", "principe", "onze_stemmen", "totaal_stemmen", "bron")


class BelangwijzigingFormulier(Rijformulier):
    """What changed in our interest in a year."""

    class Meta:
        model = Belangwijziging
        formfield_callback = formulierveld
        fields = ("jaar", "tekst")


class VertegenwoordigingFormulier(Rijformulier):
    class Meta:
        model = Vertegenwoordiging
        formfield_callback = formulierveld
        fields = ("orgaan", "wie", "plaats", "stemrecht", "van", "tot")


class TeamlidFormulier(Rijformulier):
    class Meta:
        model = Teamlid
        formfield_callback = formulierveld
        fields = ("kant", "wie", "van", "tot")


class RisicoFormulier(Rijformulier):
    class Meta:
        model = Risico
        formfield_callback = formulierveld
        fields = ("omschrijving", "kans", "gevolg", "beheersmaatregel", "gedekt", "vervallen_op")


class VerwijzingFormulier(Rijformulier):
    class Meta:
        model = Verwijzing
        formfield_callback = formulierveld
        fields = ("soort", "titel", "url", "datum")


class SamenhangFormulier(Rijformulier):
    class Meta:
        model = Samenhang
        formfield_callback = formulierveld
        fields = ("met", "onderwerp", "uitleg")

    def bereid_voor(self) -> None:
        keuze = self.fields["met"]
        keuze.queryset = Samenwerkingsverband.objects.exclude(pk=self.verband.pk)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if not self.errors and not schoon.get("met") and not schoon.get("onderwerp"):
            self.add_error("met", "Kies een verband of noem een beleidsonderwerp.")
        return schoon


class StandFormulier(Rijformulier):
    """A new judgement; the author is who sends it."""

    class Meta:
        model = StandVanZaken
        formfield_callback = formulierveld
        fields = ("oordeel", "trend", "zin", "datum")
        widgets: ClassVar = {"zin": forms.Textarea(attrs={"rows": 2})}

    def bereid_voor(self) -> None:
        self.fields["datum"].initial = self.vandaag
        del self.fields["reden_wijziging"]  # the sentence is the reason

    def clean_datum(self) -> date:
        return niet_later(self.cleaned_data["datum"], self.vandaag)


class BelangrijkheidFormulier(Rijformulier):
    class Meta:
        model = Belangrijkheid
        formfield_callback = formulierveld
        fields = ("datum", "klasse", "ook", "redenen", "onderwerpen", "mandaat", "voorwaarden", "besluit_van", "bron")

    def clean_datum(self) -> date:
        return niet_later(self.cleaned_data["datum"], self.vandaag)


def niet_later(dag: date, vandaag: date) -> date:
    """Refuse a day that has not come yet."""
    if dag > vandaag:
        raise forms.ValidationError("Deze datum ligt in de toekomst.")
    return dag
