"""The forms of goals: a goal, a measurement, and a judgement."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms

from evaluatie.models import Doel, Doeloordeel, Meting
from governance.ladder import geldende_ladder
from verbanden.forms.rijen import Rijformulier, niet_later
from verbanden.forms.velden import formulierveld
from verbanden.models import Motief


class DoelFormulier(Rijformulier):
    """A goal; offers the rungs of the ladder in force and the motives of the partnership."""

    trede = forms.ChoiceField(label="Trede van de prestatieladder", choices=())

    class Meta:
        model = Doel
        formfield_callback = formulierveld
        fields = (
            "titel",
            "omschrijving",
            "invalshoek",
            "trede",
            "indicator",
            "eenheid",
            "richting",
            "nulmeting",
            "nulmeting_jaar",
            "streefwaarde",
            "streefjaar",
            "marge",
            "ritme",
            "bron",
            "programma",
            "motief",
            "lokaal",
            "invloed",
            "vervallen_op",
        )

    def bereid_voor(self) -> None:
        versie = geldende_ladder(None)
        treden = reversed(versie.ladder.treden) if versie else ()
        keuzes = [("", "Kies een trede"), *((t.id, f"{t.nummer} {t.naam}") for t in treden)]
        nu = self.instance.trede
        if nu and nu not in dict(keuzes):
            keuzes.append((nu, f"{nu} (staat niet meer op de ladder)"))
        self.fields["trede"].choices = keuzes  # type: ignore[attr-defined]
        self.fields["motief"].choices = self._motieven()  # type: ignore[attr-defined]
        self.fields["marge"].required = False

    def _motieven(self) -> list[tuple[str, str]]:
        bekend = {*self.verband.motieven, self.instance.motief}
        gekozen = [(een.value, str(een.label)) for een in Motief if een in bekend]
        return [("", "Nog niet gekoppeld"), *(gekozen or [(een.value, str(een.label)) for een in Motief])]

    def clean_marge(self) -> Any:
        return self.cleaned_data["marge"] or 0


class BijDoelFormulier(Rijformulier):
    """A row of a goal of this partnership, with a date that has come."""

    def bereid_voor(self) -> None:
        if "doel" in self.fields:
            keuze = self.fields["doel"]
            keuze.queryset = Doel.objects.filter(verband=self.verband).lopend(self.vandaag)  # type: ignore[attr-defined]

    def clean_datum(self) -> date:
        return niet_later(self.cleaned_data["datum"], self.vandaag)


class MetingFormulier(BijDoelFormulier):
    """A measurement; the goal of one that is there never changes."""

    class Meta:
        model = Meting
        formfield_callback = formulierveld
        fields = ("doel", "datum", "waarde", "bron", "toelichting")


class DoeloordeelFormulier(BijDoelFormulier):
    """A new judgement of a goal; the author is who sends it."""

    class Meta:
        model = Doeloordeel
        formfield_callback = formulierveld
        fields = ("doel", "oordeel", "zin", "onderbouwing", "datum")
        widgets: ClassVar = {"zin": forms.Textarea(attrs={"rows": 2})}

    def bereid_voor(self) -> None:
        super().bereid_voor()
        self.fields["datum"].initial = self.vandaag
        del self.fields["reden_wijziging"]  # the sentence is the reason
