"""Forms for documents that we keep ourselves: a new one with its file, its fields, and a newer file."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from samenwerkingswijzer.bestanden.formulier import Bestandsveld, vraag_bestand_opnieuw
from samenwerkingswijzer.handelingen.bestanden import VELD
from verbanden.forms.rijen import Rijformulier
from verbanden.forms.velden import Tekstveld, datumveld, formulierveld
from verbanden.models import Document


class DocumentFormulier(Rijformulier):
    """A document; the file itself only when it is new. A newer file has a page of its own."""

    geen_data: ClassVar[tuple[str, ...]] = (VELD,)

    upload = Bestandsveld(label="Bestand")

    class Meta:
        model = Document
        formfield_callback = formulierveld
        fields = ("titel", "soort", "datum")

    def bereid_voor(self) -> None:
        if self.instance.pk:
            del self.fields[VELD]
            return
        self.order_fields([VELD, *self.fields])

    def full_clean(self) -> None:
        super().full_clean()
        vraag_bestand_opnieuw(self)


class NieuweVersie(forms.Form):
    """A newer file in the place of the one that is there."""

    upload = Bestandsveld(label="Nieuwe versie")
    datum = datumveld(label="Datum van deze versie", required=False)
    reden = Tekstveld(
        label="Wat is er anders?", required=False, max_length=300, help_text="Komt in de geschiedenis te staan."
    )

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False

    def full_clean(self) -> None:
        super().full_clean()
        vraag_bestand_opnieuw(self)
