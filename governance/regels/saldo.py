"""What working together with one partner comes to on balance, over all partnerships that we share.

Source: founding document, 2.2: who does what in which partnership, with what result, cost and benefit for whom. Amounts
in euro. Unknown is never zero: a total only counts where both the cost and the benefit of that party are known, and
says where it does not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from samenwerkingswijzer.opmaak import kop

NUL = Decimal(0)


@dataclass(frozen=True)
class Bedragen:
    """Cost and benefit of one party; None where nobody knows."""

    kosten: Decimal | None = None
    baten: Decimal | None = None

    @property
    def saldo(self) -> Decimal | None:
        """Benefit minus cost; None as soon as one of them is unknown."""
        return None if self.kosten is None or self.baten is None else self.baten - self.kosten


@dataclass(frozen=True)
class Post:
    """One line we share with the partner: a partnership, or a purchase for own account in it."""

    naam: str
    wij: Bedragen = field(default_factory=Bedragen)
    zij: Bedragen = field(default_factory=Bedragen)


@dataclass(frozen=True)
class Totaal:
    """One party over all lines: the sums where both sides are known, and the lines that count and that do not."""

    som: Bedragen
    geteld: tuple[str, ...]
    zonder: tuple[str, ...]

    @property
    def volledig(self) -> bool:
        """Whether nothing was left out."""
        return not self.zonder


@dataclass(frozen=True)
class Saldo:
    """The balance with one partner: our total and theirs."""

    posten: tuple[Post, ...]
    wij: Totaal
    zij: Totaal

    @property
    def vergelijkbaar(self) -> bool:
        """Whether both totals are about the same lines."""
        return self.wij.geteld == self.zij.geteld


def per_saldo(posten: Sequence[Post]) -> Saldo:
    """Add up, for us and for them."""
    return Saldo(tuple(posten), _totaal(posten, lambda post: post.wij), _totaal(posten, lambda post: post.zij))


def _totaal(posten: Sequence[Post], wie: Callable[[Post], Bedragen]) -> Totaal:
    bekend = [post for post in posten if wie(post).saldo is not None]
    onbekend = [post for post in posten if wie(post).saldo is None]
    som = Bedragen(
        sum((wie(post).kosten or NUL for post in bekend), NUL), sum((wie(post).baten or NUL for post in bekend), NUL)
    )
    namen = tuple(post.naam for post in bekend), tuple(post.naam for post in onbekend)
    return Totaal(som if bekend else Bedragen(), *namen)


@dataclass(frozen=True)
class Conclusie:
    """The sentence above the page: what it comes to, where who gains, and how sure that is."""

    kern: str
    waar: str = ""
    zekerheid: str = ""


def conclusie(saldo: Saldo, wij: str, zij: str) -> Conclusie:
    """'Per saldo krijgt Maassluis € 0,7 mln meer dan het inbrengt. Vlaardingen krijgt € 0,4 mln minder.'"""
    if saldo.wij.som.saldo is None and saldo.zij.som.saldo is None:
        return Conclusie("Wat het per saldo oplevert, is niet te zeggen: kosten en baten zijn niet bekend.")
    return Conclusie(f"{_onze_kern(saldo, wij)} {_hun_kern(saldo, zij)}", _waar(saldo, zij), _zekerheid(saldo, zij))


def _onze_kern(saldo: Saldo, wij: str) -> str:
    som = saldo.wij.som.saldo
    if som is None:
        return "Wat wij per saldo krijgen, is niet bekend."
    if som == 0:
        return f"Per saldo krijgt {wij} evenveel als het inbrengt."
    return f"Per saldo krijgt {wij} {kop(abs(som))} {'meer' if som > 0 else 'minder'} dan het inbrengt."


def _hun_kern(saldo: Saldo, zij: str) -> str:
    som = saldo.zij.som.saldo
    if som is None:
        return f"Van {zij} is dat niet bekend."
    if som == 0:
        return f"{zij} krijgt evenveel als het inbrengt."
    richting = "meer" if som > 0 else "minder"
    return f"{zij} krijgt {kop(abs(som))} {richting}{'' if saldo.wij.som.saldo is not None else ' dan het inbrengt'}."


def _waar(saldo: Saldo, zij: str) -> str:
    """Where one gains what the other loses: of each direction the line with the largest difference."""
    verschillen = [(post.wij.saldo, post.zij.saldo, post.naam) for post in saldo.posten]
    tegengesteld = [(w, z, naam) for w, z, naam in verschillen if w is not None and z is not None and w * z < 0]
    ons = max((regel for regel in tegengesteld if regel[0] > 0), key=lambda r: r[0] - r[1], default=None)
    hun = max((regel for regel in tegengesteld if regel[1] > 0), key=lambda r: r[1] - r[0], default=None)
    if ons and hun:
        return f"Bij {ons[2]} zijn wij in het voordeel, bij {hun[2]} is dat {zij}."
    if ons:
        return f"Bij {ons[2]} zijn wij in het voordeel en {zij} niet."
    return f"Bij {hun[2]} is {zij} in het voordeel en wij niet." if hun else ""


def _zekerheid(saldo: Saldo, zij: str) -> str:
    """How many of the lines the known totals are about; empty when those leave nothing out."""
    bekend = [totaal for totaal in (saldo.wij, saldo.zij) if totaal.geteld]
    if all(totaal.volledig for totaal in bekend):
        return ""
    alle = len(saldo.posten)
    ons, hun = len(saldo.wij.geteld), len(saldo.zij.geteld)
    if saldo.vergelijkbaar or len(bekend) == 1:
        deel = f"{max(ons, hun)} van de {alle} regels"
        return f"Dit gaat over {deel} hieronder. Van de andere zijn niet alle bedragen bekend."
    return (
        f"Let op: ons saldo gaat over {ons} van de {alle} regels hieronder, dat van {zij} over {hun}. "
        "U kunt ze daarom niet zomaar vergelijken."
    )


def bijdrage_wijkt_af(bijdrage: Decimal | None, eigendom: Decimal | None, inkoop: Decimal | None) -> bool:
    """Whether our contribution in the register is neither our cost as owner nor that with our own purchases."""
    if bijdrage is None or eigendom is None:
        return False
    return bijdrage not in (eigendom, eigendom + (inkoop or NUL))
