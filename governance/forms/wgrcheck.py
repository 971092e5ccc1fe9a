"""The form for one subject of the Wgr-check of a regeling."""

from __future__ import annotations

from datetime import date
from typing import Any

from governance.models import Wgrpunt
from governance.models.wgrcheck import ONDERWERPEN
from governance.regels import wgr
from verbanden.forms.rijen import Rijformulier, niet_later
from verbanden.forms.velden import formulierveld


class WgrpuntFormulier(Rijformulier):
    """A new row offers the subjects that have none yet. What goes with a stand is asked at its own field."""

    class Meta:
        model = Wgrpunt
        formfield_callback = formulierveld
        fields = ("onderwerp", "stand", "artikel", "url", "toelichting", "nagekeken_op")

    def bereid_voor(self) -> None:
        uitleg = {onderwerp.sleutel: onderwerp.omschrijving for onderwerp in wgr.geldend(self.vandaag)}
        gekozen = self.instance.onderwerp or self.initial.get("onderwerp", "")
        self.fields["stand"].help_text = uitleg.get(gekozen, "")
        if "onderwerp" in self.fields:
            gebruikt = set(Wgrpunt.objects.filter(verband_id=self.verband.pk).values_list("onderwerp", flat=True))
            vrij = [paar for paar in ONDERWERPEN.items() if paar[0] not in gebruikt]
            self.fields["onderwerp"].choices = [("", "Kies een onderwerp"), *vrij]  # type: ignore[attr-defined]

    def clean_nagekeken_op(self) -> date | None:
        dag: date | None = self.cleaned_data["nagekeken_op"]
        return niet_later(dag, self.vandaag) if dag else None

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        stand = schoon.get("stand")
        if stand == Wgrpunt.Stand.GEREGELD and schoon.get("artikel") == "":
            self.add_error("artikel", "Noem het artikel in de regeling. Zonder artikel is het niet geregeld.")
        if stand == Wgrpunt.Stand.NIET_VAN_TOEPASSING and schoon.get("toelichting") == "":
            self.add_error("toelichting", "Schrijf op waarom dit onderwerp niet van toepassing is.")
        if stand not in (None, Wgrpunt.Stand.ONBEKEND) and "nagekeken_op" in schoon and not schoon["nagekeken_op"]:
            self.add_error("nagekeken_op", "Vul in op welke dag iemand dit in de regeling opzocht.")
        return schoon
