"""The form of an outcome: what raad and college decide on one partnership, recorded in the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from governance.handelingen.sessiebesluiten import Uitkomst, Vraagstuk
from governance.sessie.beeld import Rij
from verbanden.forms.velden import Keuzelijst, Lijstveld, Tekstveld
from verbanden.models import Klasse, Reden
from verbanden.models.keuzes import OOK_ANDERS, OOK_UITLEG

MINSTENS, ERBIJ = 2, 1  # fields for choices: at least two, and one more than there are
LANGSTE_VRAAG, LANGSTE_MOGELIJKHEID = 160, 200
ZONDER_REDEN = "De klasse verandert. Schrijf op waarom."
ZONDER_VRAAG = "Schrijf de keuze op als vraag."


def _tekst(label: str, uitleg: str = "", rijen: int = 3) -> Tekstveld:
    veld = forms.Textarea(attrs={"rows": rijen})
    return Tekstveld(label=label, required=False, max_length=600, help_text=uitleg, widget=veld)


class Uitkomstformulier(forms.Form):
    """Class, reasons, choices for the raad, the room of the college and when it comes back."""

    klasse = forms.ChoiceField(
        label="Klasse",
        choices=Klasse.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een van de vier klassen."},
    )
    ook = Keuzelijst(label="Daarnaast", choices=Klasse.choices, empty_value=[], required=False, help_text=OOK_UITLEG)
    redenen = Keuzelijst(label="Waarom", choices=Reden.choices, empty_value=[], required=False)
    mandaat = _tekst("Ruimte en mandaat van het college")
    voorwaarden = _tekst("Terug naar de raad bij", rijen=2)
    reden = _tekst("Waarom dit besluit", "Komt op de besluitenlijst.", rijen=2)

    def __init__(self, *args: Any, rij: Rij, **opties: Any) -> None:
        opties.setdefault("initial", begin(rij))
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        self.vorig = rij.vorig
        self.nummers = range(1, max(MINSTENS, len(_vraagstukken(rij)) + ERBIJ) + 1)
        for nummer in self.nummers:
            self._voeg_keuze_toe(nummer)

    def _voeg_keuze_toe(self, nummer: int) -> None:
        self.fields[f"keuze-{nummer}"] = Tekstveld(
            label=f"Keuze {nummer}, als vraag", required=False, max_length=LANGSTE_VRAAG
        )
        self.fields[f"mogelijk-{nummer}"] = Lijstveld(
            label=f"Mogelijkheden bij keuze {nummer}",
            lengte=LANGSTE_MOGELIJKHEID,
            required=False,
            help_text="Elk op een eigen regel.",
        )

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("klasse") in schoon.get("ook", ()):
            self.add_error("ook", OOK_ANDERS)
        if self._klasse_verandert(schoon) and not schoon.get("reden"):
            self.add_error("reden", ZONDER_REDEN)
        for nummer in self.nummers:
            if schoon.get(f"mogelijk-{nummer}") and not schoon.get(f"keuze-{nummer}"):
                self.add_error(f"keuze-{nummer}", ZONDER_VRAAG)
        return schoon

    def _klasse_verandert(self, schoon: dict[str, Any]) -> bool:
        return bool(self.vorig and schoon.get("klasse") and schoon["klasse"] != self.vorig.klasse)

    def keuzes(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of the choices, in pairs."""
        return [(self[f"keuze-{nummer}"], self[f"mogelijk-{nummer}"]) for nummer in self.nummers]

    def uitkomst(self) -> Uitkomst:
        """What was filled in, for the act."""
        schoon = self.cleaned_data
        paren = ((schoon[f"keuze-{nummer}"], schoon[f"mogelijk-{nummer}"]) for nummer in self.nummers)
        return Uitkomst(
            klasse=schoon["klasse"],
            ook=schoon["ook"],
            redenen=schoon["redenen"],
            mandaat=schoon["mandaat"],
            voorwaarden=schoon["voorwaarden"],
            reden=schoon["reden"],
            vraagstukken=[Vraagstuk(vraag, tuple(mogelijkheden)) for vraag, mogelijkheden in paren if vraag],
        )


def begin(rij: Rij) -> dict[str, Any]:
    """What the form starts from: what was recorded, or else the room and conditions of the decision before it."""
    bron = rij.rij if rij.rij.klasse else rij.vorig
    waarden: dict[str, Any] = {
        "klasse": rij.rij.klasse,
        "ook": list(rij.rij.ook),
        "redenen": list(rij.rij.redenen),
        "mandaat": bron.mandaat if bron else "",
        "voorwaarden": bron.voorwaarden if bron else "",
        "reden": rij.rij.reden,
    }
    for nummer, vraagstuk in enumerate(_vraagstukken(rij), 1):
        waarden[f"keuze-{nummer}"] = vraagstuk.vraag
        waarden[f"mogelijk-{nummer}"] = list(vraagstuk.mogelijkheden)
    return waarden


def _vraagstukken(rij: Rij) -> Sequence[Any]:
    """The questions of the session; before something was recorded, else the topics of the decision before it."""
    if rij.vraagstukken or rij.rij.klasse or rij.vorig is None:
        return rij.vraagstukken
    return [Vraagstuk(onderwerp) for onderwerp in rij.vorig.onderwerpen]
