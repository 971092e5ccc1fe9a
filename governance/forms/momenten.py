"""The form for a moment at which someone must act for a partnership."""

from __future__ import annotations

from typing import Any

from governance.models import Moment
from governance.models.moment import rol_bij
from verbanden.forms.rijen import Rijformulier
from verbanden.forms.velden import formulierveld


class MomentFormulier(Rijformulier):
    class Meta:
        model = Moment
        formfield_callback = formulierveld
        fields = ("datum", "wie", "titel", "mandaat", "rol_raad", "invloed", "uiterlijk", "url")

    def clean(self) -> dict[str, Any]:
        """Outside the mandate the raad has its say, whatever was chosen."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        schoon["rol_raad"] = rol_bij(schoon.get("mandaat", ""), schoon.get("rol_raad", ""))
        return schoon
