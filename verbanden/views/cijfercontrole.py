"""The cross-checks beside the figures of a year, on figures of the kind that the list of that year holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from samenwerkingswijzer import opmaak
from verbanden import weergave
from verbanden.forms.cijfers import Cijferformulier
from verbanden.handelingen import jaarcijfers
from verbanden.models import Jaarcijfer
from verbanden.models.jaarcijfer import PERCENTAGES
from verbanden.regels import controle
from verbanden.regels.bbv.cijfertoets import PASSEND
from verbanden.regels.bbv.partij import Documentsoort


def controleer(
    formulier: Cijferformulier, vorige: Iterable[Jaarcijfer], *, soort: Documentsoort, drempel: Decimal
) -> Mapping[str, controle.Bevinding]:
    """What deserves a second look in this form, beside the figures of the year before; `drempel` in percent."""
    stadia = PASSEND[soort]
    passend = jaarcijfers.toestand(rij for rij in vorige if rij.stadium in stadia and rij.bedrag is not None)
    bedragen = {post: cijfer.bedrag for post, cijfer in passend.items()}
    return controle.controleer(formulier.bedragen(stadia), bedragen, drempel=drempel)


def in_formulier(post: str, bedrag: Decimal) -> str:
    """An amount as it stands in the form: in percent, or in thousands of euro."""
    return weergave.procent(bedrag) if post in PERCENTAGES else weergave.invoer(bedrag / opmaak.DUIZEND)


def let_op(groep: str, bevinding: controle.Bevinding | None, jaar: int) -> str:
    """A cross-check in words; empty without one."""
    if isinstance(bevinding, controle.Aansluiting):
        stond = in_formulier(f"{groep}_eind", bevinding.eind_vorig)
        hoort = f"Het begin van {jaar} hoort gelijk te zijn aan het eind van {jaar - 1}."
        return f"op 31 december {jaar - 1} stond {stond}. {hoort}"
    if isinstance(bevinding, controle.Resultaatverschil):
        mutatie = in_formulier("resultaat", bevinding.mutatie)
        return f"het eigen vermogen verandert met {mutatie}. Ga na waarom het resultaat anders is."
    if isinstance(bevinding, controle.Sprong):
        return (
            f"dit is {opmaak.procent(bevinding.procent, teken=True)} ten opzichte van {jaar - 1}. Ga na of dat klopt."
        )
    return ""
