"""The form of one score: a class, why, and a sentence for the talk."""

from __future__ import annotations

from typing import Any

from django import forms

from governance.sessie.lezen import EigenScore
from verbanden.forms.velden import Keuzelijst, Tekstveld
from verbanden.models import Klasse, Reden


class Scoreformulier(forms.Form):
    """What somebody chooses for one partnership."""

    klasse = forms.ChoiceField(
        label="Hoe belangrijk is dit verband volgens u?",
        choices=Klasse.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een van de vier klassen."},
    )
    redenen = Keuzelijst(label="Waarom?", choices=Reden.choices, empty_value=[], required=False)
    zin = Tekstveld(
        label="Waarover moet de raad in gesprek?",
        required=False,
        max_length=240,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, score: EigenScore | None = None, **opties: Any) -> None:
        if score:
            opties["initial"] = {"klasse": score.klasse, "redenen": list(score.redenen), "zin": score.zin}
        super().__init__(*args, **opties)
        self.use_required_attribute = False

    def getypt(self) -> dict[str, Any]:
        """What was sent, in words, so that it can be read when it is not kept."""
        klasse, redenen = self["klasse"].value(), self["redenen"].value() or []
        return {
            "klasse": dict(Klasse.choices).get(klasse, ""),
            "redenen": [naam for waarde, naam in Reden.choices if waarde in redenen],
            "zin": self["zin"].value() or "",
        }
