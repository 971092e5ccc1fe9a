"""The forms of the council's own calendar: several meetings at once, one meeting, and a recess."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from governance.models import Raadsvergadering, Reces
from verbanden.forms.basis import Bewerkformulier
from verbanden.forms.velden import Lijstveld, formulierveld, lees_dag

LANGSTE_REGEL = 40


class Vergaderdagen(forms.Form):
    """Meetings of one kind, a day on each line."""

    soort = forms.ChoiceField(label="Soort vergadering", choices=Raadsvergadering.Soort.choices)
    dagen = Lijstveld(
        label="Dagen",
        lengte=LANGSTE_REGEL,
        help_text="Eén dag per regel, zoals 23-6-2026. U kunt een hele lijst plakken.",
        error_messages={"required": "Vul ten minste één dag in."},
    )

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False

    def clean_dagen(self) -> list[date]:
        """Every line as a day; the first line that is none is named."""
        gelezen = []
        for regel in self.cleaned_data["dagen"]:
            try:
                gelezen.append(lees_dag(regel))
            except ValueError as fout:
                raise forms.ValidationError(f"'{regel}' kunnen wij niet lezen. {fout}") from None
        return gelezen


class _Dagformulier(Bewerkformulier):
    """A row of the calendar; there is nothing to explain about a date that moves."""

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        del self.fields["reden_wijziging"]


class Vergaderingformulier(_Dagformulier):
    class Meta:
        model = Raadsvergadering
        formfield_callback = formulierveld
        fields = ("datum", "soort", "stukken_uiterlijk")


class Recesformulier(_Dagformulier):
    class Meta:
        model = Reces
        formfield_callback = formulierveld
        fields = ("naam", "van", "tot")
