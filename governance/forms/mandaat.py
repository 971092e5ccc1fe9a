"""The check of a moment against the mandate of the college."""

from __future__ import annotations

from typing import Any

from django import forms

from governance.models import Moment


class Mandaatformulier(forms.Form):
    """Whether it fits; nothing is chosen beforehand."""

    antwoord = forms.ChoiceField(
        label="Past dit binnen het mandaat?",
        choices=[keuze for keuze in Moment.Mandaat.choices if keuze[0]],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een antwoord."},
    )

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
