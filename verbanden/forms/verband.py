"""Forms for the fields of a partnership itself, one per edit screen."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from verbanden.forms.basis import Bewerkformulier
from verbanden.forms.velden import Tekstveld, datumveld, formulierveld
from verbanden.models import Levensfase, Samenwerkingsverband
from verbanden.models.keuzes import VOLGENDE_FASEN, Belangkeuze

BEGINFASEN = (Levensfase.VERKENNEN, Levensfase.AANGAAN, Levensfase.UITVOEREN)


class Kenmerken(Bewerkformulier):
    """Names, form, identifiers and place."""

    class Meta:
        model = Samenwerkingsverband
        formfield_callback = formulierveld
        fields = (
            "naam", "korte_naam", "vorm", "aard", "sinds", "tekst_van", "vestigingsplaats", "bezoekadres", "website",
            "kvk", "rsin", "oin", "tooi",
        )  # fmt: skip


class Belang(Bewerkformulier):
    """The two tests of BBV art. 1, and our shares if there are any."""

    class Meta:
        model = Samenwerkingsverband
        formfield_callback = formulierveld
        fields = (
            "bestuurlijk_belang", "bestuurlijk_belang_motivering", "financieel_belang", "financieel_belang_motivering",
            "aandelen_ons", "aandelen_totaal",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        for soort in ("bestuurlijk", "financieel"):
            beoordeeld = schoon.get(f"{soort}_belang") in (Belangkeuze.JA, Belangkeuze.NEE)
            motivering = f"{soort}_belang_motivering"
            if beoordeeld and motivering in schoon and not schoon[motivering]:
                self.add_error(motivering, "Schrijf op waarom u dit zo beoordeelt.")
        return schoon


class Motieven(Bewerkformulier):
    """Why we take part, and what for."""

    class Meta:
        model = Samenwerkingsverband
        formfield_callback = formulierveld
        fields = (
            "doel", "meerwaarde", "motieven", "belangrijkste_motieven", "openbaar_belang", "lokaal_belang",
            "onderwerpen",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if set(schoon.get("belangrijkste_motieven") or ()) - set(schoon.get("motieven") or ()):
            self.add_error("belangrijkste_motieven", "Een belangrijkste motief moet ook bij de motieven staan.")
        return schoon


class Taakveld(Bewerkformulier):
    """The taakveld of the budget."""

    class Meta:
        model = Samenwerkingsverband
        formfield_callback = formulierveld
        fields = ("taakveld",)


class Sturing(Bewerkformulier):
    """How powers, roles and agreements are arranged."""

    class Meta:
        model = Samenwerkingsverband
        formfield_callback = formulierveld
        fields = ("wgr_hoofdstuk", "bevoegdheden", "rollen", "afspraken")


class Portefeuillehouder(Bewerkformulier):
    """Who answers for it in the college."""

    class Meta:
        model = Samenwerkingsverband
        formfield_callback = formulierveld
        fields = ("portefeuille",)


class GeenRisicos(Bewerkformulier):
    """The explicit statement that there are no risks."""

    class Meta:
        model = Samenwerkingsverband
        formfield_callback = formulierveld
        fields = ("geen_risicos",)


class Nieuw(Bewerkformulier):
    """The least that a new partnership needs."""

    class Meta:
        model = Samenwerkingsverband
        formfield_callback = formulierveld
        fields = ("naam", "korte_naam", "vorm", "levensfase", "sinds", "vestigingsplaats", "doel")

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.fields["levensfase"].choices = [(fase.value, fase.label) for fase in BEGINFASEN]  # type: ignore[attr-defined]
        self.fields["reden_wijziging"].label = "Waarom komt dit verband erbij?"


class Fase(forms.Form):
    """A next phase of the life of a partnership; only the phases that may follow."""

    fase = forms.ChoiceField(label="Nieuwe levensfase", widget=forms.RadioSelect)
    beeindigd_op = datumveld(
        label="Datum waarop het verband eindigt", required=False, help_text="Alleen als u het verband beëindigt."
    )
    reden = Tekstveld(
        label="Waarom verandert u dit?",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Komt in de geschiedenis te staan. Bij beëindigen is dit verplicht.",
    )

    def __init__(self, *args: Any, huidig: Levensfase, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        volgende = [fase for fase in Levensfase if fase in VOLGENDE_FASEN[huidig]]
        self.fields["fase"].choices = [(fase.value, fase.label) for fase in volgende]  # type: ignore[attr-defined]
        self.kan_verder = bool(volgende)


class Overdracht(forms.Form):
    """The next account holder, from a day."""

    fouten: ClassVar = {"required": "Kies wie de accounthouder wordt."}

    gebruiker = forms.ModelChoiceField(
        label="Nieuwe accounthouder",
        queryset=Gebruiker.objects.filter(is_active=True, rol=Rol.ACCOUNTHOUDER),
        empty_label="Kies een accounthouder",
        error_messages=fouten,
    )
    van = datumveld(label="Vanaf", help_text="Op deze dag eindigt de vorige accounthouder.")
    reden = Tekstveld(label="Waarom verandert u dit?", required=False, max_length=300)

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False


def controleer_waarde(formulier: forms.BaseForm, veld: str, tekst: str) -> Any:
    """The value of one field out of a single text; ValidationError when it cannot be."""
    if veld not in formulier.fields:
        raise ValidationError("Dit veld kennen we niet.")
    return formulier.fields[veld].clean(tekst)
