"""The page with every regeling beside every subject, and the edit section of one regeling."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from governance.models import Wgrpunt
from governance.regels.wgr import ONDERWERPEN
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_accounthouder, maak_gebruiker, maak_gemeente, maak_verband, maak_wgrpunt
from tests.verbanden.views.hulp import fouten, log_in, velden
from tests.verbanden.views.test_overzicht import Tabellen, tekst
from verbanden.models import Levensfase, Samenwerkingsverband, Vorm, WgrHoofdstuk

pytestmark = pytest.mark.django_db
PAD = "/wgr-check/"
GISTEREN = NU - timedelta(days=1)
ALLE = [onderwerp.sleutel for onderwerp in ONDERWERPEN]
KORT = [onderwerp.kort for onderwerp in ONDERWERPEN]


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def raadslid() -> Client:
    maak_gemeente(GISTEREN)
    return log_in(maak_gebruiker(Rol.RAADSLID))


@pytest.fixture
def controller() -> Client:
    maak_gemeente(GISTEREN)
    return log_in(maak_gebruiker(Rol.CONTROLLER))


def tabel(antwoord: Any) -> list[list[str]]:
    """The words of the first table, row by row."""
    assert antwoord.status_code == 200
    return Tabellen(antwoord.content).tabellen[0]


def namen(antwoord: Any) -> list[str]:
    return re.findall(r'sw-list__link" href="[^"]+">([^<]+)</a>', antwoord.content.decode())


def totalen(antwoord: Any) -> list[str]:
    return re.findall(r'sw-total__value">(\d+)<', antwoord.content.decode())


def test_elke_regeling_naast_elk_onderwerp(raadslid: Client) -> None:
    a = maak_verband(naam="A-dienst", wgr_hoofdstuk=WgrHoofdstuk.MET_PROVINCIE)
    maak_wgrpunt(a, "evaluatie", artikel="artikel 14", url="https://regeling.example/#14")
    maak_wgrpunt(a, "participatie", "niet_geregeld")
    maak_wgrpunt(a, "vereffening", "niet_van_toepassing", toelichting="Er is geen bezit.")
    maak_wgrpunt(a, "adviescommissie", "niet_geregeld")
    b = maak_verband(naam="B-regeling", vorm=Vorm.REGELING_ZONDER_MEER)
    maak_wgrpunt(b, "uittreding", artikel="artikel 2")
    open_, kijk = "Onbekend", "Onbekend nog na te kijken in de wet"

    antwoord = raadslid.get(PAD)
    assert tabel(antwoord) == [
        ["Regeling", "Geregeld", *KORT],
        [
            "A-dienst Openbaar lichaam, met een provincie", "1 van 6 1 niet, 4 onbekend",
            open_, "Niet geregeld", "Geregeld artikel 14 over Evaluatie van de regeling", open_,
            "N.v.t. Er is geen bezit.", open_, "Niet geregeld mag, hoeft niet", open_,
        ],
        [
            "B-regeling Regeling zonder meer", "1 van 5 0 niet, 4 onbekend",
            kijk, kijk, kijk, "Geregeld artikel 2", "N.v.t.", kijk, kijk, "N.v.t.",
        ],
        [
            "Alle regelingen", "2 van 11 1 niet, 8 onbekend",
            "0 van 2 0 niet, 2 onbekend", "0 van 2 1 niet, 1 onbekend",
            "1 van 2 0 niet, 1 onbekend", "1 van 2 0 niet, 1 onbekend", "telt niet mee", "0 van 2 0 niet, 2 onbekend",
            "telt niet mee", "0 van 1 0 niet, 1 onbekend",
        ],
    ]  # fmt: skip
    assert totalen(antwoord) == ["1", "8", "2", "2"]
    assert '<a class="utrecht-link" href="https://regeling.example/#14" rel="noopener noreferrer">artikel 14' in (
        antwoord.content.decode()
    )


def test_elke_stand_heeft_een_woord_en_een_vorm(raadslid: Client) -> None:
    verband = maak_verband()
    maak_wgrpunt(verband, "evaluatie")
    maak_wgrpunt(verband, "participatie", "niet_geregeld")
    inhoud = raadslid.get(PAD).content.decode()
    vormen = re.findall(r'<span class="sw-status sw-status--([a-z-]+) [^"]*">(<svg.*?</svg>)([^<]+)</span>', inhoud)
    assert {(code, "circle" in svg, "--open" in svg, woord) for code, svg, woord in vormen} == {
        ("op-koers", True, False, "Geregeld"),
        ("bijsturen", False, False, "Niet geregeld"),
        ("geen", True, True, "Onbekend"),
    }


def test_wat_niet_hoeft_krijgt_geen_vorm_van_een_tekort(raadslid: Client) -> None:
    maak_wgrpunt(maak_verband(), "adviescommissie", "niet_geregeld")
    cel = raadslid.get(PAD).content.decode().split('data-label="Commissie van raden">')[1].split("</td>")[0]
    assert "Niet geregeld" in cel
    assert re.findall(r"sw-status--(op-koers|aandacht|bijsturen|geen)", cel) == ["geen"]


def test_wat_niet_geregeld_is_staat_bovenaan_en_daarna_wat_onbekend_is(raadslid: Client) -> None:
    klaar, half, niet, leeg = (maak_verband(naam=naam) for naam in ("a klaar", "b half", "c niet", "D leeg"))
    for sleutel in ALLE:
        maak_wgrpunt(klaar, sleutel)
        maak_wgrpunt(niet, sleutel, "niet_geregeld" if sleutel == "evaluatie" else "geregeld")
    maak_wgrpunt(half, "evaluatie")
    maak_verband(naam="d ook leeg")
    assert leeg.naam == "D leeg"
    assert namen(raadslid.get(PAD)) == ["c niet", "D leeg", "d ook leeg", "b half", "a klaar"]


@pytest.mark.parametrize(
    "verband",
    [
        {"vorm": Vorm.NV},
        {"vorm": Vorm.NETWERK},
        {"levensfase": Levensfase.BEEINDIGD, "beeindigd_op": GISTEREN.date()},
    ],
)
def test_alleen_lopende_regelingen(raadslid: Client, verband: dict[str, Any]) -> None:
    maak_verband(**verband)
    assert "Er staan geen lopende gemeenschappelijke regelingen in het portaal." in tekst(raadslid.get(PAD))


def test_de_pagina_toont_wat_er_toen_bekend_was(controller: Client) -> None:
    verband = maak_verband(GISTEREN, naam="Dienst")
    maak_wgrpunt(verband, "evaluatie")
    maak_verband(naam="Van vandaag")
    toen = controller.get(PAD, {"peildatum": GISTEREN.date().isoformat()})
    assert (namen(toen), totalen(toen)) == (["Dienst"], ["0", "7", "0", "1"])
    assert "/bewerken/" not in toen.content.decode()
    nu = controller.get(PAD, {"peildatum": ""})
    assert (sorted(namen(nu)), totalen(nu)) == (["Dienst", "Van vandaag"], ["0", "13", "1", "2"])


def test_voor_de_wet_er_was_is_er_niets_te_kijken(raadslid: Client) -> None:
    maak_verband(NU.replace(year=2021))
    assert "Op deze dag golden deze regels nog niet." in tekst(raadslid.get(PAD, {"peildatum": "2022-06-30"}))
    assert totalen(raadslid.get(PAD, {"peildatum": "2022-07-01"})) == ["0", "7", "0", "1"]


def test_wie_mag_bewerken_krijgt_de_weg_erheen() -> None:
    maak_gemeente()
    eigen, ander = maak_verband(slug="eigen"), maak_verband(slug="ander")
    houder = maak_accounthouder(eigen)
    maak_accounthouder(ander)

    def wegen(wie: Any) -> list[str]:
        inhoud = log_in(wie).get(PAD).content.decode()
        assert {f"/verbanden/{slug}/" for slug in ("eigen", "ander")} <= set(re.findall(r'href="([^"]+)"', inhoud))
        return sorted(re.findall(r'href="(/verbanden/[a-z]+/bewerken/wgr/)"', inhoud))

    assert wegen(houder) == ["/verbanden/eigen/bewerken/wgr/"]
    assert wegen(maak_gebruiker(Rol.RAADSLID)) == wegen(maak_gebruiker(Rol.GRIFFIE)) == []
    assert wegen(maak_gebruiker(Rol.CONTROLLER)) == ["/verbanden/ander/bewerken/wgr/", "/verbanden/eigen/bewerken/wgr/"]


def test_de_pagina_zegt_wat_nog_is_na_te_kijken(raadslid: Client) -> None:
    maak_verband()
    uitleg = Tabellen(raadslid.get(PAD).content).tabellen[1]
    assert [rij[0] for rij in uitleg[1:]] == [onderwerp.titel for onderwerp in ONDERWERPEN]
    artikelen = {onderwerp.sleutel: rij[3] for onderwerp, rij in zip(ONDERWERPEN, uitleg[1:], strict=True)}
    onbekend = "nog na te kijken in de wet"
    assert artikelen == {**dict.fromkeys(ALLE, onbekend), "zienswijze_begroting": "Wgr art. 35 lid 1 en 3"}
    assert uitleg[4][2] == "Verplicht: alle soorten"
    assert uitleg[3][2] == (
        "Verplicht: openbaar lichaam, bedrijfsvoeringsorganisatie, gemeenschappelijk orgaan"
        " Nog na te kijken in de wet: centrumregeling, regeling zonder meer"
    )


@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize(
    ("rol", "vraag", "vragen"),
    [
        (Rol.RAADSLID, "", 5),
        (Rol.RAADSLID, "?peildatum=2026-05-19", 5),
        (Rol.ACCOUNTHOUDER, "", 6),
        (Rol.CONTROLLER, "", 5),
    ],
)
def test_evenveel_vragen_bij_elk_aantal(
    django_assert_num_queries: DjangoAssertNumQueries, aantal: int, rol: Rol, vraag: str, vragen: int
) -> None:
    maak_gemeente(GISTEREN)
    wie = maak_gebruiker(rol)
    for _ in range(aantal):
        verband = maak_verband(GISTEREN)
        maak_accounthouder(verband, wie if rol is Rol.ACCOUNTHOUDER else None, op=GISTEREN)
        for sleutel in ALLE:
            maak_wgrpunt(verband, sleutel, op=GISTEREN)
    client = log_in(wie)
    client.get(PAD + vraag)
    # session, user, partnerships, subjects, municipality; of an account holder also which partnerships are theirs
    with django_assert_num_queries(vragen):
        assert len(namen(client.get(PAD + vraag))) == aantal


def test_wat_men_intypt_blijft_tekst(raadslid: Client) -> None:
    kwaad = "<script>alert(1)</script>"
    maak_wgrpunt(maak_verband(naam=kwaad), "evaluatie", artikel=kwaad, toelichting=kwaad)
    assert kwaad not in raadslid.get(PAD).content.decode()


def deel(verband: Samenwerkingsverband) -> str:
    return f"/verbanden/{verband.slug}/bewerken/wgr/"


def test_het_onderdeel_toont_ook_wat_nog_open_staat(controller: Client) -> None:
    verband = maak_verband(vorm=Vorm.GEMEENSCHAPPELIJK_ORGAAN)
    punt = maak_wgrpunt(verband, "evaluatie", artikel="artikel 14")
    antwoord = controller.get(deel(verband))
    titels = {onderwerp.sleutel: f"{onderwerp.titel} bewerken" for onderwerp in ONDERWERPEN}
    open_ = ["Onbekend", "leeg", "leeg"]
    assert tabel(antwoord)[1:] == [
        [titels[sleutel], *(["Geregeld", "artikel 14", "20 mei 2026"] if sleutel == "evaluatie" else open_)]
        for sleutel in ALLE
        if sleutel != "vereffening"
    ]
    links = re.findall(rf'href="{deel(verband)}([^"]+)"', antwoord.content.decode())
    nieuw = [f"nieuw/?onderwerp={sleutel}" for sleutel in ALLE if sleutel != "vereffening"]
    assert links == [f"{punt.pk}/" if link.endswith("evaluatie") else link for link in nieuw]
    assert "Voeg onderwerp toe" not in antwoord.content.decode()


def test_een_open_plek_invullen(controller: Client) -> None:
    verband = maak_verband()
    pad = f"{deel(verband)}nieuw/?onderwerp=uittreding"
    formulier = velden(controller.get(pad))
    assert (formulier["onderwerp"], formulier["stand"]) == (["uittreding"], ["onbekend"])
    geregeld = formulier | {"stand": ["geregeld"]}
    antwoord = controller.post(pad, geregeld)
    assert [regel.split(":")[0] for regel in fouten(antwoord)] == ["Artikel in de regeling", "Nagekeken op"]
    assert velden(antwoord)["stand"] == ["geregeld"]
    geregeld |= {"artikel": ["artikel 9 lid 2"], "nagekeken_op": ["19-5-2026"]}
    assert controller.post(pad, geregeld).headers["Location"] == deel(verband)
    assert list(Wgrpunt.objects.values_list("verband_id", "onderwerp", "stand", "artikel", "nagekeken_op")) == [
        (verband.id, "uittreding", "geregeld", "artikel 9 lid 2", GISTEREN.date())
    ]
    dubbel = controller.post(pad, geregeld)
    assert (dubbel.status_code, Wgrpunt.objects.count()) == (422, 1)


def test_een_verzonnen_onderwerp_in_het_adres_kiest_niets(controller: Client) -> None:
    antwoord = controller.get(f"{deel(maak_verband())}nieuw/?onderwerp=%3Cx%3E&stand=geregeld&versie=9")
    formulier = velden(antwoord)
    assert (formulier["onderwerp"], formulier["stand"], formulier["versie"]) == ([""], ["onbekend"], [""])


def test_twee_mensen_tegelijk_verliezen_niets(controller: Client) -> None:
    verband = maak_verband()
    pad = f"{deel(verband)}{maak_wgrpunt(verband, artikel='artikel 1').pk}/"
    formulier = velden(controller.get(pad))
    assert controller.post(pad, formulier | {"artikel": ["artikel 2"]}).status_code == 302
    botsing = controller.post(pad, formulier | {"artikel": ["artikel 3"]})
    assert botsing.status_code == 409
    assert "artikel 2" in botsing.content.decode()
    assert Wgrpunt.objects.get().artikel == "artikel 2"


@pytest.mark.parametrize("staart", ["", "nieuw/", "1/"])
def test_een_ander_verband_heeft_het_onderdeel_niet(controller: Client, staart: str) -> None:
    verband = maak_verband(vorm=Vorm.STICHTING)
    assert controller.get(f"{deel(verband)}{staart}").status_code == 404
    tabs = controller.get(f"/verbanden/{verband.slug}/bewerken/kenmerken/").context["tabs"]
    assert "Wgr-check" not in [tab["titel"] for tab in tabs]
