"""What the register says differently from the portal, field by field. Pure: two images in, differences out.

Where the register is silent it proposes nothing: silence is no statement, and the portal may know more.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from verbanden.roo.beeld import (
    DEELNAMEVELDEN,
    VELDEN,
    Deelnamebeeld,
    Verbandbeeld,
    Versiebeeld,
    Verwijzingbeeld,
    Waarde,
    als_json,
)

# The register enters centrumregelingen as 'regeling zonder meer', so the one does not contradict the other.
_ZELFDE_VORM = {"centrumregeling", "regeling_zonder_meer"}
_LEEG: tuple[Any, ...] = (None, "", ())


@dataclass(frozen=True, slots=True)
class Verschil:
    """One thing that differs. `nu` and `register` are JSON values, None where that side has nothing.

    `soort` and `sleutel` say what it is about: ('veld', 'website'), ('deelnemer', 'gm0556:organen'), ('verwijzing',
    hash of its address), ('versie', number), ('nieuw', number of the first version) or ('beeindigd', 'register').
    `kenmerk` is the statement of the register by which a rejected proposal is known again. `wie` is the participant.
    """

    soort: str
    sleutel: str
    nu: Any
    register: Any
    kenmerk: Any
    wie: Deelnamebeeld | None = None


@dataclass(frozen=True, slots=True)
class Koppeling:
    """Which side belongs to which: pairs (portal, register), new in the register, and gone from it."""

    paren: tuple[tuple[Verbandbeeld, Verbandbeeld], ...]
    nieuw: tuple[Verbandbeeld, ...]
    weg: tuple[Verbandbeeld, ...]


def koppel(portaal: Sequence[Verbandbeeld], register: Sequence[Verbandbeeld]) -> Koppeling:
    """Match by the register's own numbers (any version of the regeling, then the organisation), then KVK and TOOI."""
    over = {beeld.nummer: beeld for beeld in portaal}
    gevonden: dict[int, Verbandbeeld] = {}
    for zelfde in (_zelfde_regeling, _zelfde_organisatie, _zelfde_kvk, _zelfde_tooi):
        for plek, beeld in enumerate(register):
            eigen = next((p for p in over.values() if plek not in gevonden and zelfde(p, beeld)), None)
            if eigen is not None:
                gevonden[plek] = over.pop(eigen.nummer)
    return Koppeling(
        paren=tuple((gevonden[plek], beeld) for plek, beeld in enumerate(register) if plek in gevonden),
        nieuw=tuple(beeld for plek, beeld in enumerate(register) if plek not in gevonden),
        weg=tuple(beeld for beeld in over.values() if beeld.roo_regeling and not beeld.beeindigd),
    )


def nieuw(beeld: Verbandbeeld) -> Verschil:
    """A partnership that the portal does not have."""
    return Verschil("nieuw", beeld.oorsprong, None, als_json(beeld), beeld.roo_regeling)


def weg(portaal: Verbandbeeld, dag: date) -> Verschil:
    """A partnership that the register no longer has; it ended when its text did, or else before `dag`."""
    einden = (versie.uit_werking for versie in portaal.versies if versie.roo_regeling == portaal.roo_regeling)
    einde = next((einde for einde in einden if einde and einde <= dag), dag)
    return Verschil("beeindigd", "register", None, als_json(einde), portaal.roo_regeling)


def verschillen(portaal: Verbandbeeld, register: Verbandbeeld, dag: date) -> tuple[Verschil, ...]:
    """All differences between the portal and the register on a day; an ended partnership is left in peace."""
    if portaal.beeindigd:
        return ()
    return (
        *_velden(portaal, register),
        *_deelnemers(portaal, register, dag),
        *_verwijzingen(portaal, register),
        *_versies(portaal, register),
    )


def stand(portaal: Verbandbeeld, soort: str, sleutel: str, wie: Deelnamebeeld | None = None) -> Any:
    """The portal's value that a difference is about, as JSON: what `Verschil.nu` said when it was found."""
    if soort == "veld":
        return als_json(portaal.velden[sleutel])
    if soort == "deelnemer" and wie is not None:
        eigen = zoek_deelnemer(portaal.deelnames, wie)
        veld = sleutel.rsplit(":", 1)[-1]
        return als_json(eigen if eigen is None or veld == "deelname" else getattr(eigen, veld))
    if soort == "verwijzing":
        return als_json(next((v for v in portaal.verwijzingen if verwijzing_sleutel(v) == sleutel), None))
    if soort == "versie":
        return als_json(next((v for v in portaal.versies if v.roo_regeling == sleutel), None))
    return None


def zoek_deelnemer(deelnames: Iterable[Deelnamebeeld], wie: Deelnamebeeld) -> Deelnamebeeld | None:
    """The last participation of the same organisation: by TOOI, or by name where one of both has none."""
    zelfde = [deelname for deelname in deelnames if _zelfde_deelnemer(deelname, wie)]
    return max(zelfde, key=lambda deelname: deelname.van or date.min, default=None)


def verwijzing_sleutel(verwijzing: Verwijzingbeeld) -> str:
    """A link is known by its address, apart from capitals and a slash at the end."""
    return sha256(_adres(verwijzing.url).encode()).hexdigest()[:32]


def _zelfde_deelnemer(een: Deelnamebeeld, ander: Deelnamebeeld) -> bool:
    if een.tooi and ander.tooi:
        return een.tooi == ander.tooi
    return een.naam.casefold() == ander.naam.casefold()


