"""Saving the figures of a year."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import given
from hypothesis import strategies as st

from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_cijfer, maak_gebruiker, maak_verband
from verbanden.handelingen import jaarcijfers
from verbanden.handelingen.jaarcijfers import Cijfer, CijferConflict, lees_versies, schrijf_versies
from verbanden.models import Jaarcijfer, Post, Samenwerkingsverband, Stadium

DAG = date(2026, 4, 13)
LATER = NU + timedelta(hours=1)


def cijfer(bedrag: int, stadium: str = "begroot") -> Cijfer:
    return Cijfer(stadium, Decimal(bedrag), DAG, "Begroting, bladzijde 3")


@pytest.fixture
def verband(db: None) -> Samenwerkingsverband:
    return maak_verband()


@pytest.fixture
def door(db: None) -> Gebruiker:
    return maak_gebruiker(Rol.CONTROLLER)


def bewaar(
    verband: Samenwerkingsverband, door: Gebruiker, cijfers: dict[str, Cijfer | None], **opties: Any
) -> list[str]:
    nu = jaarcijfers.rijen(verband, 2026)
    gegevens: dict[str, Any] = {"versies": {rij.pk: rij.versie for rij in nu}, "op": LATER} | opties
    return jaarcijfers.bewaar_jaar(verband=verband, jaar=2026, cijfers=cijfers, door=door, **gegevens)


def inhoud() -> list[tuple[str, str, Decimal | None]]:
    return list(Jaarcijfer.objects.order_by("post", "stadium").values_list("post", "stadium", "bedrag"))


def test_nieuw_wijzigen_en_weg(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    assert bewaar(verband, door, {"bijdrage": cijfer(1), "resultaat": cijfer(-2)}) == ["bijdrage", "resultaat"]
    assert bewaar(verband, door, {"bijdrage": cijfer(3), "resultaat": cijfer(-2)}) == ["bijdrage"]
    assert bewaar(verband, door, {"bijdrage": cijfer(3), "resultaat": None}) == ["resultaat"]
    assert inhoud() == [("bijdrage", "begroot", Decimal(3))]
    assert Gebeurtenis.objects.count() == 3
    assert [rij.history_type for rij in Jaarcijfer.history.filter(post="bijdrage").order_by("history_id")] == ["+", "~"]


def test_zekerder_cijfer_komt_erbij_en_het_oude_blijft(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    maak_cijfer(verband, 2026, 100)
    bewaar(verband, door, {"bijdrage": cijfer(101, "voorlopig")})
    assert inhoud() == [("bijdrage", "begroot", Decimal(100)), ("bijdrage", "voorlopig", Decimal(101))]


def test_minder_zeker_vraagt_een_reden_en_haalt_het_zekere_weg(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    maak_cijfer(verband, 2026, 100)
    maak_cijfer(verband, 2026, 101, stadium=Stadium.VOORLOPIG)
    with pytest.raises(ValidationError):
        bewaar(verband, door, {"bijdrage": cijfer(102)})
    bewaar(verband, door, {"bijdrage": cijfer(102)}, reden="Te vroeg")
    assert inhoud() == [("bijdrage", "begroot", Decimal(102))]


def test_vastgesteld_wijzigen_vraagt_een_reden(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    maak_cijfer(verband, 2026, 100, stadium=Stadium.VASTGESTELD)
    with pytest.raises(ValidationError) as fout:
        bewaar(verband, door, {"bijdrage": cijfer(99, "vastgesteld")})
    assert fout.value.message_dict == {"reden_wijziging": [jaarcijfers.REDEN_NODIG]}
    bewaar(verband, door, {"bijdrage": cijfer(99, "vastgesteld")}, reden="Typefout")
    assert Jaarcijfer.history.first().history_change_reason == "Typefout"


def test_een_eerlijk_gat(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    gat = Cijfer("verwacht", niet_opgegeven="Nog niet ontvangen", gevraagd_op=DAG)
    bewaar(verband, door, {"bijdrage": gat})
    assert jaarcijfers.toestand(jaarcijfers.rijen(verband, 2026)) == {"bijdrage": gat}


@pytest.mark.parametrize("versies", [None, {}, {999999: 1}])
def test_onbekend_begin_is_een_conflict(
    verband: Samenwerkingsverband, door: Gebruiker, versies: dict[int, int] | None
) -> None:
    maak_cijfer(verband, 2026, 100)
    with pytest.raises(CijferConflict) as botsing:
        bewaar(verband, door, {"bijdrage": cijfer(1)}, versies=versies)
    assert botsing.value.huidig["bijdrage"].bedrag == 100
    assert botsing.value.basis == ({} if versies == {} else None)
    assert inhoud() == [("bijdrage", "begroot", Decimal(100))]


def test_versies_van_een_ander_verband_tellen_niet(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    vreemd = maak_cijfer(maak_verband(), 2026, 100)
    maak_cijfer(verband, 2026, 200)
    with pytest.raises(CijferConflict) as botsing:
        bewaar(verband, door, {"bijdrage": cijfer(1)}, versies={vreemd.pk: 1})
    assert botsing.value.basis is None


def test_andere_post_van_een_ander_botst_niet(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    bijdrage = maak_cijfer(verband, 2026, 100)
    gezien = {bijdrage.pk: 1}
    bewaar(verband, door, {"lasten": cijfer(7)}, op=LATER)
    assert bewaar(verband, door, {"bijdrage": cijfer(5)}, versies=gezien, op=NU) == ["bijdrage"]
    assert inhoud() == [("bijdrage", "begroot", Decimal(5)), ("lasten", "begroot", Decimal(7))]
    assert Jaarcijfer.history.filter(post="bijdrage").first().history_date > LATER


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.COLLEGE, Rol.GRIFFIE, Rol.ACCOUNTHOUDER])
def test_zonder_recht(verband: Samenwerkingsverband, rol: Rol) -> None:
    with pytest.raises(PermissionDenied):
        bewaar(verband, maak_gebruiker(rol), {"bijdrage": cijfer(1)})
    assert inhoud() == []


@pytest.mark.parametrize("na", range(3))
def test_een_fout_onderweg_laat_niets_achter(
    verband: Samenwerkingsverband, door: Gebruiker, na: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    teller = {"n": 0}

    def stuk(naam: str) -> None:
        echt = getattr(jaarcijfers, naam)

        def met_fout(*args: Any, **opties: Any) -> Any:
            echt(*args, **opties)
            teller["n"] += 1
            if teller["n"] > na:
                raise RuntimeError("stroomstoring")

        monkeypatch.setattr(jaarcijfers, naam, met_fout)

    stuk("bewaar")
    stuk("leg_vast")
    with pytest.raises(RuntimeError):
        bewaar(verband, door, {"bijdrage": cijfer(1), "resultaat": cijfer(2)})
    assert (inhoud(), Jaarcijfer.history.count(), Gebeurtenis.objects.count()) == ([], 0, 0)


@pytest.mark.parametrize(
    "slecht",
    [
        Cijfer("begroot", Decimal(-1), DAG, "bron"),
        Cijfer("begroot", Decimal(1), None, "bron"),
        Cijfer("begroot", Decimal(1), DAG, ""),
        Cijfer("begroot", Decimal(1), DAG, "bron", niet_opgegeven="toch niet"),
        Cijfer("begroot"),
        Cijfer("verzonnen", Decimal(1), DAG, "bron"),
        Cijfer("begroot", Decimal("1e16"), DAG, "bron"),
    ],
)
def test_wat_de_database_niet_wil(verband: Samenwerkingsverband, door: Gebruiker, slecht: Cijfer) -> None:
    with pytest.raises((ValidationError, ValueError)):
        bewaar(verband, door, {"bijdrage": slecht})
    assert inhoud() == []


@given(st.dictionaries(st.integers(1, 2**31 - 1), st.integers(1, 2**31 - 1), max_size=24))
def test_versies_heen_en_terug(versies: dict[int, int]) -> None:
    rijen = [Jaarcijfer(id=sleutel, versie=versie) for sleutel, versie in versies.items()]
    assert lees_versies(schrijf_versies(rijen)) == versies


@given(st.text(max_size=60))
def test_versies_uit_onzin(tekst: str) -> None:
    gelezen = lees_versies(tekst)
    assert gelezen is None or all(isinstance(getal, int) for getal in gelezen.values())


def test_elke_post_staat_in_het_formulier() -> None:
    from verbanden.forms.cijfers import GROEPEN  # noqa: PLC0415  # only this test needs the form

    assert sorted(post for groep in GROEPEN for post in groep.posten) == sorted(Post)
