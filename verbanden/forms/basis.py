"""What every edit form shares: only named fields, an optional reason, and values ready for an act."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from samenwerkingswijzer.bewerken import neem_fouten
from samenwerkingswijzer.historie import Gevolgd
from samenwerkingswijzer.vergrendeling import stand
from verbanden.forms.velden import Tekstveld

__all__ = ("REDEN", "Bewerkformulier", "neem_fouten")

REDEN = "reden_wijziging"


class Bewerkformulier(forms.ModelForm):
    """Edits some fields of one row. The row itself is written by an act, never by the form.

    `geen_data`: fields of the form that are no column of the row.
    """

    geen_data: ClassVar[tuple[str, ...]] = ()

    reden_wijziging = Tekstveld(
        label="Waarom verandert u dit?",
        required=False,
        max_length=300,
        help_text="Komt in de geschiedenis te staan.",
    )

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        if self.instance.pk:
            for naam in set(self.fields) & self._vaste_velden():
                del self.fields[naam]
        self.order_fields([naam for naam in self.fields if naam != REDEN])

    def _vaste_velden(self) -> set[str]:
        model: type[Gevolgd] = self._meta.model
        return {naam.removesuffix("_id") for naam in model.ONVERANDERLIJK}

    def velden(self) -> tuple[str, ...]:
        """The names of the fields that hold data of the row."""
        return tuple(naam for naam in self.fields if naam != REDEN and naam not in self.geen_data)

    def waarden(self) -> dict[str, Any]:
        """The cleaned values, a foreign key as its id; what an act wants."""
        schoon = {naam: self.cleaned_data[naam] for naam in self.fields if naam != REDEN}
        return {naam: waarde.pk if isinstance(waarde, models.Model) else waarde for naam, waarde in schoon.items()}

    def reden(self) -> str:
        return str(self.cleaned_data.get(REDEN, ""))

    def stand(self, rij: Any) -> dict[str, Any]:
        """The stored values of these fields, of today's row or of a historical one."""
        return stand(rij, self.velden())

    def neem_fouten(self, fout: ValidationError) -> None:
        """Show what an act refused, at its field when the form has it."""
        neem_fouten(self, fout)
