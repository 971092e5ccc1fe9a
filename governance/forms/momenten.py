"""The form for a moment at which someone must act for a partnership."""

from __future__ import annotations

from governance.models import Moment
from verbanden.forms.rijen import Rijformulier
from verbanden.forms.velden import formulierveld


class MomentFormulier(Rijformulier):
    class Meta:
        model = Moment
        formfield_callback = formulierveld
        fields = ("datum", "wie", "titel", "rol_raad", "invloed", "uiterlijk", "url")
