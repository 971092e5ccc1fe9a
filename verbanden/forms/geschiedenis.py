"""The filter above the history of a partnership."""

from __future__ import annotations

from typing import Any

from django import forms

from verbanden.forms.velden import datumveld
from verbanden.geschiedenis import Regel


class Filter(forms.Form):
    """Section, person and period; everything may stay empty."""

    onderdeel = forms.ChoiceField(label="Onderdeel", required=False)
    wie = forms.ChoiceField(label="Wie", required=False)
    van = datumveld(label="Van", required=False)
    tot = datumveld(label="Tot en met", required=False)

    def __init__(self, *args: Any, onderdelen: dict[str, str], regels: list[Regel], **opties: Any) -> None:
        super().__init__(*args, **opties)
        mensen = {str(regel.wie_id or 0): regel.wie for regel in regels}
        self._kies("onderdeel", "Alle onderdelen", onderdelen)
        self._kies("wie", "Iedereen", dict(sorted(mensen.items(), key=lambda paar: paar[1])))

    def _kies(self, veld: str, alles: str, keuzes: dict[str, str]) -> None:
        self.fields[veld].choices = [("", alles), *keuzes.items()]  # type: ignore[attr-defined]

    def kies(self, regels: list[Regel]) -> list[Regel]:
        """The lines that fit; all of them when the filter itself is wrong."""
        if not self.is_valid():
            return regels
        keuze = self.cleaned_data
        return [regel for regel in regels if _past(regel, **keuze)]

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        van, tot = schoon.get("van"), schoon.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "Kies een datum na de begindatum.")
        return schoon


def _past(regel: Regel, *, onderdeel: str, wie: str, van: Any, tot: Any) -> bool:
    return (
        (not onderdeel or regel.onderdeel == onderdeel)
        and (not wie or str(regel.wie_id or 0) == wie)
        and (van is None or regel.dag >= van)
        and (tot is None or regel.dag <= tot)
    )
