"""The forms of a progress report: what is told in a round, and why it is opened again."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from evaluatie.handelingen.voortgang import VELDEN
from evaluatie.models import Voortgang
from verbanden.forms.velden import Tekstveld, formulierveld

NODIG = (
    ("resultaten", "Schrijf op wat er is bereikt. Dat is nodig om af te ronden."),
    ("motief", "Schrijf op waarom het wel of niet aan het motief beantwoordt. Dat is nodig om af te ronden."),
)


class Voortgangformulier(forms.ModelForm):
    """What is told in a round. `afronden` asks for what a finished report needs."""

    class Meta:
        model = Voortgang
        formfield_callback = formulierveld
        fields: ClassVar[Any] = VELDEN

    def __init__(self, *args: Any, afronden: bool = False, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        self.afronden = afronden
        for naam, regels in (("resultaten", 6), ("risicos", 4), ("veranderd", 4)):
            self.fields[naam].widget.attrs["rows"] = regels

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        for veld, melding in NODIG if self.afronden else ():
            if veld in schoon and not schoon[veld].strip():
                self.add_error(veld, melding)
        return schoon


class Heropening(forms.Form):
    """Why a finished report is opened again."""

    reden = Tekstveld(label="Waarom opent u de voortgang opnieuw?", max_length=300)

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
