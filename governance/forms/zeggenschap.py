"""The choice above the list of our say: how wide the band is, and what the vote is compared with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import ClassVar

from django import forms
from django.core.exceptions import ValidationError

from governance.models import Zeggenschapsuitleg
from governance.regels.evenredigheid import Maat
from samenwerkingswijzer.opmaak import getal, lees_getal
from verbanden.forms.rijen import Rijformulier, niet_later
from verbanden.forms.velden import Leesveld, formulierveld

MATEN = ((Maat.KOSTEN.value, "Kosten"), (Maat.INWONERS.value, "Inwoners"))
VOORBEELD = "Vul een getal in, bijvoorbeeld 10 of 7,5."


def lees_band(tekst: str) -> Decimal:
    """A band in percentage points, with at most one decimal."""
    return lees_getal(tekst, decimalen=1, voorbeeld=VOORBEELD)


def schrijf_band(band: Decimal) -> str:
    """10 or 7,5."""
    return getal(band, 0 if band == band.to_integral_value() else 1)


class Bandkeuze(forms.Form):
    """Always filled: what the address does not say comes from the municipality."""

    band = Leesveld(label="Band in procentpunten", lees=lees_band, schrijf=schrijf_band, cijfers=True)
    tegen = forms.ChoiceField(
        label="Vergelijk de stem met", choices=MATEN, error_messages={"invalid_choice": "Kies iets uit de lijst."}
    )

    def clean_band(self) -> Decimal:
        band: Decimal = self.cleaned_data["band"]
        if not 0 <= band <= 100:
            raise ValidationError("De band ligt tussen 0 en 100 procentpunten.")
        return band

    @classmethod
    def van(cls, gevraagd: dict[str, str], gewoon: Decimal) -> Bandkeuze:
        """The choice in an address, with the band of the municipality when it names none."""
        band, tegen = gevraagd.get("band", "").strip(), gevraagd.get("tegen", "")
        return cls({"band": band or schrijf_band(gewoon), "tegen": tegen or Maat.KOSTEN.value})

    def kies(self, gewoon: Decimal) -> tuple[Decimal, Maat]:
        """The band and the measure; those of the municipality when the choice is wrong."""
        if not self.is_valid():
            return gewoon, Maat.KOSTEN
        return self.cleaned_data["band"], Maat(self.cleaned_data["tegen"])


class ZeggenschapsuitlegFormulier(Rijformulier):
    """Why our votes differ from our share: a principle, in words, with its source and the day."""

    class Meta:
        model = Zeggenschapsuitleg
        formfield_callback = formulierveld
        fields = ("orgaan", "maat", "principe", "uitleg", "bron", "datum")
        widgets: ClassVar = {"uitleg": forms.Textarea(attrs={"rows": 3})}

    def bereid_voor(self) -> None:
        if not self.instance.pk:
            self.initial["datum"] = self.vandaag

    def clean_datum(self) -> date:
        return niet_later(self.cleaned_data["datum"], self.vandaag)
