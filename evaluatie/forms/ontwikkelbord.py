"""What to choose on the board of the ontwikkelagenda."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from evaluatie.ontwikkelbord import GEMEENTE, VOOR_GEMEENTE, Kaart


class Kieslijst(forms.Form):
    """Narrows the items on partnership, owner and origin; offers only what is there."""

    verband = forms.ChoiceField(label="Verband", required=False)
    eigenaar = forms.ChoiceField(label="Eigenaar", required=False)
    herkomst = forms.ChoiceField(label="Herkomst", required=False)

    def __init__(self, *args: Any, kaarten: Iterable[Kaart], **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.kaarten = list(kaarten)
        verbanden = {k.slug: k.voor for k in self.kaarten if k.slug}
        self._bied("verband", "Alle verbanden", {GEMEENTE: VOOR_GEMEENTE, **_op_naam(verbanden)})
        self._bied("eigenaar", "Alle eigenaren", _op_naam({k.rij.eigenaar: k.rij.eigenaar for k in self.kaarten}))
        self._bied("herkomst", "Alle herkomst", _op_naam({k.bron: k.bron_naam for k in self.kaarten}))

    def _bied(self, naam: str, alles: str, keuzes: dict[str, str]) -> None:
        self.fields[naam].choices = [("", alles), *keuzes.items()]  # type: ignore[attr-defined]

    def gekozen(self) -> list[Kaart]:
        """The items that fit; a choice that is not there narrows nothing."""
        self.is_valid()
        kies = self.cleaned_data
        return [
            k
            for k in self.kaarten
            if kies.get("verband", "") in ("", k.slug or GEMEENTE)
            and kies.get("eigenaar", "") in ("", k.rij.eigenaar)
            and kies.get("herkomst", "") in ("", k.bron)
        ]


def _op_naam(keuzes: dict[str, str]) -> dict[str, str]:
    return dict(sorted(((k, v) for k, v in keuzes.items() if k), key=lambda paar: paar[1].casefold()))
