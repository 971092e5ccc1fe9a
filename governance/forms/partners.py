"""The choices above the map of partners."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from governance.partners.netwerk import Partner
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


class Partnerkeuze(forms.Form):
    """Which partner and which year the balance is about."""

    partner = forms.TypedChoiceField(label="Kies een partner", coerce=int, error_messages=FOUT)
    jaar = forms.TypedChoiceField(label="Jaar", coerce=int, required=False, error_messages=FOUT)

    def __init__(self, gegevens: Mapping[str, Any], partners: Iterable[Partner], jaren: Iterable[int] = ()) -> None:
        super().__init__(gegevens)
        keuzes = {"partner": [(p.id, p.naam) for p in partners], "jaar": [(jaar, str(jaar)) for jaar in jaren]}
        for naam, mogelijk in keuzes.items():
            veld: Any = self.fields[naam]
            veld.choices = mogelijk