def _zelfde_regeling(portaal: Verbandbeeld, register: Verbandbeeld) -> bool:
    return bool(portaal.roo_regeling) and portaal.roo_regeling in register.keten


def _zelfde_organisatie(portaal: Verbandbeeld, register: Verbandbeeld) -> bool:
    return bool(portaal.roo_organisatie) and portaal.roo_organisatie == register.roo_organisatie


def _zelfde_kvk(portaal: Verbandbeeld, register: Verbandbeeld) -> bool:
    return bool(portaal.velden["kvk"]) and portaal.velden["kvk"] == register.velden["kvk"]


def _zelfde_tooi(portaal: Verbandbeeld, register: Verbandbeeld) -> bool:
    return bool(portaal.velden["tooi"]) and portaal.velden["tooi"] == register.velden["tooi"]


def _velden(portaal: Verbandbeeld, register: Verbandbeeld) -> Iterator[Verschil]:
    for veld in VELDEN:
        nieuw = register.velden[veld]
        if nieuw in _LEEG or _gelijk(veld, portaal.velden[veld], nieuw):
            continue
        if veld == "naam" and portaal.korte_naam.casefold() == register.naam.casefold():
            continue
        waarde = als_json(nieuw)
        yield Verschil("veld", veld, als_json(portaal.velden[veld]), waarde, waarde)


def _gelijk(veld: str, nu: Waarde, nieuw: Waarde) -> bool:
    if veld == "vorm":
        return nu == nieuw or {nu, nieuw} == _ZELFDE_VORM
    if isinstance(nieuw, tuple):
        return isinstance(nu, tuple) and set(nu) == set(nieuw)
    if isinstance(nieuw, str) and isinstance(nu, str):
        return _VORMEN.get(veld, _regel)(nu) == _VORMEN.get(veld, _regel)(nieuw)
    return nu == nieuw


def _regel(tekst: str) -> str:
    return " ".join(tekst.split())


def _adres(tekst: str) -> str:
    return tekst.strip().rstrip("/").lower()


_VORMEN: dict[str, Callable[[str], str]] = {"website": _adres, "naam": lambda tekst: _regel(tekst).casefold()}


def _deelnemers(portaal: Verbandbeeld, register: Verbandbeeld, dag: date) -> Iterator[Verschil]:
    for deelname in _laatste(register.deelnames):
        eigen = zoek_deelnemer(portaal.deelnames, deelname)
        if eigen is not None:
            yield from _deelname(eigen, deelname, dag)
        elif deelname.tot is None or deelname.tot > dag:
            waarde = als_json(deelname)
            yield Verschil("deelnemer", f"{deelname.sleutel}:deelname", None, waarde, waarde, deelname)
    for eigen in _laatste(portaal.deelnames):
        lopend = (eigen.van is None or eigen.van <= dag) and (eigen.tot is None or eigen.tot > dag)
        if lopend and zoek_deelnemer(register.deelnames, eigen) is None:
            yield _vertrokken(eigen, register, dag)


def _laatste(deelnames: Sequence[Deelnamebeeld]) -> list[Deelnamebeeld]:
    """The last participation of each participant."""
    return [deelname for deelname in deelnames if zoek_deelnemer(deelnames, deelname) is deelname]


def _deelname(eigen: Deelnamebeeld, register: Deelnamebeeld, dag: date) -> Iterator[Verschil]:
    for veld in DEELNAMEVELDEN:
        nu, nieuw = getattr(eigen, veld), getattr(register, veld)
        heropend = veld == "tot" and nieuw is None and nu is not None and nu <= dag
        if (nieuw in _LEEG and not heropend) or _gelijk(veld, nu, nieuw):
            continue
        waarde = als_json(nieuw)
        yield Verschil("deelnemer", f"{register.sleutel}:{veld}", als_json(nu), waarde, waarde, register)


def _vertrokken(eigen: Deelnamebeeld, register: Verbandbeeld, dag: date) -> Verschil:
    begin = register.velden["tekst_van"]
    einde = begin if isinstance(begin, date) and (eigen.van or date.min) < begin <= dag else dag
    kenmerk = f"weg uit {register.roo_regeling}"
    return Verschil("deelnemer", f"{eigen.sleutel}:tot", als_json(eigen.tot), als_json(einde), kenmerk, eigen)


def _verwijzingen(portaal: Verbandbeeld, register: Verbandbeeld) -> Iterator[Verschil]:
    bekend = {verwijzing_sleutel(verwijzing) for verwijzing in portaal.verwijzingen}
    for verwijzing in register.verwijzingen:
        sleutel = verwijzing_sleutel(verwijzing)
        if sleutel not in bekend:
            bekend.add(sleutel)
            yield Verschil("verwijzing", sleutel, None, als_json(verwijzing), verwijzing.url)


def _versies(portaal: Verbandbeeld, register: Verbandbeeld) -> Iterator[Verschil]:
    bekend = {versie.roo_regeling: versie for versie in portaal.versies}
    for versie in register.versies:
        eigen = bekend.get(versie.roo_regeling)
        nieuw = _aangevuld(versie, eigen)
        if nieuw != eigen:
            waarde = als_json(nieuw)
            yield Verschil("versie", versie.roo_regeling, als_json(eigen), waarde, waarde)


def _aangevuld(versie: Versiebeeld, eigen: Versiebeeld | None) -> Versiebeeld:
    if eigen is None:
        return versie
    return replace(
        versie,
        in_werking=versie.in_werking or eigen.in_werking,
        uit_werking=versie.uit_werking or eigen.uit_werking,
    )
