"""Tags for the shared parts of a page: judgement, class, field, error summary and charts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias

from django import template
from django.forms import BaseForm, BaseFormSet, BoundField
from django.utils.safestring import SafeString

from samenwerkingswijzer import grafieken, merken

register = template.Library()

register.simple_tag(merken.oordeel, name="oordeel")
register.simple_tag(merken.klasse, name="klasse")
register.simple_tag(merken.klasseblokjes, name="klasseblokjes")

Formulier: TypeAlias = "BaseForm | BaseFormSet[Any] | None"
KEUZES = ("CheckboxSelectMultiple", "RadioSelect")


@register.inclusion_tag("onderdelen/veld.html")
def veld(veld: BoundField, soort: str = "", hint: str = "") -> dict[str, Any]:
    """A form field with label, hint, error and input. `soort` sets the width: amount, kind, date, reason or source."""
    return {"field": veld, "soort": soort, "hint": hint}


@register.inclusion_tag("onderdelen/foutenlijst.html")
def foutenlijst(*formulieren: Formulier, melding: str = "") -> dict[str, Any]:
    """The summary of all errors of these forms, with a link to each field; nothing when there are none.

    `melding` says what did not happen, such as 'De cijfers zijn nog niet bewaard.'
    """
    return {"fouten": [fout for formulier in formulieren for fout in _fouten(formulier)], "melding": melding}


def _fouten(formulier: Formulier) -> Iterator[tuple[str, str]]:
    """Anchor and text of every error, fields first in their order; no form gives no errors."""
    if not formulier:
        return
    if isinstance(formulier, BaseFormSet):
        for deel in formulier.forms:
            yield from _fouten(deel)
        yield from (("", str(fout)) for fout in formulier.non_form_errors())
        return
    for bound in formulier:
        yield from ((anker(bound), f"{bound.label}: {fout}") for fout in bound.errors)
    yield from (("", str(fout)) for fout in formulier.non_field_errors())


def anker(bound: BoundField) -> str:
    """The id that a link to a field goes to: its input, or the first of its choices."""
    if type(bound.field.widget).__name__ in KEUZES:
        return f"{bound.auto_id}_0"
    return bound.id_for_label


@register.simple_tag
def sparklijn(punten: Iterable[grafieken.Punt], titel: str, **opties: Any) -> SafeString:
    """A line of some years; see `grafieken.sparklijn_svg`."""
    return grafieken.sparklijn_svg(tuple(punten), titel, **opties)


@register.simple_tag
def staven(punten: Iterable[grafieken.Punt], titel: str, **opties: Any) -> SafeString:
    """Results per year on a zero line; see `grafieken.staven_svg`."""
    return grafieken.staven_svg(tuple(punten), titel, **opties)


@register.simple_tag
def vergelijking(rijen: Iterable[Any], namen: Iterable[str], titel: str, **opties: Any) -> SafeString:
    """Shares per participant under each other; see `grafieken.vergelijking_svg`."""
    vast = tuple((label, tuple(aandelen)) for label, aandelen in rijen)
    return grafieken.vergelijking_svg(vast, tuple(namen), titel, **opties)


@register.simple_tag
def tijdlijn(
    banen: Iterable[grafieken.Baan], titel: str, van: date, tot_en_met: date, vandaag: date, **opties: Any
) -> SafeString:
    """A timeline with a lane per body; see `grafieken.tijdlijn_svg`."""
    return grafieken.tijdlijn_svg(tuple(banen), titel, van=van, tot_en_met=tot_en_met, vandaag=vandaag, **opties)
