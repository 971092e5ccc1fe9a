from collections.abc import Callable, Iterable
from datetime import date

import pytest

from samenwerkingswijzer.functies import Blok, Deel, Functie, Herkomst, Leegte, MenuPunt, Register, Tijdlijnmoment
from samenwerkingswijzer.peildatum import Peildatum

PEILDATUM = Peildatum(date(2026, 5, 20))


def deel(blok: Blok, sleutel: str, volgorde: int) -> Deel:
    return Deel(blok, sleutel, f"{sleutel}.html", lambda _: {}, volgorde=volgorde)


def test_de_zes_blokken_staan_vast() -> None:
    assert [(blok.nummer, blok.value) for blok in Blok] == [
        (1, "Algemene kenmerken"),
        (2, "Governance regime"),
        (3, "Belangrijkheid"),
        (4, "Resultaten"),
        (5, "Proces"),
        (6, "Evaluatie en ontwikkelagenda"),
    ]


def test_een_vijfde_functie_voegt_zichzelf_toe() -> None:
    register = Register()
    register.registreer(
        Functie("een", "Een", menu=(MenuPunt("Tweede", "b", 20),), delen=(deel(Blok.PROCES, "laat", 200),))
    )
    register.registreer(
        Functie(
            "vijf",
            "Vijf",
            menu=(MenuPunt("Eerste", "a", 10),),
            delen=(deel(Blok.PROCES, "vroeg", 100), deel(Blok.REGIME, "elders", 1)),
            leegten=(Leegte(Blok.PROCES, "Nog niets.", lambda _: ""),),
        )
    )
    assert [punt.titel for punt in register.menu] == ["Eerste", "Tweede"]
    assert [d.sleutel for d in register.delen(Blok.PROCES)] == ["vroeg", "laat"]
    leegte = register.leegte(Blok.PROCES)
    assert leegte is not None
    assert leegte.zin == "Nog niets."
    assert register.leegte(Blok.REGIME) is None


def bron_van(moment: Tijdlijnmoment) -> Callable[[Peildatum, Iterable[int] | None], list[Tijdlijnmoment]]:
    """A provider with one moment."""
    return lambda _peildatum, _ids: [moment]


def test_momenten_van_alle_functies_staan_op_volgorde() -> None:
    register = Register()
    for sleutel, dag in (("een", 9), ("twee", 3)):
        moment = Tijdlijnmoment(date(2026, 6, dag), sleutel, 1, "Raad")
        register.registreer(Functie(sleutel, sleutel, momenten=bron_van(moment)))
    assert [moment.titel for moment in register.momenten(PEILDATUM)] == ["twee", "een"]


def test_twee_keer_registreren_kan_niet() -> None:
    register = Register()
    register.registreer(Functie("een", "Een"))
    with pytest.raises(ValueError, match="registered twice"):
        register.registreer(Functie("een", "Nog eens"))


@pytest.mark.parametrize(
    ("gat", "slug", "adres"),
    [
        ("raadsvraag:12", "kring", "/raadsvragen/12/"),
        ("raadsvraag:12", "", "/raadsvragen/12/"),
        ("raadsvraag:", "kring", ""),
        ("raadsvraag:0", "kring", ""),
        ("raadsvraag:x-1", "kring", ""),
        ("raadsvraag:1234567890", "kring", ""),
        ("regime:protocol", "kring", "/verbanden/kring/regime/"),
        ("regime:protocol", "", ""),
    ],
)
def test_een_herkomst_leidt_naar_een_bladzijde_van_het_verband_of_naar_een_ding(
    gat: str, slug: str, adres: str
) -> None:
    vraag = Herkomst("raadsvraag", "Raadsvraag", "governance:raadsvraag", op_nummer=True)
    bladzijde = Herkomst("regime", "Regime", "governance:regime_verband")
    assert (vraag if gat.startswith("raadsvraag") else bladzijde).adres(gat, slug) == adres
