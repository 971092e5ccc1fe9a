"""The forms for the interplay with partners: what a party wants, what it does and pays, and our self-check."""

from __future__ import annotations

from datetime import date
from typing import Any

from governance.models import Partijaandeel, Spelerspunt, Standpunt
from governance.regels import samenspeler
from verbanden.forms.rijen import Rijformulier, niet_later
from verbanden.forms.velden import formulierveld
from verbanden.models import Organisatie


class Partijformulier(Rijformulier):
    """A row about one party: offers who takes part, or took part, in this partnership."""

    def bereid_voor(self) -> None:
        if "partij" in self.fields:
            deelnemers = Organisatie.objects.filter(deelnames__verband=self.verband).distinct()
            self.fields["partij"].queryset = deelnemers  # type: ignore[attr-defined]
            self.fields["partij"].help_text = "Wie bij Deelnemers staat."


class StandpuntFormulier(Partijformulier):
    """What a party said on a day."""

    class Meta:
        model = Standpunt
        formfield_callback = formulierveld
        fields = ("partij", "datum", "perspectief", "belangen", "bron", "url")

    def bereid_voor(self) -> None:
        super().bereid_voor()
        self.fields["belangen"].help_text = "Vul ook in wat gelijk bleef: alleen het nieuwste standpunt telt."

    def clean_datum(self) -> date | None:
        dag: date | None = self.cleaned_data["datum"]
        return niet_later(dag, self.vandaag) if dag else None


class PartijaandeelFormulier(Partijformulier):
    """What a party does in a year, what it costs and brings, and its parts."""

    class Meta:
        model = Partijaandeel
        formfield_callback = formulierveld
        fields = (
            "partij",
            "jaar",
            "soort",
            "doet",
            "deel_taak",
            "deel_baten",
            "deel_sleutel",
            "kosten",
            "baten",
            "resultaat",
            "bron",
        )

    def bereid_voor(self) -> None:
        super().bereid_voor()
        self.initial["jaar"] = self.initial.get("jaar") or self.vandaag.year

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        soort = schoon.get("soort", self.instance.soort)
        if soort == Partijaandeel.Soort.EIGEN_INKOOP and schoon.get("deel_sleutel") is not None:
            self.add_error("deel_sleutel", "Laat dit leeg: inkoop voor eigen rekening telt niet mee in de sleutel.")
        return schoon


class SpelerspuntFormulier(Rijformulier):
    """One point of the self-check of a year; a judgement comes with its evidence."""

    class Meta:
        model = Spelerspunt
        formfield_callback = formulierveld
        fields = ("punt", "jaar", "oordeel", "bewijs")

    def bereid_voor(self) -> None:
        vragen = {punt.sleutel: punt.vraag for punt in samenspeler.PUNTEN}
        gekozen = self.instance.punt or self.initial.get("punt", "")
        self.fields["oordeel"].help_text = vragen.get(gekozen, "")
        self.initial["jaar"] = self.initial.get("jaar") or self.vandaag.year

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("oordeel") not in (None, Spelerspunt.Oordeel.ONBEKEND) and schoon.get("bewijs") == "":
            self.add_error("bewijs", "Schrijf op waar dit uit blijkt. Zonder bewijs kiest u 'Weten wij nog niet'.")
        if schoon.get("jaar") and schoon["jaar"] > self.vandaag.year:
            self.add_error("jaar", "Dit jaar moet nog beginnen.")
        return schoon
