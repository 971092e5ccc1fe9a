"""Taking over one proposal: the portal must still say what the proposal started from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q

from verbanden.handelingen.verbanden import wissel_fase
from verbanden.models import (
    Deelname,
    Levensfase,
    Regelingversie,
    Samenwerkingsverband,
    Verwijzing,
    Voorstel,
)
from verbanden.models.keuzes import VOLGENDE_FASEN
from verbanden.register import teksten
from verbanden.register.bron import Bron
from verbanden.register.portaal import lees_portaal
from verbanden.register.vullen import bewaar, maak_verband, voeg_deelname_toe, voeg_rij_toe, zet
from verbanden.roo.beeld import Deelnamebeeld
from verbanden.roo.vergelijking import stand, zoek_deelnemer


def maak_nieuw(voorstel: Voorstel, *, bron: Bron) -> Samenwerkingsverband:
    """Make the partnership that a proposal brings, unless it came in some other way since."""
    gegevens = voorstel.waarde["register"]
    velden = gegevens["velden"]
    zelfde = Q(roo_regeling__in=[gegevens["roo_regeling"], *(versie["roo_regeling"] for versie in gegevens["versies"])])
    for veld in ("kvk", "tooi"):
        zelfde |= Q(**{veld: velden[veld]}) if velden[veld] else Q()
    bestaand = Samenwerkingsverband.objects.filter(zelfde).first()
    if bestaand:
        raise ValidationError(f"Dit verband staat al in het portaal, als '{bestaand.naam}'.")
    return maak_verband(gegevens, bron=bron)


def neem_over(voorstel: Voorstel, verband: Samenwerkingsverband, *, bron: Bron) -> None:
    """Do what a proposal about a partnership says. `verband` is locked."""
    _controleer_nu(voorstel, verband)
    _OVERNEMEN[voorstel.soort](voorstel, verband, bron)


def _controleer_nu(voorstel: Voorstel, verband: Samenwerkingsverband) -> None:
    if verband.levensfase == Levensfase.BEEINDIGD:
        raise ValidationError("Dit verband is beëindigd. Wijs het voorstel af.")
    portaal = lees_portaal([verband.id])[0]
    nu = stand(portaal, voorstel.soort, voorstel.sleutel, _wie(voorstel))
    if nu != voorstel.waarde["nu"]:
        tekst = teksten.tekst(voorstel.soort, voorstel.sleutel, nu) or "niets"
        raise ValidationError(
            f"Intussen staat in het portaal: {tekst}. Er is niets overgenomen. "
            "Pas het gegeven zelf aan, of wacht tot het register opnieuw is gelezen."
        )


def _wie(voorstel: Voorstel) -> Deelnamebeeld | None:
    wie = voorstel.waarde.get("wie")
    return Deelnamebeeld(wie["naam"], wie["soort"], wie["tooi"]) if wie else None


def _veld(voorstel: Voorstel, verband: Samenwerkingsverband, bron: Bron) -> None:
    zet(verband, {voorstel.sleutel: voorstel.waarde["register"]})
    bewaar(bron, verband, voorstel.omschrijving)


def _deelnemer(voorstel: Voorstel, verband: Samenwerkingsverband, bron: Bron) -> None:
    veld = voorstel.sleutel.rsplit(":", 1)[-1]
    waarde = voorstel.waarde["register"]
    rij = _deelname(verband, _wie(voorstel))
    if rij is None:
        voeg_deelname_toe(verband, waarde, bron=bron)
    else:
        zet(rij, {veld: waarde})
        bewaar(bron, rij, voorstel.omschrijving)


def _deelname(verband: Samenwerkingsverband, wie: Deelnamebeeld | None) -> Deelname | None:
    rijen = Deelname.objects.filter(verband=verband).select_related("organisatie").order_by("id")
    paren = [(Deelnamebeeld(r.organisatie.naam, r.organisatie.soort, r.organisatie.tooi, r.van), r) for r in rijen]
    eigen = zoek_deelnemer([beeld for beeld, _ in paren], wie) if wie else None
    return next((rij for beeld, rij in paren if beeld is eigen), None)


def _verwijzing(voorstel: Voorstel, verband: Samenwerkingsverband, bron: Bron) -> None:
    voeg_rij_toe(verband, Verwijzing, voorstel.waarde["register"], bron=bron)


def _versie(voorstel: Voorstel, verband: Samenwerkingsverband, bron: Bron) -> None:
    waarde = voorstel.waarde["register"]
    rij = Regelingversie.objects.filter(verband=verband, roo_regeling=voorstel.sleutel).first()
    if rij is None:
        voeg_rij_toe(verband, Regelingversie, waarde, bron=bron)
    else:
        zet(rij, waarde)
        bewaar(bron, rij, voorstel.omschrijving)


def _beeindigd(voorstel: Voorstel, verband: Samenwerkingsverband, bron: Bron) -> None:
    einde = date.fromisoformat(voorstel.waarde["register"])
    for fase in _weg_naar_einde(Levensfase(verband.levensfase)):
        verband.refresh_from_db()
        wissel_fase(
            verband=verband,
            versie=verband.versie,
            fase=fase,
            door=bron.door,  # type: ignore[arg-type]  # a proposal is always accepted by somebody
            op=bron.op,
            beeindigd_op=einde if fase is Levensfase.BEEINDIGD else None,
            reden=bron.reden,
        )


def _weg_naar_einde(fase: Levensfase) -> list[Levensfase]:
    """The phases from here to the end: at once where the table allows it, else through one in between."""
    if Levensfase.BEEINDIGD in VOLGENDE_FASEN[fase]:
        return [Levensfase.BEEINDIGD]
    return [next(v for v in VOLGENDE_FASEN[fase] if Levensfase.BEEINDIGD in VOLGENDE_FASEN[v]), Levensfase.BEEINDIGD]


_OVERNEMEN: dict[str, Callable[[Voorstel, Samenwerkingsverband, Bron], None]] = {
    Voorstel.Soort.VELD: _veld,
    Voorstel.Soort.DEELNEMER: _deelnemer,
    Voorstel.Soort.VERWIJZING: _verwijzing,
    Voorstel.Soort.VERSIE: _versie,
    Voorstel.Soort.BEEINDIGD: _beeindigd,
}
