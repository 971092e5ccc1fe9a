"""From the register's facts to the portal's words: what an import would put in for each partnership."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from verbanden.roo.beeld import Deelnamebeeld, Verbandbeeld, Versiebeeld, Verwijzingbeeld, Waarde
from verbanden.roo.gegevens import Deelnemer, Gemeenteregister, Regeling

DOEL_TEKENS_MAX = 1000
KENMERKEN = ("kvk", "rsin", "oin", "tooi")
SOORTEN = {
    "gemeente": "gemeente",
    "provincie": "provincie",
    "waterschap": "waterschap",
    "ministerie": "rijk",
    "so": "samenwerking",
}
ORGANEN = {
    "gemeenteraad": "raad",
    "college van burgemeester en wethouders": "college",
    "burgemeester": "burgemeester",
    "provinciale staten": "provinciale_staten",
    "gedeputeerde staten": "gedeputeerde_staten",
    "commissaris van de koning": "commissaris",
    "commissaris van de koningin": "commissaris",
    "algemeen bestuur": "algemeen_bestuur",
    "dagelijks bestuur": "dagelijks_bestuur",
    "voorzitter": "voorzitter",
}
BEVOEGDHEDEN = ("attributie", "delegatie", "mandaat")
_DUIZENDSTE = Decimal("0.001")


def beelden(register: Gemeenteregister) -> tuple[Verbandbeeld, ...]:
    """Every regeling of a municipality as a partnership, in the register's order.

    An identifier that stands at two regelingen cannot be right for both and is left out at both, with a remark.
    """
    alle = [_beeld(regeling) for regeling in register.regelingen]
    for naam in KENMERKEN:
        aantallen = Counter(beeld.velden[naam] for beeld in alle if beeld.velden[naam])
        alle = [_zonder(beeld, naam) if aantallen[beeld.velden[naam]] > 1 else beeld for beeld in alle]
    return tuple(alle)


def ingekort(tekst: str, hoogstens: int) -> str:
    """A text on one line of at most so many characters, broken off after a whole sentence or else a whole word."""
    tekst = " ".join(tekst.split())
    if len(tekst) <= hoogstens:
        return tekst
    begin = tekst[: hoogstens - 1]
    zin = begin.rfind(". ")
    return begin[: zin + 1] if zin > hoogstens // 2 else begin.rsplit(" ", 1)[0] + "…"


def _zonder(beeld: Verbandbeeld, naam: str) -> Verbandbeeld:
    opmerking = f"Het {naam.upper()}-nummer {beeld.velden[naam]} staat bij meer regelingen en is niet overgenomen."
    return replace(beeld, velden={**beeld.velden, naam: ""}, opmerkingen=(*beeld.opmerkingen, opmerking))


def _beeld(regeling: Regeling) -> Verbandbeeld:
    deelnames = _deelnames(regeling.deelnemers)
    return Verbandbeeld(
        velden=_velden(regeling, deelnames),
        deelnames=deelnames,
        verwijzingen=_verwijzingen(regeling),
        versies=tuple(Versiebeeld(v.systeem_id, v.titel, v.in_werking, v.uit_werking) for v in regeling.versies),
        korte_naam=regeling.afkorting,
        roo_regeling=regeling.systeem_id,
        roo_organisatie=regeling.orgaan_id,
        roo_gewijzigd_op=regeling.gewijzigd_op,
        roo_geverifieerd_op=regeling.geverifieerd_op,
        opmerkingen=regeling.opmerkingen,
    )


def _velden(regeling: Regeling, deelnames: Iterable[Deelnamebeeld]) -> dict[str, Waarde]:
    gegeven = {naam.lower() for naam in regeling.bevoegdheden}
    return {
        "naam": regeling.korte_naam,
        "vorm": regeling.vorm,
        "vestigingsplaats": regeling.vestigingsplaats,
        "bezoekadres": str(regeling.bezoekadres or ""),
        "website": regeling.website,
        "kvk": regeling.kvk,
        "rsin": regeling.rsin,
        "oin": regeling.oin,
        "tooi": regeling.tooi,
        "sinds": regeling.oprichting,
        "tekst_van": regeling.in_werking,
        "doel": ingekort(regeling.doel, DOEL_TEKENS_MAX),
        "bevoegdheden": tuple(naam for naam in BEVOEGDHEDEN if naam in gegeven),
        "wgr_hoofdstuk": _wgr_hoofdstuk({deelname.soort for deelname in deelnames}),
    }


def _wgr_hoofdstuk(soorten: set[str]) -> str:
    if "provincie" in soorten:
        return "IV"
    return "anders" if soorten & {"waterschap", "rijk"} else "I"


def _deelnames(deelnemers: Iterable[Deelnemer]) -> tuple[Deelnamebeeld, ...]:
    """One row per participant and period; periods of one participant that touch are taken together."""
    per_deelnemer: dict[str, list[Deelnamebeeld]] = {}
    for deelnemer in deelnemers:
        deelname = _deelname(deelnemer)
        if not (deelname.van and deelname.tot and deelname.tot <= deelname.van):
            per_deelnemer.setdefault(deelname.sleutel, []).append(deelname)
    return tuple(deelname for groep in per_deelnemer.values() for deelname in _samengevoegd(groep))


def _deelname(deelnemer: Deelnemer) -> Deelnamebeeld:
    return Deelnamebeeld(
        naam=deelnemer.naam,
        soort=SOORTEN.get(deelnemer.soort, "overig"),
        tooi=deelnemer.tooi,
        van=deelnemer.toegetreden_op,
        tot=deelnemer.uitgetreden_op,
        organen=tuple(dict.fromkeys(ORGANEN.get(orgaan.lower(), "anders") for orgaan in deelnemer.organen)),
        kostenaandeel=_procent(deelnemer.verdeelsleutel),
    )


def _procent(aandeel: Decimal | None) -> Decimal | None:
    if aandeel is None or aandeel > 100:
        return None
    return aandeel.quantize(_DUIZENDSTE, ROUND_HALF_UP)


def _samengevoegd(groep: list[Deelnamebeeld]) -> list[Deelnamebeeld]:
    klaar: list[Deelnamebeeld] = []
    for deelname in sorted(groep, key=lambda d: d.van or date.min):
        vorige = klaar[-1] if klaar else None
        if vorige and (vorige.tot is None or (deelname.van or date.min) < vorige.tot):
            klaar[-1] = _een(vorige, deelname)
        else:
            klaar.append(deelname)
    return klaar


def _een(eerste: Deelnamebeeld, tweede: Deelnamebeeld) -> Deelnamebeeld:
    return replace(
        eerste,
        tot=max(eerste.tot, tweede.tot) if eerste.tot and tweede.tot else None,
        organen=tuple(dict.fromkeys((*eerste.organen, *tweede.organen))),
        kostenaandeel=tweede.kostenaandeel if eerste.kostenaandeel is None else eerste.kostenaandeel,
    )


def _verwijzingen(regeling: Regeling) -> tuple[Verwijzingbeeld, ...]:
    teksten = [
        Verwijzingbeeld("regeling", "Tekst van de regeling" + (f" ({nummer})" if nummer > 1 else ""), url)
        for nummer, url in enumerate(regeling.documenten, 1)
    ]
    gronden = [Verwijzingbeeld("grondslag", grond.opschrift, grond.url) for grond in regeling.grondslagen if grond.url]
    return tuple(
        {(verwijzing.soort, verwijzing.url): verwijzing for verwijzing in reversed(teksten + gronden)}.values()
    )[::-1]
