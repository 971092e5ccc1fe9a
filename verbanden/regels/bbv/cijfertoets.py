"""Whether the figures of one legal datum are there: an amount that fits the document, or an honest gap.

Source: BBV (BWBR0014606) art. 15 lid 2 b to d: expected figures in the begroting, actual ones in the jaarstukken.
"""

from collections.abc import Iterator

from samenwerkingswijzer import opmaak
from verbanden.regels.bbv.bevinding import Ernst, Melding
from verbanden.regels.bbv.eisen import Eis
from verbanden.regels.bbv.partij import Cijfer, Documentsoort, Partij

PASSEND: dict[Documentsoort, tuple[str, ...]] = {
    Documentsoort.BEGROTING: ("begroot", "verwacht"),
    Documentsoort.JAARSTUKKEN: ("voorlopig", "vastgesteld"),
}
DOCUMENTNAMEN = {Documentsoort.BEGROTING: "de begroting", Documentsoort.JAARSTUKKEN: "de jaarstukken"}
DAGEN = {"begin": "1 januari", "eind": "31 december"}


def past(cijfer: Cijfer, soort: Documentsoort) -> bool:
    """Whether the stadium of a figure belongs in this document."""
    return cijfer.stadium in PASSEND[soort]


def past_niet(cijfer: Cijfer, soort: Documentsoort) -> str:
    """What is the matter with a figure of another stadium, in Dutch."""
    nodig = " of ".join(PASSEND[soort])
    return f"Wat er staat is {cijfer.stadium}. Voor {DOCUMENTNAMEN[soort]} is nodig: {nodig}."


def benoem(eis: Eis, jaar: int, posten: tuple[str, ...] = ()) -> str:
    """The datum in words with its year or days, such as 'Belang op 1 januari en 31 december 2027'."""
    if not eis.posten:
        return eis.titel
    dagen = [DAGEN[post.rsplit("_", 1)[-1]] for post in posten or eis.posten if post != eis.sleutel]
    return f"{eis.titel} op {' en '.join(dagen)} {jaar}" if dagen else f"{eis.titel} over {jaar}"


def toets_cijfers(eis: Eis, partij: Partij, soort: Documentsoort, jaar: int) -> Iterator[Melding]:
    """At most one missing and one 'niet opgegeven' for the datum, each naming the days it is about."""
    gezien = {post: _oordeel(partij.cijfers.get(post), soort) for post in eis.posten}
    for ernst in (Ernst.ONTBREEKT, Ernst.NIET_OPGEGEVEN):
        posten = tuple(post for post, (gevonden, _) in gezien.items() if gevonden is ernst)
        if posten:
            redenen = dict.fromkeys(gezien[post][1] or _tip(post, partij, jaar) for post in posten)
            uitleg = " ".join(reden for reden in redenen if reden)
            yield Melding(ernst, benoem(eis, jaar, posten), uitleg, posten[0])


def _oordeel(cijfer: Cijfer | None, soort: Documentsoort) -> tuple[Ernst | None, str]:
    """What one figure lacks; no Ernst when its amount is there."""
    if cijfer is None:
        return Ernst.ONTBREEKT, ""
    if not past(cijfer, soort):
        return Ernst.ONTBREEKT, past_niet(cijfer, soort)
    if cijfer.bedrag is not None:
        return None, ""
    return _gat(cijfer)


def _gat(cijfer: Cijfer) -> tuple[Ernst, str]:
    """An honest gap has a reason and the day we asked; anything less is an empty place."""
    reden = cijfer.niet_opgegeven.strip()
    if not reden:
        return Ernst.ONTBREEKT, "Er is geen bedrag, en er staat niet bij waarom."
    if cijfer.gevraagd_op is None:
        return Ernst.ONTBREEKT, "Er is geen bedrag, en er staat niet bij wanneer u het vroeg."
    punt = "" if reden[-1] in ".!?" else "."
    return Ernst.NIET_OPGEGEVEN, f"Gevraagd op {opmaak.datum(cijfer.gevraagd_op)}. {reden}{punt}"


def _tip(post: str, partij: Partij, jaar: int) -> str:
    """The interest of a party that we joined or left in the year is known on one side: nothing."""
    if post == "belang_begin" and partij.ingetreden and partij.ingetreden.year == jaar:
        return f"De gemeente trad toe op {opmaak.datum(partij.ingetreden)}: het belang op 1 januari was dus 0%."
    if post == "belang_eind" and partij.uitgetreden and partij.uitgetreden.year == jaar:
        return f"De gemeente trad uit op {opmaak.datum(partij.uitgetreden)}: het belang op 31 december is dus 0%."
    return ""
