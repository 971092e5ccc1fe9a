"""The page with the figures of a year."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker, Gemeente
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_cijfer, maak_gebruiker, maak_gemeente
from tests.verbanden.views.hulp import fouten, velden
from verbanden.handelingen import jaarcijfers
from verbanden.handelingen.jaarcijfers import Cijfer
from verbanden.models import Jaarcijfer, Post, Samenwerkingsverband, Stadium

pytestmark = pytest.mark.django_db
PAD = "/verbanden/verzonnen-dienst/bewerken/cijfers/2027/"
DAG = date(2026, 4, 13)
BIJDRAGE = {
    "bijdrage-bijdrage": ["3.900,5"],
    "bijdrage-stadium": ["begroot"],
    "bijdrage-bron": ["Begroting, bladzijde 3"],
    "bijdrage-peildatum": ["13-4-2026"],
}


def vol(client: Client, **anders: list[str]) -> dict[str, list[str]]:
    return velden(client.get(PAD)) | anders


def inhoud() -> dict[tuple[str, str], Decimal | None]:
    return {(rij.post, rij.stadium): rij.bedrag for rij in Jaarcijfer.objects.filter(jaar=2027)}


def test_bewaren_in_duizenden(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    formulier = vol(browser_van_controller, **BIJDRAGE) | {"resultaat-resultaat": ["−200"], "resultaat-bron": ["x"]}
    formulier |= {"resultaat-peildatum": ["1-1-2026"], "belang-belang_begin": ["18,375"], "belang-belang_eind": ["19"]}
    formulier |= {"belang-bron": ["Begroting"], "belang-peildatum": ["2026-01-01"]}
    assert browser_van_controller.post(PAD, formulier).status_code == 302
    assert inhoud() == {
        ("bijdrage", "begroot"): Decimal(3_900_500),
        ("resultaat", "verwacht"): Decimal(-200_000),
        ("belang_begin", "verwacht"): Decimal("18.375"),
        ("belang_eind", "verwacht"): Decimal(19),
    }
    terug = velden(browser_van_controller.get(PAD))
    assert terug["bijdrage-bijdrage"] == ["3.900,5"]
    assert (terug["resultaat-resultaat"], terug["belang-belang_eind"]) == (["−200"], ["19,0"])
    assert browser_van_controller.post(PAD, terug).status_code == 302
    assert Jaarcijfer.history.count() == 4


def test_fouten_zoals_in_het_ontwerp(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    formulier = vol(browser_van_controller) | {
        "eigen_vermogen-eigen_vermogen_begin": ["3,9 mln"],
        "eigen_vermogen-bron": ["Begroting"],
        "eigen_vermogen-peildatum": ["1-1-2026"],
        "vreemd_vermogen-geen": ["on"],
        "vreemd_vermogen-reden": ["Nog niet ontvangen"],
        "resultaat-resultaat": ["5"],
        "resultaat-peildatum": ["1-1-2026"],
    }
    antwoord = browser_van_controller.post(PAD, formulier)
    assert antwoord.status_code == 422
    assert fouten(antwoord) == [
        "Eigen vermogen op 1 januari: Vul alleen cijfers in, bijvoorbeeld 3.900 of 3.900,50.",
        "Vreemd vermogen: gevraagd op: Vul in wanneer u dit gegeven heeft gevraagd, zoals 4-5-2026.",
        "Resultaat over 2027: bron: Vul in waar dit bedrag staat: document en bladzijde.",
    ]
    assert velden(antwoord) == formulier
    assert inhoud() == {}


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"bijdrage-bijdrage": ["-1"]}, "Bijdrage van onze gemeente"),
        ({"bijdrage-bijdrage": ["9.999.999.999.999"]}, "Bijdrage van onze gemeente"),
        ({"bijdrage-geen": ["on"]}, "Bijdrage van onze gemeente: niet opgegeven"),
        ({"bijdrage-peildatum": ["morgen"]}, "Bijdrage van onze gemeente: peildatum"),
        ({"bijdrage-stadium": ["zeker"]}, "Bijdrage van onze gemeente: soort"),
        ({"bijdrage-bijdrage": [""]}, "Bijdrage van onze gemeente"),
        ({"bijdrage-bron": ["x" * 161]}, "Bijdrage van onze gemeente: bron"),
        (
            {"belang-belang_begin": ["101"], "belang-bron": ["x"], "belang-peildatum": ["1-1-2026"]},
            "Belang op 1 januari",
        ),
    ],
)
def test_wat_niet_kan(
    anders: dict[str, list[str]], veld: str, browser_van_controller: Client, verband: Samenwerkingsverband
) -> None:
    antwoord = browser_van_controller.post(PAD, vol(browser_van_controller, **BIJDRAGE) | anders)
    assert (antwoord.status_code, inhoud()) == (422, {})
    assert fouten(antwoord)[0].startswith(f"{veld}: ")


def test_eerlijk_gat(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    gat = {
        "vreemd_vermogen-geen": ["on"],
        "vreemd_vermogen-reden": ["Nog niet ontvangen"],
        "vreemd_vermogen-gevraagd_aan": ["Financiën"],
        "vreemd_vermogen-gevraagd_op": ["4-5-2026"],
    }
    assert browser_van_controller.post(PAD, vol(browser_van_controller) | gat).status_code == 302
    rijen = Jaarcijfer.objects.values_list("post", "bedrag", "niet_opgegeven", "gevraagd_aan", "gevraagd_op")
    verwacht = (None, "Nog niet ontvangen", "Financiën", date(2026, 5, 4))
    assert list(rijen) == [("vreemd_vermogen_begin", *verwacht), ("vreemd_vermogen_eind", *verwacht)]


def test_verschillende_begin_en_eind_staan_apart(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    maak_cijfer(verband, 2027, 18, post=Post.BELANG_BEGIN, stadium=Stadium.VASTGESTELD)
    maak_cijfer(verband, 2027, 19, post=Post.BELANG_EIND, stadium=Stadium.VERWACHT)
    formulier = velden(browser_van_controller.get(PAD))
    assert formulier["belang_begin-stadium"] == ["vastgesteld"]
    assert formulier["belang_eind-stadium"] == ["verwacht"]
    assert browser_van_controller.post(PAD, formulier | {"belang_eind-belang_eind": ["20"]}).status_code == 302
    assert inhoud()["belang_eind", "verwacht"] == 20


def test_apart_invullen_op_verzoek(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    formulier = velden(browser_van_controller.get(f"{PAD}?apart=belang&apart=onzin"))
    assert (formulier["apart"], "belang_begin-bron" in formulier) == (["belang"], True)


def test_vastgesteld_wijzigen_vraagt_een_reden(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    maak_cijfer(verband, 2027, 3_000_000, stadium=Stadium.VASTGESTELD)
    formulier = vol(browser_van_controller) | {"bijdrage-bijdrage": ["3.100"]}
    antwoord = browser_van_controller.post(PAD, formulier)
    assert (antwoord.status_code, fouten(antwoord)) == (422, [f"Waarom verandert u dit?: {jaarcijfers.REDEN_NODIG}"])
    assert browser_van_controller.post(PAD, formulier | {"reden_wijziging": ["Typefout"]}).status_code == 302
    assert inhoud() == {("bijdrage", "vastgesteld"): Decimal(3_100_000)}


def test_neem_over_vult_alleen_wat_leeg_is_en_bewaart_niets(
    browser_van_controller: Client, verband: Samenwerkingsverband
) -> None:
    maak_cijfer(verband, 2026, 2_000_000, stadium=Stadium.VASTGESTELD)
    maak_cijfer(verband, 2026, 5_000_000, post=Post.EIGEN_VERMOGEN_EIND, stadium=Stadium.VOORLOPIG)
    formulier = vol(browser_van_controller, **BIJDRAGE) | {"actie": ["overnemen"]}
    antwoord = browser_van_controller.post(PAD, formulier)
    terug = velden(antwoord)
    assert (antwoord.status_code, inhoud()) == (200, {})
    assert terug["bijdrage-bijdrage"] == ["3.900,5"]
    assert terug["eigen_vermogen-eigen_vermogen_begin"] == ["5.000"]
    assert terug["eigen_vermogen-eigen_vermogen_eind"] == ["5.000"]
    assert terug["eigen_vermogen-stadium"] == ["verwacht"]
    assert terug["eigen_vermogen-bron"] == ["Overgenomen van 2026: voorbeeldcijfer (fictief)"]
    assert browser_van_controller.post(PAD, terug).status_code == 422  # nobody said of which day the copy is
    terug["eigen_vermogen-peildatum"] = ["1-9-2026"]
    assert browser_van_controller.post(PAD, terug).status_code == 302
    assert len(inhoud()) == 3


def test_aansluiting_met_vorig_jaar(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    maak_cijfer(verband, 2026, 4_050_000, post=Post.EIGEN_VERMOGEN_EIND)
    maak_cijfer(verband, 2027, 3_900_000, post=Post.EIGEN_VERMOGEN_BEGIN)
    blokken = browser_van_controller.get(PAD).context["blokken"]
    let_op = {blok["groep"].sleutel: blok["let_op"] for blok in blokken if blok["let_op"]}
    assert let_op == {
        "eigen_vermogen": "op 31 december 2026 stond 4.050. "
        "Het begin van 2027 hoort gelijk te zijn aan het eind van 2026."
    }


def let_op(klant: Client, pad: str = PAD) -> list[str]:
    """The groups of figures that deserve a second look."""
    return [blok["groep"].sleutel for blok in klant.get(pad).context["blokken"] if blok["let_op"]]


def test_alleen_cijfers_van_dezelfde_soort_worden_vergeleken(
    browser_van_controller: Client, verband: Samenwerkingsverband
) -> None:
    maak_cijfer(verband, 2024, 4_050_000, post=Post.EIGEN_VERMOGEN_EIND, stadium=Stadium.BEGROOT)
    maak_cijfer(verband, 2024, 100, stadium=Stadium.BEGROOT)
    maak_cijfer(verband, 2025, 3_900_000, post=Post.EIGEN_VERMOGEN_BEGIN, stadium=Stadium.VASTGESTELD)
    maak_cijfer(verband, 2025, 500, stadium=Stadium.VASTGESTELD)
    jaarstukken = PAD.replace("2027", "2025")
    assert let_op(browser_van_controller, jaarstukken) == []
    maak_cijfer(verband, 2024, 3_800_000, post=Post.EIGEN_VERMOGEN_EIND, stadium=Stadium.VOORLOPIG)
    assert let_op(browser_van_controller, jaarstukken) == ["eigen_vermogen"]


@pytest.mark.parametrize(("drempel", "sprong"), [(5, ["bijdrage"]), (10, [])])
def test_de_grens_voor_een_sprong_is_die_van_de_gemeente(
    drempel: int, sprong: list[str], browser_van_controller: Client, verband: Samenwerkingsverband
) -> None:
    gemeente = Gemeente.objects.first() or maak_gemeente()
    gemeente.drempel_bijdrage = Decimal(drempel)
    bewaar(gemeente, door=None, op=NU)
    maak_cijfer(verband, 2026, 100)
    maak_cijfer(verband, 2027, 108)
    assert let_op(browser_van_controller) == sprong


@pytest.fixture
def ander() -> Any:
    """Somebody else who saves figures in between."""
    wie = maak_gebruiker(Rol.BEHEERDER, naam="De beheerder")

    def bewaar(verband: Samenwerkingsverband, **cijfers: Cijfer | None) -> None:
        versies = {rij.pk: rij.versie for rij in jaarcijfers.rijen(verband, 2027)}
        jaarcijfers.bewaar_jaar(
            verband=verband, jaar=2027, versies=versies, cijfers=cijfers, door=wie, op=timezone.now(), reden="omdat"
        )

    return bewaar


def test_botsing_per_cijfer(browser_van_controller: Client, verband: Samenwerkingsverband, ander: Any) -> None:
    formulier = vol(browser_van_controller, **BIJDRAGE) | {"lasten-lasten": ["7"], "lasten-bron": ["x"]}
    formulier |= {"lasten-peildatum": ["1-1-2026"]}
    ander(
        verband,
        bijdrage=Cijfer("verwacht", Decimal(4_000_000), DAG, "Brief"),
        lening=Cijfer("verwacht", Decimal(1), DAG, "y"),
    )
    pagina = browser_van_controller.post(PAD, formulier)
    assert (pagina.status_code, pagina.context["wie"]) == (409, "De beheerder")
    assert [veld["label"] for veld in pagina.context["kiezen"]] == ["Bijdrage van onze gemeente 2027"]
    assert sorted(veld["label"] for veld in pagina.context["samengevoegd"]) == ["Lening 2027", "Totale lasten 2027"]
    zonder = browser_van_controller.post(PAD, velden(pagina))
    assert (zonder.status_code, len(fouten(zonder))) == (422, 1)
    keuze = velden(zonder) | {"keuze-bijdrage": ["mij"], "reden_wijziging": ["Nagekeken"]}
    assert browser_van_controller.post(PAD, keuze).status_code == 302
    assert inhoud() == {
        ("bijdrage", "begroot"): Decimal(3_900_500),
        ("lening", "verwacht"): Decimal(1),
        ("lasten", "verwacht"): Decimal(7_000),
    }


def test_na_de_keuze_vraagt_de_handeling_nog_een_reden(
    browser_van_controller: Client, verband: Samenwerkingsverband, ander: Any
) -> None:
    formulier = vol(browser_van_controller, **BIJDRAGE)
    ander(verband, bijdrage=Cijfer("vastgesteld", Decimal(4_000_000), DAG, "Brief"))
    pagina = browser_van_controller.post(PAD, formulier)
    antwoord = browser_van_controller.post(PAD, velden(pagina) | {"keuze-bijdrage": ["mij"]})
    assert (antwoord.status_code, velden(antwoord)["bijdrage-bijdrage"]) == (422, ["3.900,5"])
    opnieuw = velden(antwoord) | {"reden_wijziging": ["Te vroeg vastgesteld"]}
    assert browser_van_controller.post(PAD, opnieuw).status_code == 302
    assert inhoud() == {("bijdrage", "begroot"): Decimal(3_900_500)}


def test_weer_iemand_tijdens_het_kiezen(
    browser_van_controller: Client, verband: Samenwerkingsverband, ander: Any
) -> None:
    formulier = vol(browser_van_controller, **BIJDRAGE)
    ander(verband, bijdrage=Cijfer("begroot", Decimal(1), DAG, "een"))
    pagina = browser_van_controller.post(PAD, formulier)
    ander(verband, bijdrage=Cijfer("begroot", Decimal(2), DAG, "twee"))
    opnieuw = browser_van_controller.post(PAD, velden(pagina) | {"keuze-bijdrage": ["mij"]})
    assert opnieuw.status_code == 409
    assert opnieuw.context["kiezen"][0]["was"] == "€\u00a01, begroot. Bron: een, 13 april 2026"
    assert browser_van_controller.post(PAD, velden(opnieuw) | {"keuze-bijdrage": ["ander"]}).status_code == 302
    assert inhoud() == {("bijdrage", "begroot"): Decimal(2)}


@pytest.mark.parametrize("versie", ["", "onzin", "1.1", "99999999999999999999.1", "-1.2", "leeg-1.1"])
def test_zonder_bekende_versie_gaat_niets_verloren(
    versie: str, browser_van_controller: Client, verband: Samenwerkingsverband
) -> None:
    maak_cijfer(verband, 2027, 1)
    formulier = vol(browser_van_controller, **BIJDRAGE) | {"versie": [versie]}
    pagina = browser_van_controller.post(PAD, formulier)
    assert (pagina.status_code, inhoud()) == (409, {("bijdrage", "begroot"): Decimal(1)})
    assert browser_van_controller.post(PAD, velden(pagina) | {"keuze-bijdrage": ["mij"]}).status_code == 302
    assert inhoud() == {("bijdrage", "begroot"): Decimal(3_900_500)}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(["bijdrage", "stadium", "bron", "peildatum", "geen", "reden", "gevraagd_op"])),
    st.text(max_size=20),
)
def test_onzin_is_nooit_een_fout_van_ons(
    browser_van_controller: Client, verband: Samenwerkingsverband, namen: list[str], tekst: str
) -> None:
    data = {f"bijdrage-{naam}": tekst for naam in namen} | {"versie": tekst, "apart": tekst, "reden_wijziging": tekst}
    antwoord = browser_van_controller.post(PAD, data)
    assert antwoord.status_code in (302, 400, 409, 422)


@pytest.mark.parametrize("aantal", [1, 3, 12])
def test_evenveel_vragen(
    aantal: int, browser_van_controller: Client, verband: Samenwerkingsverband, django_assert_num_queries: Any
) -> None:
    for post in list(Post)[:aantal]:
        maak_cijfer(verband, 2027, 1, post=post)
    browser_van_controller.get(PAD)
    with django_assert_num_queries(20):
        browser_van_controller.get(PAD)


def test_door_wie_en_wanneer(
    browser_van_controller: Client, verband: Samenwerkingsverband, controller: Gebruiker
) -> None:
    browser_van_controller.post(PAD, vol(browser_van_controller, **BIJDRAGE))
    assert browser_van_controller.get(PAD).context["laatst"].history_user == controller
