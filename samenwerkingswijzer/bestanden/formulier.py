"""The field of a form that asks for a file, wherever files are put in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from samenwerkingswijzer.bestanden.ontvangst import TeGroot
from samenwerkingswijzer.bestanden.soorten import ACCEPT, KEUZE
from samenwerkingswijzer.handelingen.bestanden import VELD, te_groot

KIES_OPNIEUW = "Kies het bestand opnieuw. Een browser stuurt een bestand geen tweede keer vanzelf mee."


class Bestandsveld(forms.FileField):
    """Asks for one file; what is in it is looked at by the act that takes it."""

    widget = forms.FileInput(attrs={"accept": ACCEPT, "class": "sw-file"})

    def __init__(self, **opties: Any) -> None:
        fouten = {"required": "Kies een bestand.", "empty": "Dit bestand is leeg. Kijk of u het goede koos."}
        fouten["invalid"] = "Kies een bestand."
        super().__init__(error_messages=fouten, **opties)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        """The hint tells the limit of this installation."""
        grens = settings.GROOTSTE_BESTAND // 1_000_000
        self.help_text = f"{KEUZE}. Hoogstens {grens} MB. Van een afbeelding bewaren we geen plaats of andere gegevens."
        return super().get_bound_field(form, field_name)

    def to_python(self, data: Any) -> Any:
        """A file of which we stopped reading is told at once, beside whatever else is wrong."""
        if isinstance(data, TeGroot):
            raise forms.ValidationError(te_groot())
        return super().to_python(data)


def vraag_bestand_opnieuw(formulier: forms.BaseForm) -> None:
    """When another field is wrong, the file that came along is lost: say so at its field."""
    if formulier.errors and VELD not in formulier.errors and VELD in formulier.files:
        formulier.add_error(VELD, KIES_OPNIEUW)
