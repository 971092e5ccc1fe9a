"""The form in which the administrator edits a question of a concept of the handreiking."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from governance.regels.instrument import WEET_NIET
from governance.regels.relevantie.handreiking import MEESTE_PUNTEN
from verbanden.forms.velden import Tekstveld

PUNTEN = [(punt, str(punt)) for punt in range(MEESTE_PUNTEN + 1)]


class Handreikingvraag(forms.Form):
    """A question, and for each answer its words, its political and administrative points, and its reason."""

    vraag = Tekstveld(label="Vraag", max_length=300)
    toelichting = Tekstveld(label="Toelichting", max_length=600, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, rij: Mapping[str, Any], **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        self.rij = rij
        self.fields["vraag"].initial, self.fields["toelichting"].initial = rij["vraag"], rij["toelichting"]
        for nummer, optie in enumerate(rij["opties"], start=1):
            self._voeg_optie_toe(nummer, optie)

    def _voeg_optie_toe(self, nummer: int, optie: Mapping[str, Any]) -> None:
        id_ = optie["id"]
        self.fields[f"tekst-{id_}"] = Tekstveld(label=f"Antwoord {nummer}", max_length=200, initial=optie["tekst"])
        if id_ == WEET_NIET:
            return
        for maat in ("politiek", "bestuurlijk"):
            self.fields[f"{maat}-{id_}"] = forms.TypedChoiceField(
                label=f"{maat.capitalize()} gewicht van antwoord {nummer}",
                choices=PUNTEN,
                coerce=int,
                initial=optie[maat],
            )
        self.fields[f"reden-{id_}"] = Tekstveld(
            label=f"Zin bij antwoord {nummer}", max_length=200, initial=optie["reden"]
        )

    def teksten(self) -> dict[str, str]:
        """The words of the question."""
        return {naam: self.cleaned_data[naam] for naam in ("vraag", "toelichting")}

    def opties(self) -> dict[str, dict[str, Any]]:
        """Answer -> its words and points, as far as they can be changed."""
        return {
            optie["id"]: {
                naam: self.cleaned_data[f"{naam}-{optie['id']}"]
                for naam in ("tekst", "politiek", "bestuurlijk", "reden")
                if f"{naam}-{optie['id']}" in self.fields
            }
            for optie in self.rij["opties"]
        }
