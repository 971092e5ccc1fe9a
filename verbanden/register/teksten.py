"""A difference in words: what it is about, what the portal says and what the register says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db import models

from samenwerkingswijzer import opmaak
from verbanden import weergave
from verbanden.models import Deelname, Regelingversie, Samenwerkingsverband, Verwijzing, Vorm
from verbanden.roo.vergelijking import Verschil

GETOOND = 5  # names of participants of a new partnership
LOOPT = "loopt nog"
BEEINDIGD = "Staat in het register niet meer bij onze gemeente. Overnemen beëindigt het verband per {dag}."


def omschrijving(verschil: Verschil) -> str:
    """What the proposal is about, such as 'Website' or 'Gemeente Maassluis: organen die meedoen'."""
    if verschil.soort == "veld":
        return weergave.label(_veld(Samenwerkingsverband, verschil.sleutel))
    if verschil.soort == "deelnemer" and verschil.wie:
        return _deelnemer(verschil.sleutel.rsplit(":", 1)[-1], verschil.wie.naam)
    if verschil.soort == "verwijzing":
        return str(Verwijzing.Soort(verschil.register["soort"]).label)
    if verschil.soort == "nieuw":
        return str(verschil.register["velden"]["naam"])
    return "Versie van de regeling" if verschil.soort == "versie" else "Levensfase"


def tekst(soort: str, sleutel: str, waarde: Any) -> str:
    """A JSON value of a difference as people read it; '' when there is none."""
    if soort == "deelnemer":
        return _deelname_tekst(sleutel.rsplit(":", 1)[-1], waarde)
    if waarde in weergave.LEEG:
        return LOOPT if soort == "beeindigd" else ""
    if soort == "veld":
        return _in_woorden(Samenwerkingsverband, sleutel, waarde)
    return _TEKSTEN[soort](waarde)


def _deelnemer(veld: str, naam: str) -> str:
    if veld == "deelname":
        return f"Deelnemer {naam}"
    return f"{naam}: {_veld(Deelname, veld).verbose_name}"


def _deelname_tekst(veld: str, waarde: Any) -> str:
    if veld == "deelname":
        return _deelname(waarde) if waarde else "doet niet mee"
    if veld == "tot" and waarde is None:
        return "doet nog mee"
    return _in_woorden(Deelname, veld, waarde)


def _deelname(waarde: Mapping[str, Any]) -> str:
    van = _in_woorden(Deelname, "van", waarde["van"])
    organen = _in_woorden(Deelname, "organen", waarde["organen"])
    aandeel = _in_woorden(Deelname, "kostenaandeel", waarde["kostenaandeel"])
    delen = ["doet mee"]
    delen += [f"sinds {van}"] if van else []
    delen += [f"met {organen[0].lower()}{organen[1:]}"] if organen else []
    delen += [f"en betaalt {aandeel} van de kosten"] if aandeel else []
    return " ".join(delen)


def _verwijzing(waarde: Mapping[str, Any]) -> str:
    return f"{waarde['titel']}: {waarde['url']}"


def _versie(waarde: Mapping[str, Any]) -> str:
    begin = _in_woorden(Regelingversie, "in_werking", waarde["in_werking"])
    einde = _in_woorden(Regelingversie, "uit_werking", waarde["uit_werking"])
    delen = [waarde["titel"]]
    delen += [f"in werking op {begin}"] if begin else []
    delen += [f"uit werking op {einde}"] if einde else []
    return ", ".join(delen)


def _nieuw(waarde: Mapping[str, Any]) -> str:
    velden = waarde["velden"]
    sinds = _in_woorden(Samenwerkingsverband, "sinds", velden["sinds"])
    delen = [str(Vorm(velden["vorm"]).label)]
    delen += [f"in {velden['vestigingsplaats']}"] if velden["vestigingsplaats"] else []
    delen += [f"sinds {sinds}"] if sinds else []
    return f"{' '.join(delen)}, met {_wie([deelname['naam'] for deelname in waarde['deelnames']])}"


def _wie(namen: list[str]) -> str:
    getoond = ", ".join(namen[:GETOOND])
    rest = f" en {len(namen) - GETOOND} andere" if len(namen) > GETOOND else ""
    return f"{len(namen)} deelnemer{'' if len(namen) == 1 else 's'}: {getoond}{rest}"


def _beeindigd(waarde: str) -> str:
    return BEEINDIGD.format(dag=_in_woorden(Samenwerkingsverband, "beeindigd_op", waarde))


def _in_woorden(model: type[models.Model], naam: str, waarde: Any) -> str:
    veld = _veld(model, naam)
    if isinstance(veld, models.DecimalField) and waarde is not None:
        return opmaak.procent(veld.to_python(waarde), 3).replace(",000%", "%")
    return weergave.tekst(veld, veld.to_python(waarde))


def _veld(model: type[models.Model], naam: str) -> models.Field[Any, Any]:
    veld = model._meta.get_field(naam)
    if not isinstance(veld, models.Field):
        raise TypeError(f"{naam} is no column of {model.__name__}")
    return veld


_TEKSTEN: dict[str, Callable[[Any], str]] = {
    "verwijzing": _verwijzing,
    "versie": _versie,
    "nieuw": _nieuw,
    "beeindigd": _beeindigd,
}
