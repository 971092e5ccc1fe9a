"""The forms of the signals: what to look at, what was done with one, and a threshold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from samenwerkingswijzer import opmaak
from samenwerkingswijzer.attendering.catalogus import ernstwoorden, groepen
from samenwerkingswijzer.attendering.signaal import Signaalregel
from samenwerkingswijzer.rechten import Rol
from verbanden.forms.velden import Leesveld, Tekstveld, datumveld
from verbanden.models import Signaalafhandeling
from verbanden.models.signaal import KORTSTE_TOELICHTING

IEDEREEN = "iedereen"
ALLES = ("", "Alles")
OP_DE_AGENDA = (Signaalafhandeling.Uitkomst.AGENDA.value, "Op de langetermijnagenda van de raad")


class Signaalfilter(forms.Form):
    """Which signals to show. Without a choice of role it is the reader's own."""

    ernst = forms.ChoiceField(label="Hoe dringend", required=False)
    voor = forms.ChoiceField(label="Voor wie", required=False)
    groep = forms.ChoiceField(label="Onderwerp", required=False)
    verband = forms.ChoiceField(label="Verband", required=False)
    eigen = forms.BooleanField(label="Alleen mijn verbanden", required=False)

    def __init__(self, data: dict[str, str], *, verbanden: Iterable[tuple[str, str]], met_eigen: bool) -> None:
        super().__init__(data)
        keuzes: dict[str, list[tuple[str, str]]] = {
            "ernst": [ALLES, *((ernst.value, naam) for ernst, (naam, _) in ernstwoorden().items())],
            "voor": [(IEDEREEN, "Iedereen"), *Rol.choices],
            "groep": [ALLES, *groepen().items()],
            "verband": [("", "Alle verbanden"), *verbanden],
        }
        for naam, lijst in keuzes.items():
            self.fields[naam].choices = lijst  # type: ignore[attr-defined]  # a field with choices
        if not met_eigen:
            del self.fields["eigen"]
        self.use_required_attribute = False


class Afhandelformulier(forms.Form):
    """What was done with a signal; `agendadatum` only when it goes on the agenda."""

    uitkomst = forms.ChoiceField(
        label="Uw keuze",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat u met dit signaal doet."},
    )
    uitleg = Tekstveld(
        label="Leg het uit in een zin",
        max_length=240,
        min_length=KORTSTE_TOELICHTING,
        help_text="Voor wie er niet bij was. Iedereen die het portaal leest, ziet deze zin met uw naam.",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Schrijf in een zin op wat er is gedaan."},
    )
    agendadatum = datumveld(
        label="Dag op de langetermijnagenda", required=False, help_text="Alleen als u het op de agenda zet."
    )

    def __init__(self, *args: Any, met_agenda: bool, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        self.fields["uitkomst"].choices = [  # type: ignore[attr-defined]  # a field with choices
            (Signaalafhandeling.Uitkomst.AFGEHANDELD.value, "Afhandelen: er is naar gekeken"),
            *([OP_DE_AGENDA] if met_agenda else []),
        ]
        if not met_agenda:
            del self.fields["agendadatum"]

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("uitkomst") != Signaalafhandeling.Uitkomst.AGENDA:
            return schoon | {"agendadatum": None}
        if "agendadatum" in schoon and schoon["agendadatum"] is None:
            self.add_error("agendadatum", "Vul in op welke dag het op de agenda komt.")
        return schoon


def schrijf(waarde: Any) -> str:
    """A threshold as people type it: 28 or 2,5."""
    decimalen = next(aantal for aantal in (0, 1, 2) if aantal == 2 or waarde == round(waarde, aantal))
    return opmaak.getal(waarde, decimalen)


class Drempelformulier(forms.Form):
    """The threshold of one rule, in its unit."""

    waarde = Leesveld(
        label="Drempel",
        lees=lambda tekst: opmaak.lees_getal(tekst.replace("€", "").removesuffix("%"), decimalen=2),
        schrijf=schrijf,
        cijfers=True,
        error_messages={"required": "Vul een getal in."},
    )

    def __init__(self, data: Any = None, *, regel: Signaalregel, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial, auto_id=f"id_{regel.sleutel}_%s")
        self.use_required_attribute = False
        self.fields["waarde"].label = regel.naam

    def clean_waarde(self) -> Any:
        waarde = self.cleaned_data["waarde"]
        if waarde is not None and abs(waarde) >= 10**11:
            raise ValidationError(opmaak.TE_GROOT)
        return waarde
