"""The forms in which people judge, and in which the conclusion is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms
from django.forms import BoundField

from evaluatie.handelingen.evaluatieoordelen import Inzending
from evaluatie.models.evaluatie import Besluit
from evaluatie.models.evaluatieconclusie import Themaoordeel
from evaluatie.models.evaluatieoordeel import Waardering
from governance.regels.evaluatiekader.kader import Criterium, Evaluatiekader, Thema
from verbanden.forms.velden import Tekstveld


def _zin(**opties: Any) -> Tekstveld:
    return Tekstveld(widget=forms.Textarea(attrs={"rows": 2}), **opties)


class Oordeelformulier(forms.Form):
    """What one person finds of the criteria. A criterium may be left for later; half a judgement may not."""

    functie = Tekstveld(
        label="Uw functie", max_length=80, help_text="Bijvoorbeeld: portefeuillehouder. Noem geen naam."
    )

    def __init__(
        self,
        *args: Any,
        kader: Evaluatiekader,
        criteria: Iterable[Criterium],
        bekend: Mapping[str, Any],
        **opties: Any,
    ) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        self.criteria, self.bekend = list(criteria), bekend
        self.fields["functie"].initial = next((rij.functie for rij in bekend.values()), None)
        for criterium in self.criteria:
            self._velden(kader, criterium, bekend.get(criterium.id))

    def _velden(self, kader: Evaluatiekader, criterium: Criterium, rij: Any) -> None:
        woorden = [(id_, kader.schaal[id_].naam) for id_ in Waardering.values]
        self.fields[f"oordeel_{criterium.id}"] = forms.ChoiceField(
            label="Oordeel",
            choices=[("", "Nog geen keuze"), *woorden],
            required=False,
            initial=rij.oordeel if rij else "",
        )
        self.fields[f"zin_{criterium.id}"] = _zin(
            label="Waarom", max_length=300, required=False, initial=rij.zin if rij else ""
        )
        self.fields[f"bewijs_{criterium.id}"] = Tekstveld(
            label="Bewijs", max_length=300, required=False, initial=rij.bewijs if rij else ""
        )

    @property
    def delen(self) -> list[tuple[Criterium, list[BoundField], Any]]:
        """Each criterion with its fields, and the judgement that is there."""
        soorten = ("oordeel", "zin", "bewijs")
        return [
            (criterium, [self[f"{soort}_{criterium.id}"] for soort in soorten], self.bekend.get(criterium.id))
            for criterium in self.criteria
        ]

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        for criterium in self.criteria:
            self._heel(criterium.id, schoon)
        if not self.errors and not any(schoon.get(f"oordeel_{een.id}") for een in self.criteria):
            self.add_error(None, "Beoordeel ten minste één criterium.")
        return schoon

    def _heel(self, id_: str, schoon: Mapping[str, Any]) -> None:
        oordeel, zin, bewijs = (schoon.get(f"{soort}_{id_}", "") for soort in ("oordeel", "zin", "bewijs"))
        if (zin or bewijs or id_ in self.bekend) and not oordeel:
            self.add_error(f"oordeel_{id_}", "Kies een oordeel.")
        if oordeel and not zin:
            self.add_error(f"zin_{id_}", "Een oordeel zonder zin telt niet.")
        if oordeel not in ("", Waardering.GEEN) and not bewijs:
            self.add_error(f"bewijs_{id_}", "Noem het bewijs. Is het er niet, kies dan 'geen oordeel'.")

    def inzendingen(self, versie: Callable[[str], int | None]) -> list[Inzending]:
        """What was judged; `versie` reads from its field which version its author saw."""
        schoon = self.cleaned_data
        return [
            Inzending(
                een.id,
                schoon[f"oordeel_{een.id}"],
                schoon[f"zin_{een.id}"],
                schoon[f"bewijs_{een.id}"],
                versie(f"versie_{een.id}"),
            )
            for een in self.criteria
            if schoon[f"oordeel_{een.id}"]
        ]


class Conclusieformulier(forms.Form):
    """The conclusion on the whole, and on each theme."""

    besluit = forms.ChoiceField(
        label="Conclusie",
        choices=[("", "Kies een conclusie"), *Besluit.choices],
        error_messages={"required": "Kies een conclusie."},
    )
    zin = _zin(label="Waarom deze conclusie", max_length=300)

    def __init__(self, *args: Any, themas: Iterable[tuple[Thema, Any]], **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        self.themas = [thema for thema, _ in themas]
        for thema, rij in themas:
            self.fields[f"oordeel_{thema.id}"] = forms.ChoiceField(
                label="Oordeel",
                choices=[("", "Kies een oordeel"), *Themaoordeel.choices],
                initial=rij.oordeel if rij else "",
                error_messages={"required": "Kies een oordeel."},
            )
            self.fields[f"zin_{thema.id}"] = _zin(label="Waarom", max_length=240, initial=rij.zin if rij else "")

    def per_thema(self) -> dict[str, tuple[str, str]]:
        """Theme -> judgement and sentence."""
        schoon = self.cleaned_data
        return {een.id: (schoon[f"oordeel_{een.id}"], schoon[f"zin_{een.id}"]) for een in self.themas}

    def velden(self, thema: str) -> list[BoundField]:
        """The fields of a theme."""
        return [self[f"oordeel_{thema}"], self[f"zin_{thema}"]]
