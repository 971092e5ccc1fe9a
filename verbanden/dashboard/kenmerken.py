"""Block 1: what the partnership is and what it is for."""

from __future__ import annotations

from typing import Any

from samenwerkingswijzer.opmaak import datum, getal, procent
from verbanden.dashboard.feiten import Feit, feit, gevuld, opsomming
from verbanden.dashboard.lezing import Lezing
from verbanden.models import Motief, Verwijzing
from verbanden.regels.bbv import CATEGORIENAMEN, Belang, categorie, verbonden_partij
from verbanden.taakvelden import TAAKVELDEN

VEEL_PARTNERS = 5


def kern(lezing: Lezing) -> dict[str, Any]:
    """Goal, added value, partners, since when and for which programme."""
    verband = lezing.verband
    return {
        "feiten": [
            feit(lezing, "Doel", verband.doel),
            feit(lezing, "Meerwaarde", verband.meerwaarde),
            feit(lezing, "Partners", partners(lezing)),
            feit(lezing, "Sinds", sinds(lezing)),
            feit(lezing, "Programma", opsomming(naam_met_deel(*deel) for deel in lezing.programmas)),
        ]
    }


def meer(lezing: Lezing) -> dict[str, Any]:
    """The other characteristics, the documents and what hangs together."""
    verband = lezing.verband
    feiten = [
        feit(lezing, "Openbaar belang", verband.openbaar_belang),
        feit(lezing, "Lokaal belang", verband.lokaal_belang),
        feit(lezing, "Verbonden partij", belang(lezing)),
        *gevuld(
            [
                Feit("Bestuurlijk belang", verband.bestuurlijk_belang_motivering),
                Feit("Financieel belang", verband.financieel_belang_motivering),
                Feit("Aandelen", aandelen(lezing)),
                Feit("Motieven", opsomming(Motief(m).label for m in verband.motieven)),
                Feit("Belangrijkste", opsomming(Motief(m).label for m in verband.belangrijkste_motieven)),
                Feit("Onderwerpen", opsomming(verband.onderwerpen)),
                Feit("Taakveld", TAAKVELDEN.get(verband.taakveld, "")),
                Feit("Aard", verband.get_aard_display()),
                Feit("Levensfase", verband.get_levensfase_display()),
                Feit("Vestiging", vestiging(lezing)),
                Feit("Website", verband.website, url=verband.website),
                Feit("KVK-nummer", verband.kvk),
                Feit("RSIN", verband.rsin),
                Feit("OIN", verband.oin),
                Feit("TOOI-nummer", verband.tooi, url=verband.tooi),
                Feit("Wgr", verband.get_wgr_hoofdstuk_display() if verband.wgr_hoofdstuk else ""),
                Feit("Register", register(lezing)),
            ]
        ),
    ]
    return {
        "feiten": feiten,
        "deelnemers": lezing.deelnemers,
        "documenten": lezing.documenten,
        "verwijzingen": lezing.verwijzingen,
        "grondslagen": [v for v in lezing.verwijzingen if v.soort == Verwijzing.Soort.GRONDSLAG],
        "versies": lezing.regelingversies,
        "samenhangen": lezing.samenhangen,
    }


def partners(lezing: Lezing) -> str:
    """The participants by name, or how many there are when the list is long."""
    namen = [deelnemer.naam.removeprefix("Gemeente ") for deelnemer in lezing.deelnemers]
    if len(namen) <= VEEL_PARTNERS:
        return opsomming(namen)
    return f"{opsomming(namen[:2])} en nog {len(namen) - 2} deelnemers".replace(" en ", ", ", 1)


def vestiging(lezing: Lezing) -> str:
    """The address, with the town when the address does not end with it."""
    verband = lezing.verband
    if verband.bezoekadres.casefold().endswith(verband.vestigingsplaats.casefold()):
        return verband.bezoekadres or verband.vestigingsplaats
    return ", ".join(filter(None, [verband.bezoekadres, verband.vestigingsplaats]))


def sinds(lezing: Lezing) -> str:
    """Since when it exists, and of when its text is."""
    verband = lezing.verband
    begin = datum(verband.sinds) if verband.sinds else ""
    tekst = f"tekst van {datum(verband.tekst_van)}" if verband.tekst_van else ""
    return ", ".join(filter(None, [begin, tekst]))


def naam_met_deel(naam: str, deel: Any) -> str:
    """A programme; with its part when it is not the only one."""
    return naam if deel == 100 else f"{naam} ({procent(deel, 0)})"  # a hundred percent


def belang(lezing: Lezing) -> str:
    """The outcome of the two tests in words; empty when nobody judged yet."""
    verband = lezing.verband
    uitkomst = verbonden_partij(verband.bestuurlijk_belang, verband.financieel_belang)
    if uitkomst is Belang.ONBEKEND:
        return ""
    deel = categorie(verband.vorm, verband.bestuurlijk_belang, verband.financieel_belang)
    return f"Ja: {CATEGORIENAMEN[deel].lower()}" if deel else "Nee"


def aandelen(lezing: Lezing) -> str:
    """Our shares and all shares; empty when there are none."""
    ons, totaal = lezing.verband.aandelen_ons, lezing.verband.aandelen_totaal
    return "" if ons is None or totaal is None else f"{getal(ons)} van de {getal(totaal)}"


def register(lezing: Lezing) -> str:
    """How old the record in the national register is."""
    verband = lezing.verband
    gewijzigd = f"gewijzigd op {datum(verband.roo_gewijzigd_op)}" if verband.roo_gewijzigd_op else ""
    gecontroleerd = f"gecontroleerd op {datum(verband.roo_geverifieerd_op)}" if verband.roo_geverifieerd_op else ""
    return opsomming(filter(None, [gewijzigd, gecontroleerd])).capitalize()
