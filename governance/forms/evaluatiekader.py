"""The form in which the administrator edits a criterion of a concept of the evaluatiekader, or adds one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from governance.regels.evaluatiekader.kader import FASEN, GEEN_OORDEEL, OORDELEN
from verbanden.forms.velden import Keuzelijst, Lijstveld, Tekstveld

WOORDEN = tuple(oordeel for oordeel in OORDELEN if oordeel != GEEN_OORDEEL)
FASENAMEN = {"aangaan": "Aangaan", "bestaand": "Bestaand verband", "beeindigen": "Beëindigen"}


class Criterium(forms.Form):
    """A criterion: its words, what each judgement means here, when it is asked, and which evidence is needed."""

    thema = forms.ChoiceField(label="Thema", choices=())
    criterium = Tekstveld(label="Criterium", max_length=120)
    vraag = Tekstveld(label="Vraag", max_length=200)
    fasen = Keuzelijst(label="Fasen", choices=[(fase, FASENAMEN[fase]) for fase in FASEN])
    standaard = forms.BooleanField(label="Staat vooraf aan", required=False)
    bewijs = Lijstveld(label="Bewijs dat erbij hoort", lengte=160, help_text="Eén per regel.")

    def __init__(
        self, *args: Any, inhoud: Mapping[str, Any], rij: Mapping[str, Any] | None = None, **opties: Any
    ) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        self.fields["thema"].choices = [(een["id"], een["naam"]) for een in inhoud["themas"]]  # type: ignore[attr-defined]
        schaal = {een["id"]: een["naam"] for een in inhoud["schaal"]}
        for woord in WOORDEN:
            self.fields[f"woord_{woord}"] = Tekstveld(label=f"'{schaal[woord]}' betekent hier", max_length=200)
        for naam in ("thema", "criterium", "vraag", "fasen", "standaard", "bewijs") if rij else ():
            self.fields[naam].initial = rij[naam] if rij else None
        for woord in WOORDEN if rij else ():
            self.fields[f"woord_{woord}"].initial = rij["woorden"][woord] if rij else None

    def waarden(self) -> dict[str, Any]:
        """The criterion as it stands in the content of a version, without its id."""
        schoon = self.cleaned_data
        return {
            **{naam: schoon[naam] for naam in ("thema", "criterium", "vraag", "fasen", "standaard", "bewijs")},
            "woorden": {woord: schoon[f"woord_{woord}"] for woord in WOORDEN},
        }
