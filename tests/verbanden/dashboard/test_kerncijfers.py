from datetime import date

import pytest

from samenwerkingswijzer.peildatum import Peildatum
from tests.fabriek import VANDAAG, maak_accounthouder, maak_cijfer, maak_gemeente, maak_verband
from verbanden.dashboard.kerncijfers import Kerncijfer, kerncijfers
from verbanden.dashboard.lezing import Lezing
from verbanden.models import Post, Samenwerkingsverband, Stadium, Vorm

pytestmark = pytest.mark.django_db
SPATIE = "\u00a0"


def van(verband: Samenwerkingsverband) -> dict[str, Kerncijfer]:
    maak_gemeente()
    namen = ("bijdrage", "eigen_vermogen", "resultaat")
    return dict(zip(namen, kerncijfers(Lezing(verband, Peildatum(VANDAAG))), strict=True))


def tekst(cijfer: Kerncijfer) -> tuple[str, ...]:
    return tuple(deel.replace(SPATIE, " ") for deel in (cijfer.titel, cijfer.waarde, cijfer.kern, cijfer.noot))


def test_bijdrage_met_groei_ten_opzichte_van_het_jaar_ervoor() -> None:
    verband = maak_verband()
    maak_cijfer(verband, 2026, 23_400_000, stadium=Stadium.BEGROOT)
    maak_cijfer(verband, 2027, 25_506_000, stadium=Stadium.BEGROOT)
    assert tekst(van(verband)["bijdrage"]) == (
        "Bijdrage Voorbeeldstad 2027",
        "€ 25,5 mln",
        "9,0% meer",
        "dan in 2026 (begroot)",
    )


def test_een_vastgesteld_cijfer_gaat_voor_een_begroot() -> None:
    verband = maak_verband()
    maak_cijfer(verband, 2026, 5_000_000, stadium=Stadium.BEGROOT)
    maak_cijfer(verband, 2026, 4_000_000, stadium=Stadium.VASTGESTELD)
    assert tekst(van(verband)["bijdrage"])[1:] == ("€ 4,0 mln", "", "(vastgesteld)")


def test_een_eerlijk_gat_zegt_wanneer_het_is_gevraagd() -> None:
    verband = maak_verband()
    maak_cijfer(verband, 2026, 216_000)
    maak_cijfer(verband, 2027, None)
    bijdrage = van(verband)["bijdrage"]
    assert bijdrage.ontbreekt == "niet opgegeven"
    assert tekst(bijdrage) == ("Bijdrage Voorbeeldstad 2027", "", "", "Gevraagd op 1 mei 2026. In 2026: € 216.000")


def test_vermogen_van_het_laatste_jaar_dat_voorbij_is_met_solvabiliteit() -> None:
    verband = maak_verband()
    for jaar, eigen, vreemd, stadium in [
        (2021, 13_000_000, 87_000_000, Stadium.VASTGESTELD),
        (2025, 9_000_000, 91_000_000, Stadium.VOORLOPIG),
        (2026, 20_000_000, 80_000_000, Stadium.VERWACHT),
    ]:
        maak_cijfer(verband, jaar, eigen, Post.EIGEN_VERMOGEN_EIND, stadium)
        maak_cijfer(verband, jaar, vreemd, Post.VREEMD_VERMOGEN_EIND, stadium)
    assert tekst(van(verband)["eigen_vermogen"]) == (
        "Eigen vermogen 2025",
        "€ 9,0 mln",
        "Solvabiliteit 9%",
        "(eind 2021 was dit 13%)",
    )


def test_resultaat_telt_de_jaren_met_tekort() -> None:
    verband = maak_verband()
    for jaar, bedrag in [(2022, 300_000), (2023, -800_000), (2024, -700_000), (2025, -600_000)]:
        maak_cijfer(verband, jaar, bedrag, Post.RESULTAAT, Stadium.VASTGESTELD)
    maak_cijfer(verband, 2026, -100_000, Post.RESULTAAT, Stadium.VERWACHT)
    assert tekst(van(verband)["resultaat"]) == (
        "Resultaat 2025",
        "− € 0,6 mln",
        "Derde jaar met tekort",
        "(vastgesteld cijfer)",
    )


def test_zonder_rechtspersoon_is_vermogen_niet_van_toepassing() -> None:
    cijfers = van(maak_verband(vorm=Vorm.NETWERK))
    assert [cijfers[naam].ontbreekt for naam in ("eigen_vermogen", "resultaat")] == ["niet van toepassing"] * 2


def test_zonder_cijfers_staat_er_wie_aan_zet_is_en_sinds_wanneer() -> None:
    verband = maak_verband()
    houder = maak_accounthouder(verband, van=date(2025, 1, 1))
    assert van(verband)["bijdrage"].noot == f"Aan zet: {houder.naam}, sinds 20 mei 2026."
