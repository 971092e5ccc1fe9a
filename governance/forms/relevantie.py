"""The form of the handreiking: every question at once, and the choices that the raad has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from governance.regels.relevantie.handreiking import Handreiking
from verbanden.forms.velden import Tekstveld

VRAAGSTUKKEN = 3
MOGELIJKHEDEN = 4
LANGSTE_MOGELIJKHEID = 200
TE_WEINIG = "Noem twee tot vier mogelijkheden. Anders valt er niets te kiezen."
TE_LANG = f"Een mogelijkheid is hoogstens {LANGSTE_MOGELIJKHEID} tekens lang."


class Relevantieformulier(forms.Form):
    """The questions of a version of the handreiking, up to three choices for the raad, and a word of explanation."""

    toelichting = Tekstveld(
        label="Toelichting", required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, handreiking: Handreiking, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.handreiking = handreiking
        self.use_required_attribute = False
        for vraag in handreiking.vragen:
            keuzes = [(optie.id, optie.tekst) for optie in vraag.opties]
            self.fields[f"v-{vraag.id}"] = forms.ChoiceField(
                label=f"{vraag.nummer}. {vraag.vraag}", choices=keuzes, required=False, widget=forms.RadioSelect
            )
        for nummer in range(1, VRAAGSTUKKEN + 1):
            self.fields[f"keuze-{nummer}"] = Tekstveld(
                label=f"Keuze {nummer}, als vraag", required=False, max_length=200
            )
            self.fields[f"mogelijk-{nummer}"] = Tekstveld(
                label=f"Mogelijkheden bij keuze {nummer}",
                required=False,
                max_length=1000,
                help_text="Twee tot vier, elk op een eigen regel.",
                widget=forms.Textarea(attrs={"rows": 3}),
            )
        self.order_fields([naam for naam in self.fields if naam != "toelichting"])

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        for nummer in range(1, VRAAGSTUKKEN + 1):
            vraag, regels = schoon.get(f"keuze-{nummer}", ""), _regels(schoon.get(f"mogelijk-{nummer}", ""))
            if regels and not vraag:
                self.add_error(f"keuze-{nummer}", "Schrijf de keuze op als vraag.")
            if vraag and not 2 <= len(regels) <= MOGELIJKHEDEN:
                self.add_error(f"mogelijk-{nummer}", TE_WEINIG)
            if any(len(regel) > LANGSTE_MOGELIJKHEID for regel in regels):
                self.add_error(f"mogelijk-{nummer}", TE_LANG)
        return schoon

    def antwoorden(self) -> dict[str, str]:
        """Question -> answer, of what was answered."""
        paren = ((vraag.id, self.cleaned_data.get(f"v-{vraag.id}", "")) for vraag in self.handreiking.vragen)
        return {id_: optie for id_, optie in paren if optie}

    def vraagstukken(self) -> list[dict[str, Any]]:
        """The choices that were written down, with their possibilities."""
        paren = (
            (self.cleaned_data[f"keuze-{nummer}"], _regels(self.cleaned_data[f"mogelijk-{nummer}"]))
            for nummer in range(1, VRAAGSTUKKEN + 1)
        )
        return [{"vraag": vraag, "mogelijkheden": regels} for vraag, regels in paren if vraag]


def begin(rij: Any) -> dict[str, Any]:
    """The initial values of the form for what was filled in before; empty without."""
    if rij is None:
        return {}
    waarden: dict[str, Any] = {f"v-{vraag}": optie for vraag, optie in rij.antwoorden.items()}
    waarden["toelichting"] = rij.toelichting
    for nummer, stuk in enumerate(rij.vraagstukken, start=1):
        waarden |= _stuk(nummer, stuk)
    return waarden


def _stuk(nummer: int, stuk: Mapping[str, Any]) -> dict[str, str]:
    return {f"keuze-{nummer}": stuk["vraag"], f"mogelijk-{nummer}": "\n".join(stuk["mogelijkheden"])}


def _regels(tekst: str) -> list[str]:
    return [regel.strip() for regel in tekst.splitlines() if regel.strip()]
