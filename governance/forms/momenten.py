"""The forms for a moment at which someone must act: one of people, and one whose date is computed."""

from __future__ import annotations

from typing import Any

from governance.models import Moment, RolRaad, Stapmoment, Stukkenronde
from governance.models.momenttekst import rol_bij
from verbanden.forms.basis import Bewerkformulier
from verbanden.forms.rijen import Rijformulier
from verbanden.forms.velden import formulierveld


class MomentFormulier(Rijformulier):
    class Meta:
        model = Moment
        formfield_callback = formulierveld
        fields = (
            "datum",
            "soort",
            "wie",
            "titel",
            "status",
            "mandaat",
            "rol_raad",
            "lokale_betekenis",
            "ons_perspectief",
            "hun_perspectief",
            "invloed",
            "uiterlijk",
            "url",
        )

    def clean(self) -> dict[str, Any]:
        """Outside the mandate the raad has its say, whatever was chosen."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        schoon["rol_raad"] = rol_bij(schoon.get("mandaat", ""), schoon.get("rol_raad", ""))
        return schoon


class StapmomentFormulier(Bewerkformulier):
    """What is written about a step; the step itself comes from the address of the page."""

    class Meta:
        model = Stapmoment
        formfield_callback = formulierveld
        fields = (
            "status",
            "behandeling",
            "rol_raad",
            "lokale_betekenis",
            "ons_perspectief",
            "hun_perspectief",
            "invloed",
            "mandaat",
            "url",
        )

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        del self.fields["reden_wijziging"]
        rol: Any = self.fields["rol_raad"]
        rol.choices = [
            ("", "Zoals bij deze stap hoort"),
            *(keuze for keuze in RolRaad.choices if keuze[0]),
        ]

    def clean(self) -> dict[str, Any]:
        """Outside the mandate the raad has its say, whatever was chosen."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        schoon["rol_raad"] = rol_bij(schoon.get("mandaat", ""), schoon.get("rol_raad", ""))
        return schoon


class StukkenrondeFormulier(Rijformulier):
    """The days of one paper. Which paper it is does not change any more once it is there."""

    class Meta:
        model = Stukkenronde
        formfield_callback = formulierveld
        fields = (
            "stuk",
            "jaar",
            "nummer",
            "vergadering",
            "gevraagd_voor",
            "kaders_ontvangen",
            "ontvangen",
            "zienswijze_verzonden",
            "reactie_ontvangen",
            "vastgesteld",
            "ingezonden",
            "uitgezonderd",
            "kost_ons",
            "bron",
        )
