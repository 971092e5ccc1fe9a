"""The forms of a weighing: to begin one, to answer a question, and to record what people chose."""

from __future__ import annotations

from typing import Any

from django import forms

from governance.models import Antwoord, Instrumentversie
from governance.regels.instrument import Kenmerk
from verbanden.forms.velden import Tekstveld, datumveld

BEGINVRAGEN = [
    (Instrumentversie.Soort.AFWEGINGSKADER.value, "Welke vorm, rollen en afspraken passen?"),
    (Instrumentversie.Soort.ZELF_DOEN.value, "Doen wij het zelf of samen?"),
]


class Begin(forms.Form):
    """With which instrument somebody weighs, and why now."""

    soort = forms.ChoiceField(
        label="Wat wilt u afwegen?", choices=BEGINVRAGEN, widget=forms.RadioSelect, initial=BEGINVRAGEN[0][0]
    )
    aanleiding = Tekstveld(
        label="Waarom nu?", required=False, max_length=160, help_text="Bijvoorbeeld: het contract loopt af in 2028."
    )


class Antwoordformulier(forms.Form):
    """One answer, with why, and who may know it."""

    optie = forms.ChoiceField(error_messages={"required": "Kies een van de antwoorden."})
    toelichting = Tekstveld(label="Toelichting", required=False, max_length=300)
    wie_weet = Tekstveld(label="Wie kan dit weten?", required=False, max_length=120, help_text="Noem de functie.")

    def __init__(self, *args: Any, kenmerk: Kenmerk, antwoord: Antwoord | None = None, **opties: Any) -> None:
        if antwoord:
            opties["initial"] = {naam: getattr(antwoord, naam) for naam in ("optie", "toelichting", "wie_weet")}
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        keuzes = self.fields["optie"]
        keuzes.label = kenmerk.vraag
        keuzes.choices = [(optie.id, optie.tekst) for optie in kenmerk.opties]  # type: ignore[attr-defined]


class Keuzeformulier(forms.Form):
    """What people chose: by whom, when and why. Form, roles and agreements stand on the page itself."""

    motivering = Tekstveld(
        label="Motivering",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Verplicht bij een afwijking van het advies.",
    )
    besluit_van = Tekstveld(label="Besluit van", max_length=80)
    besloten_op = datumveld(label="Besloten op")
    document = Tekstveld(label="Besluit of document", required=False, max_length=160)
    url = forms.URLField(
        label="Link naar het besluit", required=False, max_length=500, assume_scheme="https", widget=forms.TextInput
    )
