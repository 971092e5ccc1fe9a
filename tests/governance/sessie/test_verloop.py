"""A session from preparation to what is in force: every step, by whom, and what each role may not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from governance.handelingen import sessiebesluiten, sessies
from governance.handelingen.scores import ScorenGesloten
from governance.handelingen.sessiebesluiten import Uitkomst, Vraagstuk
from governance.models import VOLGENDE_SESSIESTATUS, Keuzevraagstuk, Sessie, Sessiestatus, Sessieverband
from governance.models.score import Score
from governance.sessie import besluit, lezen
from governance.sessie.beeld import lees_sessie
from governance.sessie.voortgang import kenmerk, voortgang
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_accounthouder, maak_belangrijkheid, maak_gebruiker, maak_verband
from tests.governance.sessie.opzet import PDF, STRAKS, Zaal, zaal
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.models import Belangrijkheid, Klasse

pytestmark = pytest.mark.django_db
NU_KIJKEN = Peildatum(VANDAAG)
S = Sessiestatus


def _wijzig(z: Zaal, wie: Any) -> None:
    sessies.wijzig(sessie=z.sessie, waarden={"toon_vorig": False}, versie=z.nu().versie, door=wie, op=NU)


def _stel_voor(z: Zaal, wie: Any) -> None:
    waarden = {"voorstel_klasse": Klasse.POLITIEK}
    sessies.stel_voor(sessieverband=z.rij(), waarden=waarden, versie=z.rij().versie, door=wie, op=NU)


def _leg_vast(z: Zaal, wie: Any) -> None:
    uitkomst = Uitkomst(klasse=Klasse.BESTUURLIJK, mandaat="Binnen de begroting.")
    sessiebesluiten.leg_uitkomst_vast(
        sessieverband=z.rij(), uitkomst=uitkomst, versie=z.rij().versie, door=wie, op=STRAKS
    )


def _zonder(z: Zaal, wie: Any) -> None:
    maak_belangrijkheid(z.rij().verband, datum=VANDAAG.replace(year=2025))
    sessiebesluiten.zonder_bespreking(sessie=z.sessie, sessieverbanden=[z.rij()], door=wie, op=STRAKS)


def _stel_vast(z: Zaal, wie: Any) -> None:
    sessiebesluiten.stel_vast(sessie=z.sessie, gegevens={}, pdf=PDF, door=wie, op=STRAKS)


# Each act with who may do it and in which states.
HANDELINGEN: dict[str, tuple[Callable[[Zaal, Any], object], set[str], set[Sessiestatus]]] = {
    "wijzig": (_wijzig, {"griffie"}, {S.VOORBEREIDING}),
    "deelnemers": (
        lambda z, wie: sessies.voeg_deelnemers_toe(
            sessie=z.sessie, gebruikers=[maak_gebruiker(Rol.COLLEGE)], door=wie, op=NU
        ),
        {"griffie"},
        {S.VOORBEREIDING, S.SCOREN},
    ),
    "verwijder": (
        lambda z, wie: sessies.verwijder_deelnemer(deelnemer=z.deelnemer(z.raad[3]), telt_mee=True, door=wie, op=NU),
        {"griffie"},
        {S.VOORBEREIDING, S.SCOREN, S.BESPREKEN},
    ),
    "verbanden": (
        lambda z, wie: sessies.voeg_verbanden_toe(sessie=z.sessie, verbanden=[maak_verband()], door=wie, op=NU),
        {"griffie"},
        {S.VOORBEREIDING},
    ),
    "haal weg": (
        lambda z, wie: sessies.haal_verband_weg(sessieverband=z.rij(1), door=wie, op=NU),
        {"griffie"},
        {S.VOORBEREIDING},
    ),
    "stel voor": (_stel_voor, {"griffie"}, {S.VOORBEREIDING}),
    "voorzitter": (
        lambda z, wie: sessies.vervang_voorzitter(sessie=z.sessie, voorzitter=z.raad[1], door=wie, op=NU),
        {"griffie"},
        {S.VOORBEREIDING, S.SCOREN, S.BESPREKEN},
    ),
    "open": (lambda z, wie: sessies.stel_open(sessie=z.sessie, door=wie, op=NU), {"griffie"}, {S.VOORBEREIDING}),
    "breek af": (
        lambda z, wie: sessies.breek_af(sessie=z.sessie, waarom="Verzet.", door=wie, op=STRAKS),
        {"griffie"},
        {S.VOORBEREIDING, S.SCOREN, S.BESPREKEN},
    ),
    "scoor": (lambda z, wie: z.scoor(wie, Klasse.AMBTELIJK), {"voorzitter", "deelnemer", "college"}, {S.SCOREN}),
    "sluit": (
        lambda z, wie: sessies.sluit(sessie=z.sessie, door=wie, op=STRAKS),
        {"griffie", "voorzitter"},
        {S.SCOREN},
    ),
    "leg vast": (_leg_vast, {"griffie", "voorzitter"}, {S.BESPREKEN}),
    "zonder bespreking": (_zonder, {"griffie", "voorzitter"}, {S.BESPREKEN}),
    "vraagstukken": (
        lambda z, wie: sessiebesluiten.schrijf_vraagstukken(
            sessieverband=z.rij(), vraagstukken=[Vraagstuk("Wat kiezen wij?")], door=wie, op=NU
        ),
        {"griffie", "voorzitter"},
        {S.VOORBEREIDING, S.BESPREKEN},
    ),
}
ROLLEN = ("griffie", "voorzitter", "deelnemer", "college", "buiten", "accounthouder", "controller", "beheerder")


def _wie(z: Zaal, rol: str) -> Any:
    if rol in ("accounthouder", "controller", "beheerder"):
        return maak_gebruiker(Rol(rol))
    binnen = {"griffie": z.tweede, "voorzitter": z.voorzitter, "deelnemer": z.raad[2], "college": z.college[0]}
    return binnen.get(rol) or maak_gebruiker(Rol.RAADSLID)


def _uitkomst(z: Zaal, naam: str, rol: str) -> str:
    """What happens when somebody tries an act: done, forbidden or refused; afterwards all is as it was."""
    voor = Gebeurtenis.objects.count()
    try:
        with transaction.atomic():
            HANDELINGEN[naam][0](z, _wie(z, rol))
            transaction.set_rollback(True)
    except PermissionDenied:
        return "verboden"
    except ValidationError:
        return "geweigerd"
    assert Gebeurtenis.objects.count() == voor
    return "gedaan"


def _hoort(naam: str, rol: str, status: Sessiestatus) -> set[str]:
    """What may happen; without the right it does not matter whether the state would allow it."""
    _, mogen, standen = HANDELINGEN[naam]
    # Editing the register is a right of its own: whoever has it may propose.
    mag = rol in mogen or (naam == "stel voor" and rol in ("controller", "beheerder"))
    if mag:
        return {"gedaan"} if status in standen else {"geweigerd"}
    return {"verboden"} if status in standen else {"verboden", "geweigerd"}


@pytest.mark.parametrize("status", S)
def test_elke_handeling_in_elke_stand_door_elke_rol(status: Sessiestatus) -> None:
    z = zaal().tot(status)
    paren = [(naam, rol) for naam in HANDELINGEN for rol in ROLLEN]
    gedaan = {paar: _uitkomst(z, *paar) for paar in paren}
    assert {paar: uit for paar, uit in gedaan.items() if uit not in _hoort(*paar, status)} == {}
    assert z.nu().status == status


def test_de_tabel_van_stappen_gaat_een_kant_op() -> None:
    assert list(VOLGENDE_SESSIESTATUS.values()) == [
        {S.SCOREN, S.AFGEBROKEN},
        {S.BESPREKEN, S.AFGEBROKEN},
        {S.VASTGESTELD, S.AFGEBROKEN},
        set(),
        set(),
    ]


@pytest.mark.parametrize("openbaarheid", Sessie.Openbaarheid.values)
@pytest.mark.parametrize("stand", [S.SCOREN, S.BESPREKEN])
def test_afbreken_vernietigt_de_scores_en_maakt_plaats(openbaarheid: str, stand: Sessiestatus) -> None:
    z = zaal(openbaarheid).open()
    z.scoor_allen()
    if stand is S.BESPREKEN:
        z.sluit()
    z.breek_af()
    assert not Score.objects.exists()
    assert not Belangrijkheid.objects.exists()
    assert lezen.uitslag(z.sessie.pk, NU_KIJKEN) is None
    opnieuw = sessies.bereid_voor(jaar=2026, datum=VANDAAG, vergadering="Raad", door=z.griffier, op=STRAKS)
    assert opnieuw.status == S.VOORBEREIDING


def test_zonder_reden_wordt_niets_afgebroken() -> None:
    z = zaal().open()
    with pytest.raises(ValidationError, match="Schrijf op waarom"):
        sessies.breek_af(sessie=z.sessie, waarom=" ", door=z.griffier, op=STRAKS)


def test_openen_kan_niet_op_een_dag_met_een_besluit() -> None:
    z = zaal()
    maak_belangrijkheid(z.rij().verband, datum=VANDAAG)
    with pytest.raises(ValidationError, match=f"Van {z.rij().verband.naam} is op de dag van de sessie al een klasse"):
        z.open()


@pytest.mark.parametrize("fractie", ["College", "raad", "Zonder fractie"])
def test_een_fractie_heet_niet_als_een_andere_groep(fractie: str) -> None:
    z = zaal()
    wie = maak_gebruiker(Rol.RAADSLID, fractie=fractie)
    with pytest.raises(ValidationError, match=f"een fractie kan niet '{fractie}' heten"):
        sessies.voeg_deelnemers_toe(sessie=z.sessie, gebruikers=[wie], door=z.griffier, op=NU)


@pytest.mark.parametrize("voorstel", ["", Klasse.AMBTELIJK])
def test_zonder_bespreking_blijven_onderwerpen_en_daarnaast(voorstel: str) -> None:
    z = zaal()
    maak_belangrijkheid(
        z.rij().verband, datum=VANDAAG.replace(year=2025), klasse=Klasse.POLITIEK,
        ook=[Klasse.BESTUURLIJK], onderwerpen=["Wachttijd", "Vervoer"],
    )  # fmt: skip
    if voorstel:
        waarden = {"voorstel_klasse": voorstel, "voorstel_toelichting": "Het loopt vanzelf."}
        sessies.stel_voor(sessieverband=z.rij(), waarden=waarden, versie=z.rij().versie, door=z.griffier, op=NU)
    z.open().sluit()
    sessiebesluiten.zonder_bespreking(sessie=z.sessie, sessieverbanden=[z.rij()], door=z.griffier, op=STRAKS)
    vragen = Keuzevraagstuk.objects.filter(sessieverband=z.rij()).values_list("vraag", flat=True)
    assert (list(vragen), z.rij().ook) == (["Wachttijd", "Vervoer"], [Klasse.BESTUURLIJK])
    assert (z.rij().klasse, z.rij().reden) == ((voorstel, "Het loopt vanzelf.") if voorstel else (Klasse.POLITIEK, ""))


def test_openen_zegt_alles_wat_er_mist() -> None:
    griffier = maak_gebruiker(Rol.GRIFFIE)
    sessie = sessies.bereid_voor(jaar=2026, datum=VANDAAG, vergadering="Raad", door=griffier, op=NU)
    with pytest.raises(ValidationError) as fout:
        sessies.stel_open(sessie=sessie, door=griffier, op=NU)
    assert len(fout.value.messages) == 4


def test_samenvatten_vraagt_drie_deelnemers() -> None:
    z = zaal()
    for wie in [*z.raad[1:], *z.college[1:]]:
        sessies.verwijder_deelnemer(deelnemer=z.deelnemer(wie), telt_mee=False, door=z.griffier, op=NU)
    with pytest.raises(ValidationError, match="3 deelnemers"):
        z.open()


def test_de_accounthouder_stelt_voor_bij_het_eigen_verband() -> None:
    z = zaal()
    wie = maak_gebruiker(Rol.ACCOUNTHOUDER)
    maak_accounthouder(z.rij().verband, wie)
    _stel_voor(z, wie)
    assert z.rij().voorstel_klasse == Klasse.POLITIEK


def test_alleen_raad_en_college_doen_mee() -> None:
    z = zaal()
    with pytest.raises(ValidationError, match="alleen raadsleden"):
        sessies.voeg_deelnemers_toe(
            sessie=z.sessie, gebruikers=[maak_gebruiker(Rol.CONTROLLER)], door=z.griffier, op=NU
        )


def test_een_deelnemer_houdt_de_fractie_van_toen() -> None:
    z = zaal()
    z.raad[0].fractie = "Fractie Z"
    z.raad[0].save()
    sessies.voeg_deelnemers_toe(sessie=z.sessie, gebruikers=z.raad, door=z.griffier, op=NU)
    assert z.deelnemer(z.raad[0]).fractie == "Fractie A"


def test_een_score_is_te_wijzigen_en_dubbel_versturen_verandert_niets() -> None:
    z = zaal().open()
    wie = z.raad[1]
    assert z.scoor(wie, zin="Eerst").eerste
    assert not z.scoor(wie, zin="Eerst", op=STRAKS).eerste
    assert lezen.eigen_score(z.rij(), wie).op == NU  # type: ignore[union-attr]
    assert z.scoor(wie, Klasse.AMBTELIJK, zin="Later", op=STRAKS).op == STRAKS
    eigen = lezen.eigen_score(z.rij(), wie)
    assert eigen is not None
    assert (eigen.klasse, eigen.zin, eigen.redenen) == (Klasse.AMBTELIJK, "Later", ("geld",))
    assert Gebeurtenis.objects.filter(wat="gescoord").count() == 1


@pytest.mark.parametrize("fout", [{"klasse": "heel_belangrijk"}, {"redenen": ["zomaar"]}, {"zin": "x" * 241}])
def test_een_onmogelijke_score_wordt_geweigerd(fout: dict[str, Any]) -> None:
    z = zaal().open()
    with pytest.raises(ValidationError):
        z.scoor(z.raad[1], **fout)
    assert lezen.eigen_scores(z.sessie.pk, z.raad[1]) == {}


def test_te_vroeg_en_te_laat_hebben_een_eigen_fout() -> None:
    z = zaal()
    with pytest.raises(ScorenGesloten, match="nog niet begonnen"):
        z.scoor(z.raad[1])
    z.open().sluit()
    with pytest.raises(ScorenGesloten, match="gesloten"):
        z.scoor(z.raad[1])


def test_wie_uit_dienst_is_scoort_niet() -> None:
    z = zaal().open()
    z.raad[1].is_active = False
    with pytest.raises(PermissionDenied):
        z.scoor(z.raad[1])


def test_de_voortgang_zegt_wie_klaar_is() -> None:
    z = zaal().open()
    z.scoor(z.raad[1])
    voor = kenmerk(z.sessie.pk)
    z.scoor(z.raad[1], Klasse.AMBTELIJK)
    assert kenmerk(z.sessie.pk) == voor, "a changed score leaves no trace"
    z.scoor(z.raad[1], nummer=1)
    assert kenmerk(z.sessie.pk) != voor
    stand = voortgang(z.sessie.pk)
    assert [(s.groep, s.gedaan, s.van) for s in stand.per_groep()] == [
        ("Fractie A", 1, 4),
        ("Fractie B", 0, 2),
        ("Fractie C", 0, 1),
        ("College", 0, 4),
    ]
    assert [(s.groep, s.gedaan, s.van) for s in stand.per_kant(z.rijen[0].pk)] == [("Raad", 1, 7), ("College", 0, 4)]


@pytest.mark.parametrize(("telt_mee", "over"), [(True, 11), (False, 10)])
@pytest.mark.parametrize("openbaarheid", Sessie.Openbaarheid)
def test_wie_weggaat_telt_mee_of_niet(openbaarheid: str, telt_mee: bool, over: int) -> None:
    z = zaal(openbaarheid).open()
    z.scoor_allen()
    sessies.verwijder_deelnemer(deelnemer=z.deelnemer(z.raad[3]), telt_mee=telt_mee, door=z.griffier, op=NU)
    with pytest.raises(PermissionDenied):
        z.scoor(z.raad[3])
    z.sluit()
    uitslag = lezen.uitslag(z.sessie.pk, NU_KIJKEN)
    assert uitslag is not None
    assert sum(uitslag[z.rijen[0].pk].telling.allen or ()) == over
    gebeurtenis = Gebeurtenis.objects.get(wat="verwijderd")
    assert gebeurtenis.details["telt_mee"] is telt_mee


def test_na_samenvatten_is_een_score_er_niet_meer_uit_te_halen() -> None:
    z = zaal().tot(S.BESPREKEN)
    with pytest.raises(ValidationError, match="blijft daarom meetellen"):
        sessies.verwijder_deelnemer(deelnemer=z.deelnemer(z.raad[3]), telt_mee=False, door=z.griffier, op=STRAKS)


def test_de_voorzitter_gaat_niet_weg_zonder_opvolger() -> None:
    z = zaal()
    with pytest.raises(ValidationError, match="andere voorzitter"):
        sessies.verwijder_deelnemer(deelnemer=z.deelnemer(z.voorzitter), telt_mee=False, door=z.griffier, op=NU)
    with pytest.raises(ValidationError, match="De voorzitter is"):
        sessies.vervang_voorzitter(sessie=z.sessie, voorzitter=maak_gebruiker(), door=z.griffier, op=NU)


def test_wie_terugkomt_doet_weer_mee() -> None:
    z = zaal().open()
    z.scoor(z.raad[3])
    sessies.verwijder_deelnemer(deelnemer=z.deelnemer(z.raad[3]), telt_mee=False, door=z.griffier, op=NU)
    sessies.voeg_deelnemers_toe(sessie=z.sessie, gebruikers=[z.raad[3]], door=z.griffier, op=NU)
    assert not z.scoor(z.raad[3], Klasse.AMBTELIJK).eerste


def test_een_besluit_gaat_in_op_de_dag_van_de_sessie() -> None:
    z = zaal()
    vorig = maak_belangrijkheid(z.rij().verband, datum=VANDAAG.replace(year=2025), klasse=Klasse.AMBTELIJK)
    voor = {veld: getattr(vorig, veld) for veld in ("klasse", "datum", "mandaat", "versie")}
    z.tot(S.BESPREKEN)
    vragen = [Vraagstuk("Hoeveel geld?", ("Minder", "Meer")), Vraagstuk("Blijven wij?")]
    z.besluit(redenen=["geld"], mandaat="Tot 100.000 euro.", voorwaarden="Een nieuwe regeling.", vraagstukken=vragen)
    z.stel_vast()
    nieuw = Belangrijkheid.objects.laatste(VANDAAG).get(verband=z.rij().verband)
    assert (nieuw.datum, nieuw.klasse, nieuw.redenen, nieuw.onderwerpen, nieuw.mandaat, nieuw.voorwaarden) == (
        VANDAAG,
        Klasse.POLITIEK,
        ["geld"],
        ["Hoeveel geld?", "Blijven wij?"],
        "Tot 100.000 euro.",
        "Een nieuwe regeling.",
    )
    vorig.refresh_from_db()
    assert {veld: getattr(vorig, veld) for veld in voor} == voor
    assert Belangrijkheid.objects.count() == 3
    beeld = lees_sessie(z.sessie.pk, NU_KIJKEN)
    assert beeld is not None
    assert beeld.rijen[0].vorig == vorig


def test_vraagstukken_vervangen_elkaar_op_volgorde() -> None:
    z = zaal()
    for vragen in (["Een?", "Twee?", "Drie?"], ["Twee!"]):
        vraagstukken = [Vraagstuk(vraag) for vraag in vragen]
        sessiebesluiten.schrijf_vraagstukken(sessieverband=z.rij(), vraagstukken=vraagstukken, door=z.griffier, op=NU)
    assert list(Keuzevraagstuk.objects.values_list("vraag", flat=True)) == ["Twee!"]


def test_vier_ogen() -> None:
    z = zaal().tot(S.BESPREKEN).besluit()
    with pytest.raises(ValidationError, match="iemand anders"):
        sessiebesluiten.mag_vaststellen(sessie=z.sessie, door=z.voorzitter, op=STRAKS)
    with pytest.raises(ValidationError, match="iemand anders"):
        z.stel_vast(door=z.voorzitter)
    with pytest.raises(PermissionDenied):
        z.stel_vast(door=z.raad[1])
    assert z.nu().status == S.BESPREKEN
    assert z.stel_vast().door == z.tweede


def test_vaststellen_vraagt_van_elk_verband_een_uitkomst() -> None:
    z = zaal().tot(S.BESPREKEN)
    _leg_vast(z, z.voorzitter)
    with pytest.raises(ValidationError, match="Van 1 verband is"):
        z.stel_vast()


def test_vaststellen_weigert_een_lijst_die_intussen_veranderde() -> None:
    z = zaal().tot(S.BESPREKEN).besluit()
    gegevens = besluit.gegevens(z.sessie, door=z.tweede, op=STRAKS)
    _leg_vast(z, z.voorzitter)
    with pytest.raises(ValidationError, match="intussen"):
        sessiebesluiten.stel_vast(sessie=z.sessie, gegevens=gegevens, pdf=PDF, door=z.tweede, op=STRAKS)


def test_een_klasse_die_er_die_dag_al_is_houdt_vaststellen_tegen_en_er_blijft_niets_staan() -> None:
    z = zaal().tot(S.BESPREKEN).besluit()
    maak_belangrijkheid(z.rij(1).verband, datum=VANDAAG)
    with pytest.raises(ValidationError, match="al een klasse"):
        z.stel_vast()
    assert z.nu().status == S.BESPREKEN
    assert Belangrijkheid.objects.count() == 1
    assert besluit.vastgesteld(z.sessie.pk) is None


def test_een_oude_versie_overschrijft_geen_uitkomst() -> None:
    z = zaal().tot(S.BESPREKEN)
    oud = z.rij()
    _leg_vast(z, z.voorzitter)
    with pytest.raises(VersieConflict):
        sessiebesluiten.leg_uitkomst_vast(
            sessieverband=oud, uitkomst=Uitkomst(Klasse.POLITIEK), versie=oud.versie, door=z.griffier, op=STRAKS
        )


def test_zonder_bespreking_neemt_het_voorstel_of_de_klasse_van_vorig_jaar() -> None:
    z = zaal(verbanden=3)
    _stel_voor(z, z.griffier)
    for nummer in (0, 1):
        maak_belangrijkheid(
            z.rij(nummer).verband, datum=VANDAAG.replace(year=2025), klasse=Klasse.AMBTELIJK, mandaat="Alles."
        )
    z.tot(S.BESPREKEN)
    twee = [z.rij(0), z.rij(1)]
    sessiebesluiten.zonder_bespreking(sessie=z.sessie, sessieverbanden=twee, door=z.voorzitter, op=STRAKS)
    assert [(z.rij(n).klasse, z.rij(n).mandaat, z.rij(n).zonder_bespreking) for n in (0, 1)] == [
        (Klasse.POLITIEK, "Alles.", True),
        (Klasse.AMBTELIJK, "Alles.", True),
    ]
    with pytest.raises(ValidationError, match="geen voorstel en geen eerdere"):
        sessiebesluiten.zonder_bespreking(sessie=z.sessie, sessieverbanden=[z.rij(2)], door=z.voorzitter, op=STRAKS)
    with pytest.raises(ValidationError, match="al een uitkomst"):
        sessiebesluiten.zonder_bespreking(sessie=z.sessie, sessieverbanden=twee, door=z.voorzitter, op=STRAKS)


def test_een_sessie_tegelijk_per_jaar() -> None:
    z = zaal()
    with pytest.raises(ValidationError, match="nog niet is vastgesteld"):
        sessies.bereid_voor(jaar=2026, datum=VANDAAG.replace(day=1), vergadering="Nog een", door=z.griffier, op=NU)


def test_een_verband_zonder_scores_heeft_een_lege_telling() -> None:
    z = zaal().open().sluit()
    uitslag = lezen.uitslag(z.sessie.pk, NU_KIJKEN)
    assert uitslag is not None
    assert [een.telling.verborgen for een in uitslag.values()] == [True, True]
    assert Sessieverband.objects.count() == 2
