"""What a reader asks of the agenda, all of it in the address of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms

from governance.models import Abonnement, RolRaad
from verbanden.models import Klasse

NIET_BEPAALD = "geen"
VERDER, ALLES = "", "alles"
WIE = (("", "De raad"), ("college", "Raad en college"), ("iedereen", "Iedereen"))


class Agendakeuze(forms.Form):
    """Which moments: of which partnership, role of the raad, class, by whom, and in which period."""

    fouten: ClassVar = {"invalid_choice": "Kies iets uit de lijst."}

    verband = forms.ChoiceField(label="Verband", required=False, error_messages=fouten)
    rol = forms.ChoiceField(
        label="Rol van de raad",
        required=False,
        error_messages=fouten,
        choices=[("", "Alle rollen"), *(keuze for keuze in RolRaad.choices if keuze[0])],
    )
    klasse = forms.ChoiceField(
        label="Belangrijkheid",
        required=False,
        error_messages=fouten,
        choices=[("", "Alle klassen"), *Klasse.choices, (NIET_BEPAALD, "Nog niet bepaald")],
    )
    wie = forms.ChoiceField(label="Momenten van", required=False, error_messages=fouten, choices=WIE)
    periode = forms.ChoiceField(label="Periode", required=False, error_messages=fouten)

    def __init__(self, data: Mapping[str, Any], *, verbanden: Iterable[Any], jaren: Iterable[int]) -> None:
        super().__init__(data)
        self.use_required_attribute = False
        lopend = [(verband.slug, verband.roepnaam) for verband in verbanden]
        self._kies("verband", [("", f"Alle {len(lopend)} verbanden"), *lopend])
        self._kies("periode", [(VERDER, "Komend jaar"), *((str(j), str(j)) for j in jaren), (ALLES, "Alles")])

    def _kies(self, naam: str, keuzes: list[tuple[str, str]]) -> None:
        veld: Any = self.fields[naam]
        veld.choices = keuzes

    @property
    def gekozen(self) -> dict[str, str]:
        """What was asked, without what was left empty; nothing of a form that cannot be read."""
        if not self.is_valid():
            return {}
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}


class Maandkeuze(forms.Form):
    """The month of the month view, as 2026-06; today's month when it cannot be read."""

    maand = forms.RegexField(r"^(19|20|21)\d\d-(0[1-9]|1[0-2])$", required=False)

    def eerste_dag(self, vandaag: date) -> date:
        """The first day of the month that was asked."""
        tekst = self.cleaned_data.get("maand", "") if self.is_valid() else ""
        return date.fromisoformat(f"{tekst}-01") if tekst else vandaag.replace(day=1)


class Abonnementformulier(forms.Form):
    """Which moments to follow; for one partnership its slug."""

    inhoud = forms.ChoiceField(
        label="Welke momenten", choices=[keuze for keuze in Abonnement.Inhoud.choices if keuze[0] != "verband"]
    )

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
