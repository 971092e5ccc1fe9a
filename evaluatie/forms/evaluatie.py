"""The forms of an evaluation: begin one, prepare it, plan it, tell the data and the talk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms

from evaluatie.evaluaties.toegang import leiders
from evaluatie.handelingen.evaluaties import GEGEVENS, GESPREK, OPZET, TOELICHTING, Planning
from evaluatie.models import Evaluatie
from evaluatie.models.evaluatie import Stap
from governance.regels.evaluatiekader.kader import Evaluatiekader
from samenwerkingswijzer.models import Gebruiker
from verbanden.forms.rijen import niet_later
from verbanden.forms.velden import Keuzelijst, Tekstveld, datumveld, formulierveld
from verbanden.models import Samenwerkingsverband


class Ronde(forms.Form):
    """Over which year the evaluations are prepared."""

    jaar = forms.TypedChoiceField(label="Over welk jaar", coerce=int, choices=())

    def __init__(self, *args: Any, vandaag: date, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        keuzes = [(jaar, str(jaar)) for jaar in (vandaag.year, vandaag.year - 1)]
        self.fields["jaar"].choices = keuzes  # type: ignore[attr-defined]


class Begin(Ronde):
    """An evaluation of one partnership by choice."""

    verband = forms.ModelChoiceField(
        label="Verband", queryset=Samenwerkingsverband.objects.none(), empty_label="Kies een verband"
    )
    waarom = Tekstveld(label="Wat willen wij weten?", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))

    field_order = ("verband", "jaar", "waarom")

    def __init__(self, *args: Any, verbanden: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.fields["verband"].queryset = verbanden  # type: ignore[attr-defined]


class Deelformulier(forms.ModelForm):
    """One part of an evaluation; the act says what is missing, so nothing is required here by the browser."""

    def __init__(self, *args: Any, kader: Evaluatiekader, vandaag: date, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        self.kader, self.vandaag = kader, vandaag
        self.bereid_voor()

    def bereid_voor(self) -> None:
        """Finish the fields; nothing to do for most parts."""

    def waarden(self) -> dict[str, Any]:
        """What was filled in, as the act takes it."""
        return {naam: self.cleaned_data[naam] for naam in self._meta.fields or ()}


class Opzetformulier(Deelformulier):
    """Who leads, what we want to know, and by which criteria."""

    leider = forms.ModelChoiceField(
        label="Wie leidt de evaluatie", queryset=Gebruiker.objects.none(), empty_label="Nog niemand", required=False
    )
    criteria = Keuzelijst(label="Criteria", help_text="Acht is genoeg. Kies liever zes die ertoe doen.", empty_value=[])
    zwaar = Keuzelijst(label="Telt dubbel", required=False, empty_value=[])

    class Meta:
        model = Evaluatie
        formfield_callback = formulierveld
        fields: ClassVar[Any] = OPZET

    def bereid_voor(self) -> None:
        self.fields["leider"].queryset = leiders()  # type: ignore[attr-defined]
        themas = {thema.id: thema.kort for thema in self.kader.themas}
        rijen = self.kader.van_fase(self.instance.fase)
        bekend = {rij.id for rij in rijen}
        rijen += [
            rij for rij in self.kader.criteria.values() if rij.id in self.instance.criteria and rij.id not in bekend
        ]
        keuzes = [(rij.id, f"{themas.get(rij.thema, rij.thema)}: {rij.naam}") for rij in rijen]
        for naam in ("criteria", "zwaar"):
            self.fields[naam].choices = keuzes  # type: ignore[attr-defined]
        self.fields["waarom"].required = self.instance.aanleiding == Evaluatie.Aanleiding.KEUZE

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if set(schoon.get("zwaar", ())) - set(schoon.get("criteria", ())):
            self.add_error("zwaar", "Alleen een gekozen criterium kan dubbel tellen.")
        return schoon

    def waarden(self) -> dict[str, Any]:
        gekozen = self.cleaned_data["leider"]
        return {**super().waarden(), "leider": gekozen.pk if gekozen else None}


class Gegevensformulier(Deelformulier):
    """Which data there are, and what is missing."""

    class Meta:
        model = Evaluatie
        formfield_callback = formulierveld
        fields: ClassVar[Any] = GEGEVENS

    def bereid_voor(self) -> None:
        self.fields["gegevens"].required = True
        self.fields["gegevens"].widget.attrs["rows"] = 8


class Toelichtingformulier(Deelformulier):
    """Why one judgement is enough."""

    class Meta:
        model = Evaluatie
        formfield_callback = formulierveld
        fields: ClassVar[Any] = TOELICHTING

    def bereid_voor(self) -> None:
        self.fields["waarom_een"].required = True


class Gespreksformulier(Deelformulier):
    """When and with whom the talk was, and what was said."""

    class Meta:
        model = Evaluatie
        formfield_callback = formulierveld
        fields: ClassVar[Any] = GESPREK

    def bereid_voor(self) -> None:
        for veld in self.fields.values():
            veld.required = True
        self.fields["verslag"].widget.attrs["rows"] = 8

    def clean_gesprek_op(self) -> date:
        return niet_later(self.cleaned_data["gesprek_op"], self.vandaag)


class Planningformulier(forms.Form):
    """Who does each step before which day; of a step that is done nothing changes."""

    def __init__(self, *args: Any, stappen: Iterable[Any], **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        self.rijen: Mapping[str, Any] = {rij.stap: rij for rij in stappen}
        for stap, rij in self.rijen.items():
            naam = Stap(stap).label
            self.fields[f"wie_{stap}"] = Tekstveld(label=f"{naam}: wie", max_length=80, initial=rij.wie)
            self.fields[f"op_{stap}"] = datumveld(label=f"{naam}: klaar voor", initial=rij.gepland_op)

    def planning(self, versie: Callable[[str], int | None]) -> dict[str, Planning]:
        """Step -> what was filled in; `versie` reads from its field which version of a row the writer saw."""
        return {stap: self._stap(stap, versie(f"versie_{stap}")) for stap in self.rijen}

    def _stap(self, stap: str, versie: int | None) -> Planning:
        return Planning(self.cleaned_data[f"wie_{stap}"], self.cleaned_data[f"op_{stap}"], versie)

    def versies(self) -> list[tuple[str, int]]:
        """The hidden fields with the version of each row."""
        return [(f"versie_{stap}", rij.versie) for stap, rij in self.rijen.items()]
