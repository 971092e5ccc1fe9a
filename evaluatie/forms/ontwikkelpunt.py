"""The forms of the ontwikkelagenda: an item, and a gap that becomes one."""

from __future__ import annotations

from typing import Any

from django import forms

from evaluatie.models.ontwikkelpunt import BEGIN, VOLGENDE, Ontwikkelpunt, Stand
from verbanden.forms.basis import Bewerkformulier
from verbanden.forms.rijen import Rijformulier
from verbanden.forms.velden import Tekstveld, formulierveld

VELDEN = ("titel", "effect", "stap", "eigenaar", "termijn", "stand", "voortgang")


class _Stappen(Bewerkformulier):
    """Offers the steps that an item may take now, and asks who and when for what is planned."""

    def bied_stappen_aan(self) -> None:
        nu = Stand(self.instance.stand)
        mogelijk = {nu, *VOLGENDE[nu]} if self.instance.pk else BEGIN
        keuzes = [(stand.value, stand.label) for stand in Stand if stand in mogelijk]
        self.fields["stand"].choices = keuzes  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("stand") in (Stand.GEPLAND, Stand.BEZIG):
            for veld, melding in (("eigenaar", "Vul in wie het doet."), ("termijn", "Vul in wanneer het klaar is.")):
                if veld in schoon and not schoon[veld]:
                    self.add_error(veld, f"{melding} Dat hoort bij een punt dat gepland of bezig is.")
        return schoon


class OntwikkelpuntFormulier(_Stappen, Rijformulier):
    """An item of a partnership."""

    class Meta:
        model = Ontwikkelpunt
        formfield_callback = formulierveld
        fields = VELDEN

    def bereid_voor(self) -> None:
        self.bied_stappen_aan()


class Gemeentepunt(_Stappen):
    """An item for the municipality as a whole."""

    class Meta:
        model = Ontwikkelpunt
        formfield_callback = formulierveld
        fields = VELDEN

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.bied_stappen_aan()


class Gat(forms.Form):
    """A gap as a page sends it: what to improve, and which gap it is ('page:point')."""

    titel = Tekstveld(label="Wat verbeteren wij", max_length=160)
    herkomst = forms.RegexField(r"^[a-z_]+:[a-z0-9_-]+\Z", label="Herkomst", max_length=160)
