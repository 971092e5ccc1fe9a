"""Plausibility of what is filled in: a warning, never a refusal.

Source: errors in published lists (domain study, chapter 2): closing and opening balances that differ, a share of
0,11 % that had to be 0,22 %, old figures. None of these checks stands in the law itself; the article is that of the
datum they are about.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from samenwerkingswijzer import opmaak
from verbanden.regels.bbv.bevinding import Bevinding, Ernst, Melding, maak
from verbanden.regels.bbv.cijfertoets import past, past_niet
from verbanden.regels.bbv.eisen import Eis, eis, vereist
from verbanden.regels.bbv.partij import Cijfer, Documentsoort, Partij
from verbanden.regels.cijfers import verschil
from verbanden.regels.controle import Aansluiting, Resultaatverschil, controleer

HONDERD = Decimal(100)
MARGE_DEELNEMERS = Decimal("0.1")  # percentage points: room for rounding of the participants' shares
MARGE_AANDELEN = Decimal("0.01")  # percentage points: lists print an interest with two decimals
EIGEN_CONTROLE = "Eigen controle"

BIJDRAGE = Eis(
    "bijdrage",
    "",
    EIGEN_CONTROLE,
    "Bijdrage",
    "cijfers",
    "id_bijdrage-bijdrage",
    "P",
    "De bijdrage vergeleken met die van het jaar ervoor.",
    "Of de sprong volgt uit een besluit van de raad.",
    ("bijdrage",),
)
DEELNEMERS = Eis(
    "kostenaandeel",
    "b",
    "BBV art. 15 lid 2 b",
    "Aandelen van de deelnemers",
    "deelnemers",
    "",
    "P",
    "De aandelen van alle deelnemers samen.",
    "Deelnemers die niet in het portaal staan.",
)

Vondst = tuple[Eis, Melding]


def controles(
    partij: Partij, soort: Documentsoort, jaar: int, *, drempel_sprong: Decimal, vorige_moment: date | None
) -> tuple[Bevinding, ...]:
    """What deserves a second look, in figures of both years that fit the document; the others are findings already.

    `drempel_sprong` in percent; without `vorige_moment` no figure is too old.
    """
    alle = partij.cijfers
    partij = replace(partij, cijfers=_passend(alle, soort), cijfers_vorig=_passend(partij.cijfers_vorig, soort))
    vondsten = (
        *_samenhang(partij, soort, jaar, drempel_sprong),
        *_aandelen(partij, soort, jaar),
        *_risicos(partij, soort, jaar),
        *_deelnemers(partij),
        *_bijdrage(alle.get("bijdrage"), soort, jaar),
        *_sprong(partij, jaar, drempel_sprong),
        *_oud(partij, soort, jaar, vorige_moment),
    )
    return tuple(maak(melding, bij, partij) for bij, melding in vondsten)


def procent(waarde: Decimal) -> str:
    """An interest or share as people write it: 18%, 0,22%, at most three decimals."""
    decimalen = next(aantal for aantal in (0, 1, 2, 3) if aantal == 3 or waarde == round(waarde, aantal))
    return opmaak.procent(waarde, decimalen)


def _passend(cijfers: Mapping[str, Cijfer], soort: Documentsoort) -> dict[str, Cijfer]:
    return {post: cijfer for post, cijfer in cijfers.items() if past(cijfer, soort)}


def _samenhang(partij: Partij, soort: Documentsoort, jaar: int, drempel: Decimal) -> Iterator[Vondst]:
    """Opening against the closing of the year before; result against the change in equity."""
    gevonden = controleer(_bedragen(partij.cijfers), _bedragen(partij.cijfers_vorig), drempel=drempel)
    for bij in vereist(soort, jaar):
        match gevonden.get(bij.sleutel):
            case Aansluiting(begin, eind_vorig):
                yield bij, _aansluiting(bij, jaar, begin, eind_vorig)
            case Resultaatverschil(resultaat, mutatie):
                yield bij, _resultaat(resultaat, mutatie)


def _bedragen(cijfers: Mapping[str, Cijfer]) -> dict[str, Decimal | None]:
    """The amounts of the posts with a letter; the contribution has a check of its own."""
    return {post: cijfer.bedrag for post, cijfer in cijfers.items() if post != "bijdrage"}


def _aansluiting(bij: Eis, jaar: int, begin: Decimal, eind_vorig: Decimal) -> Melding:
    schrijf = procent if bij.sleutel == "belang" else opmaak.bedrag
    gegeven = f"{bij.titel} op 1 januari {jaar} is anders dan op 31 december {jaar - 1}"
    uitleg = f"Op 1 januari {schrijf(begin)}, de dag ervoor {schrijf(eind_vorig)}."
    return Melding(Ernst.LET_OP, gegeven, uitleg, bij.posten[0])


def _resultaat(resultaat: Decimal, mutatie: Decimal) -> Melding:
    uitleg = f"Verschil van {opmaak.bedrag(abs(resultaat - mutatie))}."
    if resultaat == -mutatie:
        uitleg += " Is een tekort als overschot ingevuld, of andersom?"
    return Melding(Ernst.LET_OP, "Resultaat en eigen vermogen passen niet bij elkaar", uitleg)


def _aandelen(partij: Partij, soort: Documentsoort, jaar: int) -> Iterator[Vondst]:
    """Shares held against shares there are: the interest at the end of the year."""
    cijfer = partij.cijfers.get("belang_eind")
    if partij.aandelen is None or cijfer is None or cijfer.bedrag is None:
        return
    houdt, totaal = partij.aandelen
    deel = HONDERD * houdt / totaal if totaal else Decimal(0)
    if abs(deel - cijfer.bedrag) > MARGE_AANDELEN:
        gegeven = f"Belang op 31 december {jaar} past niet bij de aandelen"
        stukken = f"{opmaak.getal(houdt)} van de {opmaak.getal(totaal)} aandelen"
        uitleg = f"Er staat {procent(cijfer.bedrag)}; {stukken} is {procent(round(deel, 3))}."
        yield eis("belang", soort, jaar), Melding(Ernst.LET_OP, gegeven, uitleg, "belang_eind")


def _risicos(partij: Partij, soort: Documentsoort, jaar: int) -> Iterator[Vondst]:
    if partij.geen_risicos and partij.risicos:
        uitleg = f"Er staat dat er geen risico is, maar er staan ook risico's: {len(partij.risicos)}."
        melding = Melding(Ernst.LET_OP, "Wel of geen risico's voor de gemeente", uitleg, "geen_risicos")
        yield eis("risicos", soort, jaar), melding


def _deelnemers(partij: Partij) -> Iterator[Vondst]:
    som = sum(partij.kostenaandelen, Decimal(0))
    if partij.kostenaandelen and abs(som - HONDERD) > MARGE_DEELNEMERS:
        gegeven = f"{DEELNEMERS.titel} zijn samen {procent(som)}"
        yield DEELNEMERS, Melding(Ernst.LET_OP, gegeven, "Dat moet 100% zijn.")


def _bijdrage(cijfer: Cijfer | None, soort: Documentsoort, jaar: int) -> Iterator[Vondst]:
    """A contribution of another stadium is not printed and not added up."""
    if cijfer is not None and not past(cijfer, soort):
        yield BIJDRAGE, Melding(Ernst.LET_OP, f"Bijdrage over {jaar} telt niet mee", past_niet(cijfer, soort))


def _sprong(partij: Partij, jaar: int, drempel: Decimal) -> Iterator[Vondst]:
    """The contribution rises or falls by more than the threshold; from nothing, any amount is a jump."""
    nu, toen = partij.bijdragen.get(jaar), partij.bijdragen.get(jaar - 1)
    if nu is None or toen is None or nu == toen:
        return
    groei = verschil(nu, toen)
    if groei is None:
        uitleg = f"In {jaar - 1} was de bijdrage nul. Klopt het? Geef een uitleg."
        yield BIJDRAGE, Melding(Ernst.LET_OP, f"Bijdrage is {opmaak.bedrag(nu)}", uitleg)
    elif abs(groei) > drempel:
        richting = "stijgt" if groei > 0 else "daalt"
        uitleg = f"Meer dan de grens van {procent(drempel)}. Klopt het? Geef een uitleg."
        yield BIJDRAGE, Melding(Ernst.LET_OP, f"Bijdrage {richting} {opmaak.procent(abs(groei))}", uitleg)


def _oud(partij: Partij, soort: Documentsoort, jaar: int, vorige_moment: date | None) -> Iterator[Vondst]:
    """One finding for all figures from before the previous P&C moment, at the first of them."""
    if vorige_moment is None:
        return
    dagen = {bij: _oudste(bij, partij.cijfers) for bij in (*vereist(soort, jaar), BIJDRAGE)}
    oude = {bij: dag for bij, dag in dagen.items() if dag and dag < vorige_moment}
    if oude:
        namen = ", ".join(bij.titel.lower() for bij in oude)
        moment = opmaak.datum(vorige_moment)
        uitleg = f"Ouder dan het vorige moment van begroting of jaarstukken, {moment}. Het gaat om: {namen}."
        gegeven = f"Oudste cijfers zijn van {opmaak.datum(min(oude.values()))}"
        yield next(iter(oude)), Melding(Ernst.LET_OP, gegeven, uitleg)


def _oudste(bij: Eis, cijfers: Mapping[str, Cijfer]) -> date | None:
    """The oldest reference date among the amounts of a datum."""
    bekend = [cijfers[post] for post in bij.posten if post in cijfers]
    return min((c.peildatum for c in bekend if c.bedrag is not None and c.peildatum), default=None)
