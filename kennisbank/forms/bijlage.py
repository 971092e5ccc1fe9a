"""Putting a file with an article."""

from __future__ import annotations

from typing import Any

from django import forms

from samenwerkingswijzer.bestanden.formulier import Bestandsveld, vraag_bestand_opnieuw


class NieuweBijlage(forms.Form):
    """A file with what it is called, which for a picture also says what is to be seen."""

    use_required_attribute = False

    upload = Bestandsveld(label="Bestand")
    titel = forms.CharField(
        label="Titel",
        max_length=160,
        help_text="Zo staat het bestand onder het artikel. Bij een afbeelding: zeg wat er te zien is.",
    )

    def full_clean(self) -> None:
        super().full_clean()
        vraag_bestand_opnieuw(self)


class Weghalen(forms.Form):
    """Taking a file out asks nothing; it only carries what is refused."""

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.full_clean()
