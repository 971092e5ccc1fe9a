"""The form in which somebody gives a view of their own beside the choice of a weighing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from governance.regels.instrument import Keuze
from verbanden.forms.velden import Tekstveld


class Oordeelformulier(forms.Form):
    """Who, which form and why."""

    functie = Tekstveld(
        label="Uw functie", max_length=80, help_text="Bijvoorbeeld: juridisch adviseur. Noem geen naam."
    )
    vorm = forms.ChoiceField(label="Welke vorm zou u kiezen?", error_messages={"required": "Kies een vorm."})
    waarom = Tekstveld(
        label="Waarom?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Hoogstens 300 tekens. Raad en college lezen dit mee.",
    )

    def __init__(self, *args: Any, vormen: Iterable[Keuze], **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        keuzes = [("", "Kies een vorm"), *((vorm.id, vorm.naam) for vorm in vormen)]
        self.fields["vorm"].choices = keuzes  # type: ignore[attr-defined]  # a ChoiceField has choices
