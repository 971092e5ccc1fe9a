"""The forms of a question of the raad: asking it, and answering it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from governance.forms.zienswijze import Zonderbrowsercontrole, modelveld
from governance.handelingen.raadsvragen import VRAAG
from governance.models import Raadsvraag
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from verbanden.forms.basis import REDEN
from verbanden.forms.velden import Tekstveld

EIGEN = ""


class Vraagformulier(Zonderbrowsercontrole):
    """A question with the politically relevant point it serves: one of the choices of the raad, or own words.

    `vraagstukken` are the choices known of this partnership; `namens` asks which council member asks.
    """

    def __init__(self, *args: Any, vraagstukken: Sequence[str] = (), namens: bool = False, **opties: Any) -> None:
        super().__init__(*args, **opties)
        if namens:
            self.fields["namens"] = forms.TypedChoiceField(
                label="Namens welk raadslid",
                choices=_raadsleden,
                coerce=int,
                error_messages={"required": "Kies het raadslid dat de vraag stelt."},
            )
        for naam in VRAAG:
            self.fields[naam] = modelveld(Raadsvraag, naam)
        self.fields["vraag"].widget.attrs["rows"] = 5
        if vraagstukken:
            self._met_keuze(vraagstukken)

    def _met_keuze(self, vraagstukken: Sequence[str]) -> None:
        """Offer the known choices; own words stay possible."""
        self.fields["politiek_punt"].required = False
        self.fields["politiek_punt"].label = "Of in eigen woorden"
        self.fields["keuzevraagstuk"] = forms.ChoiceField(
            label="Welk politiek punt dient deze vraag",
            choices=[*((vraag, vraag) for vraag in vraagstukken), (EIGEN, "Een ander punt, in eigen woorden")],
            widget=forms.RadioSelect,
            required=False,
            help_text="Dit zijn keuzevraagstukken bij dit verband.",
        )
        self.order_fields([*(n for n in self.fields if n not in ("politiek_punt", "keuzevraagstuk")), "keuzevraagstuk"])

    def clean(self) -> dict[str, Any]:
        """One of the choices counts as the point; otherwise the own words must be there."""
        schoon = super().clean() or self.cleaned_data
        gekozen = schoon.pop("keuzevraagstuk", "")
        if gekozen and schoon.get("politiek_punt"):
            self.add_error("politiek_punt", "Kies een keuzevraagstuk óf schrijf het punt zelf op, niet allebei.")
        elif gekozen:
            schoon["politiek_punt"] = gekozen
        elif not schoon.get("politiek_punt") and not self.has_error("politiek_punt"):
            self.add_error("politiek_punt", "Schrijf op welk politiek punt deze vraag dient.")
        return schoon


class Antwoordformulier(Zonderbrowsercontrole):
    """The answer; one that was given asks why it is changed."""

    antwoord = Tekstveld(
        label="Antwoord", max_length=6000, widget=forms.Textarea(attrs={"rows": 8}), help_text="Namens het college."
    )

    def __init__(self, *args: Any, mend: bool = False, **opties: Any) -> None:
        super().__init__(*args, **opties)
        if mend:
            self.fields[REDEN] = Tekstveld(label="Waarom verandert u dit?", required=False, max_length=300)


def _raadsleden() -> list[tuple[str, str]]:
    rijen = Gebruiker.objects.filter(rol=Rol.RAADSLID, is_active=True).order_by("naam")
    return [("", "Kies een raadslid"), *((str(lid.pk), f"{lid.naam} ({lid.fractie})") for lid in rijen)]
