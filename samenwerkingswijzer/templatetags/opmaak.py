"""Template filters for Dutch notation. An empty value stays empty; a template says what is missing in words."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import template

from samenwerkingswijzer import opmaak

register = template.Library()


def _filter(naam: str, functie: Callable[[Any], str]) -> None:
    """Register one function of `opmaak` as a filter that leaves an empty value empty."""

    def toon(waarde: Any) -> str:
        return "" if waarde is None or waarde == "" else functie(waarde)

    register.filter(naam, toon)


_filter("bedrag", opmaak.bedrag)
_filter("duizend", opmaak.duizend)
_filter("kop", opmaak.kop)
_filter("miljoen", opmaak.miljoen)
_filter("datum", opmaak.datum)
_filter("datum_kort", opmaak.datum_kort)
_filter("dag_maand", opmaak.dag_maand)
_filter("tijd", opmaak.tijd)
_filter("afbreekbaar", opmaak.afbreekbaar)


@register.filter
def getal(waarde: opmaak.Getal | None, decimalen: int = 0) -> str:
    """Write a number as 1.234,56 with the given number of decimals."""
    return "" if waarde is None else opmaak.getal(waarde, decimalen)


@register.filter
def procent(waarde: opmaak.Getal | None, decimalen: int = 1) -> str:
    """Write a percentage: 9,0%."""
    return "" if waarde is None else opmaak.procent(waarde, decimalen)


@register.filter
def verschil_procent(waarde: opmaak.Getal | None, decimalen: int = 1) -> str:
    """Write a change in percent with its sign: +9,0% or −1,5%."""
    return "" if waarde is None else opmaak.procent(waarde, decimalen, teken=True)


@register.filter
def over(dag: date | None, op: date) -> str:
    """Say how far a day lies from another: over 13 dagen."""
    return "" if dag is None else opmaak.over(dag, op)


@register.filter
def oud(dag: date | None, op: date) -> str:
    """Say how old something is on a day: 2 dagen oud."""
    return "" if dag is None else opmaak.oud(dag, op)
