"""The forms in which the administrator edits a concept of the prestatieladder: a rung, a new rung, a rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from governance.regels.prestatieladder.bewerking import TEKSTEN, VAN_REGEL, VAN_VOORBEELD
from verbanden.forms.velden import Lijstveld, Tekstveld

SOORTEN = [("verplicht", "Verplicht"), ("advies", "Advies")]
NAMEN_VOORBEELD = {"goed": "Zo is het goed", "kan_beter": "Zo kan het beter", "waarom": "Waarom"}


def _groot(**opties: Any) -> Tekstveld:
    return Tekstveld(widget=forms.Textarea(attrs={"rows": 2}), **opties)


class Tredetekst(forms.Form):
    """The words of a rung."""

    naam = Tekstveld(label="Naam", max_length=60)
    uitleg = _groot(label="Uitleg", max_length=300)
    toetsvraag = Tekstveld(label="Toetsvraag", max_length=160)
    let_op = Tekstveld(label="Let op", max_length=200)

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False

    def teksten(self) -> dict[str, str]:
        """The words of the rung itself."""
        return {naam: self.cleaned_data[naam] for naam in TEKSTEN}


class Trede(Tredetekst):
    """A rung of a concept, with its example for each angle."""

    def __init__(self, *args: Any, rij: Mapping[str, Any], hoeken: Mapping[str, str], **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.rij = rij
        for naam in TEKSTEN:
            self.fields[naam].initial = rij[naam]
        for voorbeeld in rij["voorbeelden"]:
            hoek = voorbeeld["invalshoek"]
            for naam, label in NAMEN_VOORBEELD.items():
                self.fields[f"{naam}-{hoek}"] = _groot(
                    label=f"{label}, {hoeken.get(hoek, hoek).lower()}", max_length=300, initial=voorbeeld[naam]
                )

    def voorbeelden(self) -> dict[str, dict[str, str]]:
        """Angle -> the words of its example."""
        hoeken = [voorbeeld["invalshoek"] for voorbeeld in self.rij["voorbeelden"]]
        return {hoek: {naam: self.cleaned_data[f"{naam}-{hoek}"] for naam in VAN_VOORBEELD} for hoek in hoeken}


class NieuweTrede(Tredetekst):
    """A rung more, and where it comes."""

    plek = forms.TypedChoiceField(label="Plaats op de ladder", coerce=int, choices=())

    def __init__(self, *args: Any, aantal: int, **opties: Any) -> None:
        super().__init__(*args, **opties)
        keuzes = [(plek, f"Trede {plek}") for plek in range(1, aantal + 2)]
        self.fields["plek"].choices = keuzes  # type: ignore[attr-defined]


class Toetsregel(forms.Form):
    """A rule of the check: its words, how heavy it is, and the words that it looks for."""

    kort = Tekstveld(label="Korte naam", max_length=40)
    soort = forms.ChoiceField(label="Hoe zwaar", choices=SOORTEN)
    vraag = Tekstveld(label="Vraag", max_length=160)
    melding = Tekstveld(label="Melding als het niet klopt", max_length=160)
    hulp = _groot(label="Hoe het beter kan", max_length=300)
    woorden = Lijstveld(label="Woorden waar de regel naar zoekt", lengte=40, help_text="Eén per regel.")

    def __init__(self, *args: Any, rij: Mapping[str, Any], **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        for naam in VAN_REGEL:
            self.fields[naam].initial = rij[naam]
        if "woorden" in rij:
            self.fields["woorden"].initial = rij["woorden"]
        else:
            del self.fields["woorden"]

    def teksten(self) -> dict[str, str]:
        """The words of the rule, and how heavy it is."""
        return {naam: self.cleaned_data[naam] for naam in VAN_REGEL}
