"""The forms around a session: a new one, its meeting and choices, its chair, and somebody who leaves it."""

from __future__ import annotations

from typing import Any

from django import forms

from governance.models import Sessie
from verbanden.forms.velden import Tekstveld, datumveld, geheelveld

EERSTE_JAAR, LAATSTE_JAAR = 1980, 2100
# What each choice means for who scores; the screens of scoring say the same.
OPENBAARHEID = {
    Sessie.Openbaarheid.OP_NAAM: (
        "Na het sluiten ziet iedereen in raad, college en griffie wie wat koos, met redenen en zin. Een score is een "
        "politieke opvatting: kies dit alleen als de raad dat zo wil."
    ),
    Sessie.Openbaarheid.SAMENGEVAT: (
        "Na het sluiten ziet iedereen alleen aantallen, van groepen van drie of meer. Wie wat koos, wordt vernietigd. "
        "Ook de griffie en de beheerder kunnen het dan niet meer nagaan."
    ),
}


class _Vergadering(forms.Form):
    """When and where raad and college meet."""

    datum = datumveld(label="Datum", help_text="De besluiten gelden vanaf deze dag.")
    vergadering = Tekstveld(label="Vergadering", max_length=120, help_text="Zoals: raad bij de kadernota 2028.")

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False


class NieuweSessie(_Vergadering):
    """A session of a year."""

    jaar = geheelveld(label="Jaar", help_text="Het jaar van de sessie. Handreikingen van dit jaar horen erbij.")

    field_order = ("jaar", "datum", "vergadering")

    def clean_jaar(self) -> int:
        jaar: int = self.cleaned_data["jaar"]
        if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
            raise forms.ValidationError(f"Kies een jaar tussen {EERSTE_JAAR} en {LAATSTE_JAAR}.")
        return jaar


class Sessieformulier(_Vergadering):
    """The meeting, and what participants see of each other and of before."""

    openbaarheid = forms.ChoiceField(
        label="Scores op naam of samengevat",
        choices=Sessie.Openbaarheid.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text="Wie meedoet ziet vooraf wat u koos. Na het openen ligt deze keuze vast.",
    )
    toon_vorig = forms.BooleanField(
        label="Toon de klasse van vorig jaar",
        required=False,
        help_text="Bij het scoren en op de leesbladen. De voorzitter kiest dit; u legt het hier vast.",
    )
    toon_voorstel = forms.BooleanField(
        label="Toon het voorstel", required=False, help_text="Wat de accounthouder met de handreiking voorstelde."
    )

    def uitleg(self) -> list[tuple[Any, str]]:
        """Each radio button with what it means."""
        uitleg = {str(keuze): zin for keuze, zin in OPENBAARHEID.items()}
        return [(knop, uitleg[str(knop.data["value"])]) for knop in self["openbaarheid"]]


class Afbreken(forms.Form):
    """Why a session is broken off."""

    waarom = Tekstveld(
        label="Waarom breekt u de sessie af?",
        max_length=300,
        help_text="Iedereen kan dit lezen. Zoals: verzet naar 6 juli.",
    )

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False


class Vertrek(forms.Form):
    """Somebody leaves: whether their scores count. Nothing is chosen beforehand."""

    telt_mee = forms.TypedChoiceField(
        label="Tellen de scores van deze deelnemer mee?",
        choices=[("ja", "Ja, wat deze deelnemer scoorde telt mee"), ("nee", "Nee, deze scores tellen niet mee")],
        coerce=lambda keuze: keuze == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of de scores meetellen."},
    )

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
