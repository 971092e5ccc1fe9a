"""The choices above the map of partners."""

from __future__ import annotations

from typing import Any

from django import forms

from verbanden.models import Organisatie

FOUT = {"invalid_choice": "Kies iets uit de lijst."}


class Netwerkkeuze(forms.Form):
    """Which partners and which tables the map shows; empty means all."""

    soort = forms.ChoiceField(
        label="Soort partner",
        choices=[("", "Alle"), *Organisatie.Soort.choices],
        required=False,
        error_messages=FOUT,
    )
    tafels = forms.ChoiceField(
        label="Tafels",
        choices=[("", "Alle verbanden"), ("regelingen", "Alleen regelingen (Wgr)")],
        required=False,
        error_messages=FOUT,
    )

    @property
    def gekozen(self) -> dict[str, Any]:
        """What narrows the map; nothing when the choice cannot be read."""
        if not self.is_valid():
            return {}
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}
