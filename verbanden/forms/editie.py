"""The texts of the paragraph (BBV art. 15 lid 1 a), with the dates of college and council."""

from __future__ import annotations

from typing import Any

from django import forms

from verbanden.forms.basis import Bewerkformulier
from verbanden.forms.velden import formulierveld
from verbanden.models import Editie

HULP = {
    "visie": "Waarom en hoe de gemeente samenwerkt, zo'n 200 woorden. Nodig voordat de lijst klaar kan staan.",
    "voornemens": "Wat de gemeente van plan is, zo'n 200 woorden. Nodig voordat de lijst klaar kan staan.",
    "ontwikkelingen": "Wat er verandert bij partijen en in de omgeving. Een bladzijde, zo'n 400 woorden, is genoeg.",
    "college_op": "De dag waarop het college de lijst vaststelde of vaststelt, zoals 1-9-2026.",
    "raad_op": "De dag waarop de raad de lijst krijgt, zoals 29-9-2026.",
    "correctie": "Wat er anders is dan in de vorige versie. Komt op het voorblad.",
}
REGELS = 10


class Editieteksten(Bewerkformulier):
    """The texts are Markdown. Only a correction says what it corrects."""

    class Meta:
        model = Editie
        formfield_callback = formulierveld
        fields = ("visie", "voornemens", "ontwikkelingen", "college_op", "raad_op", "correctie")

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        if self.instance.vervangt_id is None:
            del self.fields["correctie"]
        else:
            self.fields["correctie"].required = True
        for naam, hulp in HULP.items():
            if naam in self.fields:
                self.fields[naam].help_text = hulp
        for veld in self.fields.values():
            if isinstance(veld.widget, forms.Textarea):
                veld.widget.attrs["rows"] = REGELS
