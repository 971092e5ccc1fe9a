"""The form for one role or agreement of the regime that holds in fact."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from governance import regime
from governance.models import Regimepunt
from governance.regels.instrument import Afwegingskader, Soort
from verbanden.forms.rijen import Rijformulier, niet_later
from verbanden.forms.velden import formulierveld

SOORTEN = {Soort.ROL: "Rollen en bevoegdheden", Soort.AFSPRAAK: "Afspraken en instrumenten"}


class RegimepuntFormulier(Rijformulier):
    """A new row offers the roles and agreements of the afwegingskader that have no row yet."""

    class Meta:
        model = Regimepunt
        formfield_callback = formulierveld
        fields = ("keuze", "stand", "vindplaats", "url", "sinds", "toelichting", "nagekeken_op")

    def bereid_voor(self) -> None:
        kader = regime.woordenlijst()
        gekozen = kader.keuze(self.instance.keuze or str(self.initial.get("keuze", ""))) if kader else None
        self.fields["stand"].help_text = gekozen.uitleg if gekozen else ""
        if "keuze" in self.fields:
            self.initial.setdefault("nagekeken_op", self.vandaag)
            self.fields["keuze"] = forms.ChoiceField(
                label="Rol of afspraak", choices=[("", "Kies een rol of afspraak"), *self._vrij(kader)]
            )

    def _vrij(self, kader: Afwegingskader | None) -> list[tuple[str, list[tuple[str, str]]]]:
        """The choices without a row, per part of the regime."""
        if kader is None:
            return []
        gebruikt = set(Regimepunt.objects.filter(verband_id=self.verband.pk).values_list("keuze", flat=True))
        return [
            (titel, [(keuze.id, keuze.naam) for keuze in kader.van(soort) if keuze.id not in gebruikt])
            for soort, titel in SOORTEN.items()
        ]

    def clean_nagekeken_op(self) -> date | None:
        dag: date | None = self.cleaned_data["nagekeken_op"]
        return niet_later(dag, self.vandaag) if dag else None

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("stand") == Regimepunt.Stand.GELDT_NIET and schoon.get("sinds"):
            self.add_error("sinds", "Wat niet geldt, heeft geen begindatum. Maak dit veld leeg.")
        return schoon
