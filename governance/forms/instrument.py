"""The forms in which the administrator edits a concept of an instrument."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms

from governance.regels.bewerking import TEKSTEN_KEUZE, TEKSTEN_VRAAG, Regelwijziging, regels_van
from governance.regels.instrument import ZWAARST
from verbanden.forms.velden import Tekstveld

LABELS = {
    "vraag": "Vraag",
    "toelichting": "Toelichting",
    "waarom": "Waarom deze vraag?",
    "naam": "Naam",
    "uitleg": "Uitleg",
    "past_als": "Past als",
    "vraagt_van_ons": "Vraagt van ons",
    "let_op": "Let op",
    "grondslag": "Grondslag",
}
KORT = frozenset({"vraag", "naam", "grondslag"})
GEWICHTEN = [(gewicht, f"{gewicht:+d}" if gewicht else "telt niet") for gewicht in range(ZWAARST, -ZWAARST - 1, -1)]


class Publicatie(forms.Form):
    """What is different in the version that goes out."""

    toelichting = Tekstveld(label="Wat is er anders in deze versie?", max_length=300)


class Vraagformulier(forms.Form):
    """A question with its answers, and the rules that speak of them: a reason and a weight for each choice."""

    def __init__(self, *args: Any, inhoud: Mapping[str, Any], kenmerk: str, namen: Mapping[str, str], **opties: Any):
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        self.vraag = next(rij for rij in inhoud["kenmerken"] if rij["id"] == kenmerk)
        self.regels = regels_van(inhoud, kenmerk)
        self.namen, self.bronnen = namen, inhoud["bronnen"]
        for naam in TEKSTEN_VRAAG:
            self.fields[naam] = tekstveld(naam, self.vraag[naam])
        self.fields["uitgangspunt"] = uitgangspuntveld(inhoud, self.vraag.get("uitgangspunt", ""))
        for optie in self.vraag["opties"]:
            self.fields[f"optie-{optie['id']}"] = Tekstveld(label="Antwoord", max_length=200, initial=optie["tekst"])
        for regel in self.regels:
            self._voeg_regel_toe(regel)

    def _voeg_regel_toe(self, regel: Mapping[str, Any]) -> None:
        nummer = regel["id"]
        self.fields[f"reden-{nummer}"] = Tekstveld(label="Reden", max_length=300, initial=regel["reden"])
        self.fields[f"bron-{nummer}"] = forms.ChoiceField(
            label="Bron", choices=list(self.bronnen.items()), initial=regel["bron"]
        )
        for keuze, gewicht in regel["gewichten"].items():
            self.fields[f"gewicht-{nummer}-{keuze}"] = _gewicht(self.namen.get(keuze, keuze), gewicht)
        vrij = [("", "geen"), *((id_, naam) for id_, naam in self.namen.items() if id_ not in regel["gewichten"])]
        self.fields[f"erbij-{nummer}"] = forms.ChoiceField(label="Keuze erbij", choices=vrij, required=False)
        self.fields[f"erbij_gewicht-{nummer}"] = _gewicht("Gewicht van de keuze erbij", 1)

    def tekstvelden(self) -> list[forms.BoundField]:
        """The fields for the words of the question, and its principle."""
        return [self[naam] for naam in (*TEKSTEN_VRAAG, "uitgangspunt")]

    def optievelden(self) -> list[forms.BoundField]:
        """The fields for the words of the answers."""
        return [self[f"optie-{optie['id']}"] for optie in self.vraag["opties"]]

    def groepen(self) -> Iterator[dict[str, Any]]:
        """Per rule: the answer that it speaks of, its reason, its weights, and the fields to add a choice."""
        teksten = {optie["id"]: optie["tekst"] for optie in self.vraag["opties"]}
        for regel in self.regels:
            nummer = regel["id"]
            yield {
                "antwoord": teksten.get(regel["optie"], regel["optie"]),
                "reden": self[f"reden-{nummer}"],
                "bron": self[f"bron-{nummer}"],
                "gewichten": [self[f"gewicht-{nummer}-{keuze}"] for keuze in regel["gewichten"]],
                "erbij": (self[f"erbij-{nummer}"], self[f"erbij_gewicht-{nummer}"]),
            }

    def teksten(self) -> dict[str, str]:
        return {naam: self.cleaned_data[naam] for naam in TEKSTEN_VRAAG}

    def antwoorden(self) -> dict[str, str]:
        """The words of each answer, by its id."""
        return {optie["id"]: self.cleaned_data[f"optie-{optie['id']}"] for optie in self.vraag["opties"]}

    def wijzigingen(self) -> list[Regelwijziging]:
        """Every rule as it stands on the form."""
        return [self._wijziging(regel) for regel in self.regels]

    def _wijziging(self, regel: Mapping[str, Any]) -> Regelwijziging:
        nummer, schoon = regel["id"], self.cleaned_data
        gewichten = {keuze: int(schoon[f"gewicht-{nummer}-{keuze}"]) for keuze in regel["gewichten"]}
        if erbij := schoon[f"erbij-{nummer}"]:
            gewichten[erbij] = int(schoon[f"erbij_gewicht-{nummer}"])
        return Regelwijziging(nummer, schoon[f"reden-{nummer}"], gewichten, schoon[f"bron-{nummer}"])


class Keuzetekst(forms.Form):
    """The words of a form, role or agreement."""

    def __init__(self, *args: Any, keuze: Mapping[str, Any], **opties: Any):
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        for naam in TEKSTEN_KEUZE:
            nodig = naam not in ("let_op", "grondslag")
            self.fields[naam] = tekstveld(naam, keuze.get(naam, ""), required=nodig)


def tekstveld(naam: str, waarde: str = "", *, required: bool = True) -> Tekstveld:
    """A field for one of the texts of a question or a choice, by its name."""
    widget = forms.TextInput() if naam in KORT else forms.Textarea(attrs={"rows": 3})
    return Tekstveld(label=LABELS[naam], max_length=600, initial=waarde, required=required, widget=widget)


def uitgangspuntveld(inhoud: Mapping[str, Any], gekozen: str = "") -> forms.ChoiceField:
    """The principle beside a question, out of those that this version holds."""
    bekend = [(id_, rij["naam"]) for id_, rij in inhoud.get("uitgangspunten", {}).items()]
    return forms.ChoiceField(
        label="Uitgangspunt bij deze vraag", choices=[("", "geen"), *bekend], required=False, initial=gekozen
    )


def _gewicht(label: str, gewicht: int) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=GEWICHTEN, coerce=int, initial=gewicht)
