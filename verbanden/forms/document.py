"""Forms for documents that we keep ourselves: a new one with its file, its fields, and a newer file."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.conf import settings

from samenwerkingswijzer.bestanden.ontvangst import TeGroot
from samenwerkingswijzer.bestanden.soorten import ACCEPT, KEUZE
from samenwerkingswijzer.handelingen.bestanden import VELD, te_groot
from verbanden.forms.rijen import Rijformulier
from verbanden.forms.velden import Tekstveld, datumveld, formulierveld
from verbanden.models import Document

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
