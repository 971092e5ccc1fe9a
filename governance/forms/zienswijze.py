"""The forms of a zienswijze: a new dossier, one for each step, a point, and what another council said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from governance.handelingen.zienswijzepunten import ANDER, VRAAG
from governance.models import AndereZienswijze, Zienswijze, Zienswijzepunt
from governance.zienswijze.stappen import ONTWERP, Stap
from samenwerkingswijzer.historie import Gevolgd
from samenwerkingswijzer.vergrendeling import stand
from verbanden.forms.basis import REDEN, neem_fouten
from verbanden.forms.velden import Tekstveld, formulierveld
from verbanden.models import Organisatie
from verbanden.weergave import label, tekst

VERPLICHT = frozenset({"adviestekst", "raadstekst", "lokale_betekenis", "antwoord", "geen_reden"})
HOOG = {"adviestekst": 10, "raadstekst": 10, "antwoord": 8, "lokale_betekenis": 5}
MARKDOWN = "U kunt opmaak gebruiken: een lege regel voor een alinea, en een streepje voor een opsomming."
MET_OPMAAK = frozenset({"adviestekst", "raadstekst", "antwoord"})


def modelveld(model: type[Gevolgd], naam: str, *, verplicht: bool | None = None) -> forms.Field:
    """The form field of a column, with the words of the model."""
    veld: Any = formulierveld(model._meta.get_field(naam))  # type: ignore[arg-type]  # names of columns only
    if verplicht is not None:
        veld.required = verplicht
    return veld  # type: ignore[no-any-return]  # a form field of some kind


class Zonderbrowsercontrole(forms.Form):
    """A form of which the portal itself says what is wrong, in Dutch."""

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False

    def velden(self) -> tuple[str, ...]:
        """The names of the fields that hold data of the row."""
        return tuple(naam for naam in self.fields if naam != REDEN)

    def waarden(self) -> dict[str, Any]:
        """What was filled in, for the act."""
        return {naam: self.cleaned_data[naam] for naam in self.velden()}

    def stand(self, rij: Any) -> dict[str, Any]:
        """The stored values of these fields, of today's row or of a historical one."""
        return stand(rij, self.velden())

    def reden(self) -> str:
        """Why it is changed, when the form asks that."""
        return str(self.cleaned_data.get(REDEN, ""))

    def mist_reden(self) -> bool:
        """Whether it asks why and got no answer."""
        return REDEN in self.fields and not str(self.data.get(REDEN, "")).strip()

    def neem_fouten(self, fout: ValidationError) -> None:
        """Show what an act refused, at its field when the form has it."""
        neem_fouten(self, fout)


class Beginformulier(Zonderbrowsercontrole):
    """A draft came: what it is, and when."""

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        for naam in ("stuk", "jaar", *ONTWERP.velden):
            self.fields[naam] = modelveld(Zienswijze, naam)


class Stapformulier(Zonderbrowsercontrole):
    """The facts of one step, and what it says of each point. A step that was taken asks why it is changed."""

    def __init__(
        self, *args: Any, stap: Stap, rij: Any, punten: Iterable[Any] = (), mend: bool = False, **opties: Any
    ) -> None:
        super().__init__(*args, **opties)
        self.stap, self.punten = stap, list(punten) if stap.punten else []
        for naam in stap.velden:
            self.fields[naam] = self._veld(naam)
            self.initial.setdefault(naam, getattr(rij, naam))
        for punt in self.punten:
            for naam in stap.punten:
                self.fields[f"{naam}-{punt.id}"] = modelveld(Zienswijzepunt, naam)
                self.initial.setdefault(f"{naam}-{punt.id}", getattr(punt, naam))
        if mend:
            self.fields[REDEN] = Tekstveld(label="Waarom verandert u dit?", required=False, max_length=300)

    def _veld(self, naam: str) -> forms.Field:
        nodig = True if naam in VERPLICHT or naam == self.stap.dag else None
        veld = modelveld(Zienswijze, naam, verplicht=nodig)
        if naam in HOOG:
            veld.widget.attrs["rows"] = HOOG[naam]
        if naam in MET_OPMAAK:
            veld.help_text = MARKDOWN
        return veld

    def velden(self) -> tuple[str, ...]:
        """The facts of the step."""
        return self.stap.velden

    def van_punt(self, nummer: int) -> dict[str, Any]:
        """What was filled in for one point."""
        return {naam: self.cleaned_data[f"{naam}-{nummer}"] for naam in self.stap.punten}

    def eigen(self) -> list[Any]:
        """The fields of the dossier itself, as they stand on the page."""
        return [self[naam] for naam in self.stap.velden]

    def per_punt(self) -> list[tuple[Any, list[Any]]]:
        """Each point with its fields."""
        return [(punt, [self[f"{naam}-{punt.id}"] for naam in self.stap.punten]) for punt in self.punten]


class Puntformulier(Zonderbrowsercontrole):
    """What we ask, and why."""

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **opties)
        for naam in VRAAG:
            self.fields[naam] = modelveld(Zienswijzepunt, naam)


class Andereformulier(Zonderbrowsercontrole):
    """What another council said; `nieuw` also asks which one."""

    def __init__(self, *args: Any, nieuw: bool = False, **opties: Any) -> None:
        super().__init__(*args, **opties)
        if nieuw:
            self.fields["organisatie"] = forms.TypedChoiceField(
                label="Wie", choices=_organisaties, coerce=int, error_messages={"required": "Kies een organisatie."}
            )
        for naam in ANDER:
            self.fields[naam] = modelveld(AndereZienswijze, naam)


def _organisaties() -> list[tuple[str, str]]:
    rijen = Organisatie.objects.filter(soort=Organisatie.Soort.GEMEENTE).order_by("naam").values_list("id", "naam")
    return [("", "Kies een gemeente"), *((str(nummer), naam) for nummer, naam in rijen)]


def stand_nu(rij: Any, velden: Sequence[str]) -> list[tuple[str, str]]:
    """What stands there now: name of each field and its value in words, for who was overtaken by somebody else."""
    model = type(rij)
    return [
        (label(veld), tekst(veld, getattr(rij, veld.attname)))
        for veld in (model._meta.get_field(naam) for naam in velden)
    ]
