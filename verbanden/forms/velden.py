"""Form fields that read what people type: Dutch dates, amounts and lists. What was typed stays when it is wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models

from samenwerkingswijzer import opmaak
from verbanden import weergave
from verbanden.models.velden import Meetwaarde

EERSTE_DAG, LAATSTE_DAG = date(1800, 1, 1), date(2200, 12, 31)
LANGSTE_LIJST = 50


class Tekstveld(forms.CharField):
    """Text with one kind of line end, so that a browser's own kind is no change."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


class Leesveld(forms.Field):
    """A value read from text; `lees` raises ValueError with a sentence for people."""

    def __init__(
        self, *, lees: Callable[[str], Any], schrijf: Callable[[Any], str], cijfers: bool = False, **opties: Any
    ) -> None:
        attrs = {"autocomplete": "off"} | ({"inputmode": "decimal", "class": "sw-num"} if cijfers else {})
        super().__init__(widget=forms.TextInput(attrs=attrs), **opties)
        self.lees, self.schrijf = lees, schrijf

    def to_python(self, value: Any) -> Any:
        kaal = str(value or "").strip()
        if not kaal:
            return None
        try:
            return self.lees(kaal)
        except ValueError as fout:
            raise ValidationError(str(fout)) from None

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else self.schrijf(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True


class Lijstveld(Tekstveld):
    """A list of short texts, one on each line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, *, lengte: int, **opties: Any) -> None:
        super().__init__(**opties)
        self.lengte = lengte

    def clean(self, value: Any) -> Any:
        regels = [regel.strip() for regel in super().clean(value).split("\n") if regel.strip()]
        if len(regels) > LANGSTE_LIJST:
            raise ValidationError(f"Zet er hoogstens {LANGSTE_LIJST} op de lijst.")
        if any(len(regel) > self.lengte for regel in regels):
            raise ValidationError(f"Een regel heeft hoogstens {self.lengte} tekens.")
        return list(dict.fromkeys(regels))

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value


class Keuzelijst(forms.TypedMultipleChoiceField):
    """Several choices out of one list."""

    widget = forms.CheckboxSelectMultiple


def lees_dag(tekst: str) -> date:
    """A date of the last or next two centuries."""
    dag = opmaak.lees_datum(tekst)
    if not EERSTE_DAG <= dag <= LAATSTE_DAG:
        raise ValueError("Deze datum ligt te ver weg. Kijk na of het jaar klopt.")
    return dag


def datumveld(**opties: Any) -> Leesveld:
    """A date, written as 13-4-2026."""
    return Leesveld(lees=lees_dag, schrijf=opmaak.datum_kort, **opties)


def bedragveld(**opties: Any) -> Leesveld:
    """An amount in euro."""
    return Leesveld(lees=opmaak.lees_bedrag, schrijf=weergave.invoer, cijfers=True, **opties)


def procentveld(**opties: Any) -> Leesveld:
    """A share in percent, with at most three decimals."""
    return Leesveld(lees=lambda t: opmaak.lees_procent(t, 3), schrijf=_schrijf_procent, cijfers=True, **opties)


def _schrijf_procent(waarde: Decimal | int) -> str:
    return weergave.procent(Decimal(waarde)).removesuffix("%")


def geheelveld(**opties: Any) -> Leesveld:
    """A whole number."""
    voorbeeld = "Vul een heel getal in, bijvoorbeeld 12."
    return Leesveld(
        lees=lambda t: int(opmaak.lees_getal(t, voorbeeld=voorbeeld)), schrijf=opmaak.getal, cijfers=True, **opties
    )


def meetveld(**opties: Any) -> Leesveld:
    """A measured number with at most three decimals."""
    voorbeeld = "Vul een getal in, bijvoorbeeld 12 of 7,5."
    return Leesveld(
        lees=lambda t: opmaak.lees_getal(t, decimalen=3, voorbeeld=voorbeeld),
        schrijf=weergave.invoer,
        cijfers=True,
        **opties,
    )


def duizendveld(**opties: Any) -> Leesveld:
    """An amount in thousands of euro on the form, in euro in the register."""
    return Leesveld(lees=_lees_duizend, schrijf=lambda w: weergave.invoer(w / opmaak.DUIZEND), cijfers=True, **opties)


def _lees_duizend(tekst: str) -> Decimal:
    return opmaak.lees_getal(tekst.replace("€", ""), decimalen=5) * opmaak.DUIZEND


def formulierveld(veld: models.Field[Any, Any], **opties: Any) -> forms.Field | None:
    """The form field for a model field; for `Meta.formfield_callback`."""
    vast: dict[str, Any] = {"label": weergave.label(veld), "help_text": veld.help_text, "required": not veld.blank}
    if isinstance(veld, ArrayField):
        return _lijst(veld, vast)
    if isinstance(veld, models.DateField | models.DecimalField | models.PositiveIntegerField):
        return _leesveld(veld)(**vast)
    if isinstance(veld, models.URLField):
        return veld.formfield(assume_scheme="https", **opties)
    if isinstance(veld, models.TextField):
        return Tekstveld(max_length=veld.max_length, widget=forms.Textarea(attrs={"rows": 3}), **vast)
    return veld.formfield(**opties)


def _leesveld(veld: models.Field[Any, Any]) -> Callable[..., Leesveld]:
    if isinstance(veld, models.DateField):
        return datumveld
    if isinstance(veld, Meetwaarde):
        return meetveld
    if isinstance(veld, models.DecimalField):
        return procentveld if weergave.is_procent(veld) else bedragveld
    return geheelveld


def _lijst(veld: ArrayField, vast: dict[str, Any]) -> forms.Field:
    if veld.base_field.choices:
        return Keuzelijst(choices=veld.base_field.choices, empty_value=[], **vast)
    vast["help_text"] = vast["help_text"] or "Eén per regel."
    return Lijstveld(lengte=veld.base_field.max_length or 0, **vast)
