"""The edit screens: who gets in, what is saved, what is refused, and what happens when two people write."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    maak_accounthouder,
    maak_gebruiker,
    maak_organisatie,
    maak_risico,
    maak_verband,
)
from tests.verbanden.views.hulp import fouten, lees, log_in, velden
from verbanden import onderdelen
from verbanden.handelingen import rijen
from verbanden.models import Deelname, Risico, Samenwerkingsverband

pytestmark = pytest.mark.django_db
DEEL = "/verbanden/verzonnen-dienst/bewerken/"
GEWOON = [deel.sleutel for deel in onderdelen.alle() if not deel.eigen_pagina]
MET_VELDEN = [deel.sleutel for deel in onderdelen.alle() if deel.velden]
MET_RIJEN = [deel.sleutel for deel in onderdelen.alle() if deel.rijen]
XSS = "<script>alert(1)</script>'\"><img src=x onerror=alert(2)>"


def test_alle_onderdelen_op_volgorde(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    antwoord = browser_van_controller.get(DEEL, follow=True)
    assert antwoord.redirect_chain == [(f"{DEEL}kenmerken/", 302)]
    assert [tab["titel"] for tab in antwoord.context["tabs"]] == [
        "Kenmerken", "Belang", "Doel en motieven", "Programma's", "Deelnemers", "Zeggenschap",
        "Uitleg bij stemmen", "Vertegenwoordiging", "Team", "Cijfers", "Risico's", "Documenten", "Links", "Samenhang",
        "Stand van zaken", "Belangrijkheid",
        "Momenten", "Stukken en dagen", "Regime", "Wgr-check", "Standpunten", "Wie doet wat", "Zelfcheck",
        "Doelen", "Metingen", "Oordeel over doelen", "Ontwikkelagenda",
    ]  # fmt: skip


@pytest.mark.parametrize("sleutel", GEWOON)
def test_elk_onderdeel_opent(sleutel: str, browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    assert browser_van_controller.get(f"{DEEL}{sleutel}/").status_code == 200


@pytest.mark.parametrize("sleutel", MET_RIJEN)
def test_elke_nieuwe_rij_opent_en_weigert_leeg(
    sleutel: str, browser_van_controller: Client, verband: Samenwerkingsverband
) -> None:
    assert browser_van_controller.get(f"{DEEL}{sleutel}/nieuw/").status_code == 200
    antwoord = browser_van_controller.post(f"{DEEL}{sleutel}/nieuw/", {})
    assert (antwoord.status_code, bool(fouten(antwoord))) == (422, True)


@pytest.mark.parametrize("sleutel", MET_VELDEN)
def test_ongewijzigd_bewaren_schrijft_niets(
    sleutel: str, browser_van_controller: Client, verband: Samenwerkingsverband
) -> None:
    formulier = velden(browser_van_controller.get(f"{DEEL}{sleutel}/"))
    antwoord = browser_van_controller.post(f"{DEEL}{sleutel}/", formulier)
    assert (antwoord.status_code, verband.history.count()) == (302, 1)


def test_bewaren(browser_van_controller: Client, verband: Samenwerkingsverband, controller: Gebruiker) -> None:
    pad = f"{DEEL}motieven/"
    formulier = velden(browser_van_controller.get(pad)) | {
        "doel": ["Eerste regel\r\ntweede regel"],
        "motieven": ["ambitie", "partner"],
        "belangrijkste_motieven": ["partner"],
        "onderwerpen": ["zorg\r\njeugd"],
        "reden_wijziging": ["Nieuw besluit"],
    }
    assert browser_van_controller.post(pad, formulier).status_code == 302
    verband.refresh_from_db()
    laatste = verband.history.first()
    assert verband.doel == "Eerste regel\ntweede regel"
    assert (verband.motieven, verband.belangrijkste_motieven) == (["ambitie", "partner"], ["partner"])
    assert verband.onderwerpen == ["zorg", "jeugd"]
    assert (laatste.history_user, laatste.history_change_reason) == (controller, "Nieuw besluit")
    terug = velden(browser_van_controller.get(pad))
    assert (terug["onderwerpen"], terug["motieven"]) == (["zorg\njeugd"], ["ambitie", "partner"])


def test_een_verband_is_geen_dubbel_van_zichzelf(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    """The KVK-nummer is unique, and stays as it is while another field changes."""
    pad = f"{DEEL}kenmerken/"
    for veranderd in ({"kvk": ["24417561"]}, {"vestigingsplaats": ["Voorbeelddorp"]}):
        formulier = velden(browser_van_controller.get(pad)) | veranderd
        assert browser_van_controller.post(pad, formulier).status_code == 302
    verband.refresh_from_db()
    assert (verband.kvk, verband.vestigingsplaats) == ("24417561", "Voorbeelddorp")


def test_fouten_verliezen_niets(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    pad = f"{DEEL}kenmerken/"
    getypt = velden(browser_van_controller.get(pad)) | {"naam": [""], "kvk": ["12"], "sinds": ["gisteren"]}
    getypt |= {"website": ["javascript:alert(1)"], "vestigingsplaats": [XSS]}
    antwoord = browser_van_controller.post(pad, getypt)
    assert antwoord.status_code == 422
    terug = velden(antwoord)
    assert {naam: terug[naam] for naam in getypt} == getypt
    namen = [regel.split(":")[0] for regel in fouten(antwoord)]
    assert namen == ["Naam", "Sinds", "Website", "KVK-nummer"]
    assert XSS not in antwoord.content.decode()
    assert verband.history.count() == 1


@pytest.mark.parametrize("sleutel", MET_VELDEN)
def test_alleen_de_eigen_velden_veranderen(
    sleutel: str, browser_van_controller: Client, verband: Samenwerkingsverband
) -> None:
    """Mass assignment: every column of the model is sent to every form."""
    pad = f"{DEEL}{sleutel}/"
    eigen = onderdelen.zoek(sleutel)
    assert eigen is not None
    assert eigen.velden is not None
    mag = set(eigen.velden.base_fields) | {"versie"}
    voor = dict(Samenwerkingsverband.objects.values().get(id=verband.id))
    alles = {veld.name: "beeindigd" if veld.name == "levensfase" else "9" for veld in verband._meta.concrete_fields}
    alles |= {f"{veld.name}_id": "9" for veld in verband._meta.concrete_fields}
    browser_van_controller.post(pad, alles | {k: v[0] for k, v in velden(browser_van_controller.get(pad)).items() if v})
    na = dict(Samenwerkingsverband.objects.values().get(id=verband.id))
    anders = {naam.removesuffix("_id") for naam in voor if voor[naam] != na[naam]}
    assert anders <= mag


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.COLLEGE, Rol.GRIFFIE])
def test_lezers_bewerken_niet(rol: Rol, verband: Samenwerkingsverband) -> None:
    client = log_in(maak_gebruiker(rol))
    rij = maak_risico(verband)
    for pad in (f"{DEEL}motieven/", f"{DEEL}risicos/nieuw/", f"{DEEL}risicos/{rij.pk}/", f"{DEEL}cijfers/2027/"):
        assert (client.get(pad).status_code, client.post(pad, {"doel": "x"}).status_code) == (403, 403)
    assert client.post(f"{DEEL}risicos/{rij.pk}/verwijderen/", {"versie": "1"}).status_code == 403
    assert Risico.objects.count() == 1


def test_griffie_legt_alleen_de_klasse_vast(verband: Samenwerkingsverband) -> None:
    client = log_in(maak_gebruiker(Rol.GRIFFIE))
    antwoord = client.get(f"{DEEL}belangrijkheid/")
    assert (antwoord.status_code, [tab["titel"] for tab in antwoord.context["tabs"]]) == (200, ["Belangrijkheid"])


def test_accounthouder_alleen_eigen_verband(verband: Samenwerkingsverband) -> None:
    ander = maak_verband(slug="ander")
    client = log_in(maak_accounthouder(verband))
    assert client.get(f"{DEEL}motieven/").status_code == 200
    assert client.get(f"{DEEL}belangrijkheid/").status_code == 403
    for pad in ("motieven/", "risicos/nieuw/", "cijfers/2027/"):
        assert client.get(f"/verbanden/ander/bewerken/{pad}").status_code == 403
        assert client.post(f"/verbanden/ander/bewerken/{pad}", {"doel": "x"}).status_code == 403
    assert ander.history.count() == 1


def test_rij_van_een_ander_verband_is_er_niet(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    vreemd = maak_risico(maak_verband())
    for pad in (f"{DEEL}risicos/{vreemd.pk}/", f"{DEEL}risicos/999999999999999999999/"):
        assert browser_van_controller.get(pad).status_code == 404
        assert browser_van_controller.post(pad, {"omschrijving": "x"}).status_code == 404
    assert browser_van_controller.post(f"{DEEL}risicos/{vreemd.pk}/verwijderen/", {"versie": "1"}).status_code == 404
    assert Risico.objects.count() == 1


@pytest.mark.parametrize(
    "pad",
    ["/verbanden/onbekend/bewerken/motieven/", f"{DEEL}onbekend/", f"{DEEL}cijfers/1200/", f"{DEEL}motieven/nieuw/"],
)
def test_wat_er_niet_is(pad: str, browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    assert browser_van_controller.get(pad).status_code == 404


def test_verkeerde_methode(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    rij = maak_risico(verband)
    assert browser_van_controller.get(f"{DEEL}risicos/{rij.pk}/verwijderen/").status_code == 405
    assert browser_van_controller.put(f"{DEEL}motieven/").status_code == 405
    assert browser_van_controller.post(f"{DEEL}deelnemers/", {}).status_code == 405


def test_in_het_verleden_staat_bewerken_uit(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    rij = maak_risico(verband)
    gisteren = (timezone.localdate() - timedelta(days=1)).isoformat()
    browser_van_controller.get(f"/peildatum/?peildatum={gisteren}")
    paden = ["motieven/", "risicos/nieuw/", f"risicos/{rij.pk}/", "cijfers/2027/", f"risicos/{rij.pk}/verwijderen/"]
    adressen = [*(DEEL + pad for pad in paden), "/verbanden/verzonnen-dienst/fase/", "/verbanden/nieuw/"]
    adressen.append("/verbanden/verzonnen-dienst/accounthouder/")
    for adres in adressen:
        antwoord = browser_van_controller.post(adres, {"doel": "x", "versie": "1", "naam": "x"})
        assert antwoord.status_code == 403
        assert "Bewerken staat uit" in antwoord.content.decode()
    assert (verband.history.count(), Risico.objects.count(), Gebeurtenis.objects.exclude(wat="ingelogd").count()) == (
        1,
        1,
        0,
    )


def test_rij_toevoegen_wijzigen_verwijderen(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    pad = f"{DEEL}risicos/"
    nieuw = {"omschrijving": "Tegenvaller", "kans": "klein", "gevolg": "1.250,50", "gedekt": "nee"}
    assert browser_van_controller.post(f"{pad}nieuw/", nieuw).status_code == 302
    rij = Risico.objects.get()
    formulier = velden(browser_van_controller.get(f"{pad}{rij.pk}/"))
    assert (formulier["gevolg"], formulier["versie"]) == (["1.250,5"], ["1"])
    browser_van_controller.post(f"{pad}{rij.pk}/", formulier | {"kans": ["groot"]})
    assert Risico.objects.get().kans == "groot"
    assert browser_van_controller.post(f"{pad}{rij.pk}/verwijderen/", {"versie": "1"}).status_code == 409
    antwoord = browser_van_controller.post(f"{pad}{rij.pk}/verwijderen/", {"versie": "2", "reden_wijziging": "Dubbel"})
    assert (antwoord.status_code, Risico.objects.count()) == (302, 0)
    assert Risico.history.first().history_change_reason == "Dubbel"


def test_deelnemer_uit_de_lijst_of_nieuw(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    bestaand, pad = maak_organisatie(naam="Gemeente Ergens"), f"{DEEL}deelnemers/nieuw/"
    beide = {"organisatie": bestaand.pk, "nieuwe_naam": "Nieuw BV", "nieuwe_soort": "bedrijf"}
    assert browser_van_controller.post(pad, beide).status_code == 422
    assert browser_van_controller.post(pad, {"nieuwe_naam": "Nieuw BV"}).status_code == 422
    assert (
        browser_van_controller.post(pad, {"nieuwe_naam": "gemeente ergens", "nieuwe_soort": "gemeente"}).status_code
        == 422
    )
    assert browser_van_controller.post(pad, {"organisatie": bestaand.pk, "van": "1-1-2020"}).status_code == 302
    dubbel = browser_van_controller.post(pad, {"organisatie": bestaand.pk, "van": "1-1-2021"})
    assert (dubbel.status_code, fouten(dubbel)) == (422, ["Deze deelnemer doet in die periode al mee."])
    assert browser_van_controller.post(pad, {"nieuwe_naam": "Nieuw BV", "nieuwe_soort": "bedrijf"}).status_code == 302
    assert Deelname.objects.count() == 2


def test_organisatie_van_een_deelname_verandert_nooit(
    browser_van_controller: Client, verband: Samenwerkingsverband
) -> None:
    eerste, ander = maak_organisatie(), maak_organisatie()
    rij = Deelname(verband=verband, organisatie=eerste)
    rij.save()
    pad = f"{DEEL}deelnemers/{rij.pk}/"
    formulier = velden(browser_van_controller.get(pad))
    assert "organisatie" not in formulier
    browser_van_controller.post(pad, formulier | {"organisatie": [str(ander.pk)], "stemmen": ["3"]})
    rij.refresh_from_db()
    assert (rij.organisatie, rij.stemmen) == (eerste, 3)


# --- Two people at once -------------------------------------------------------------------------------------------


@pytest.fixture
def ander(verband: Samenwerkingsverband) -> Callable[..., None]:
    """Somebody else who saves the partnership in between."""
    wie = maak_gebruiker(Rol.BEHEERDER, naam="De beheerder")

    def bewaar(**waarden: Any) -> None:
        versie = Samenwerkingsverband.objects.get(id=verband.id).versie
        rijen.wijzig_verband(verband=verband, versie=versie, waarden=waarden, door=wie, op=timezone.now())

    return bewaar


def test_ander_onderdeel_van_een_ander_hindert_niet(
    browser_van_controller: Client, verband: Samenwerkingsverband, ander: Callable[..., None]
) -> None:
    formulier = velden(browser_van_controller.get(f"{DEEL}motieven/"))
    ander(vestigingsplaats="Elders")
    assert browser_van_controller.post(f"{DEEL}motieven/", formulier | {"doel": ["Van mij"]}).status_code == 302
    verband.refresh_from_db()
    assert (verband.doel, verband.vestigingsplaats) == ("Van mij", "Elders")


def test_botsing_kiezen_en_bewaren(
    browser_van_controller: Client, verband: Samenwerkingsverband, ander: Callable[..., None]
) -> None:
    pad = f"{DEEL}motieven/"
    formulier = velden(browser_van_controller.get(pad))
    ander(doel="Samen sterker en sneller.", meerwaarde="Van de ander.", lokaal_belang="Ook van de ander.")
    mijn = formulier | {"doel": ["Samen nog sterker."], "openbaar_belang": ["Van mij."], "meerwaarde": ["Van mij."]}
    pagina = browser_van_controller.post(pad, mijn)
    assert pagina.status_code == 409
    assert [veld["label"] for veld in pagina.context["kiezen"]] == ["Doel", "Meerwaarde"]
    assert [(v["label"], v["wie"]) for v in pagina.context["samengevoegd"]] == [
        ("Openbaar belang", "u"),
        ("Lokaal belang", "De beheerder"),
    ]
    assert pagina.context["kiezen"][0]["was"] == "Samen sterker."
    assert pagina.context["kiezen"][0]["tekst"] == "Samen nog sterker en sneller."
    verband.refresh_from_db()
    assert (verband.doel, verband.versie) == ("Samen sterker en sneller.", 2)

    zonder = browser_van_controller.post(pad, velden(pagina))
    assert (zonder.status_code, fouten(zonder)) == (
        422,
        ["Doel: Kies welke tekst blijft.", "Meerwaarde: Kies welke tekst blijft."],
    )
    keuzes = velden(zonder) | {"keuze-doel": ["beide"], "keuze-meerwaarde": ["ander"]}
    assert browser_van_controller.post(pad, keuzes).status_code == 302
    verband.refresh_from_db()
    assert (verband.doel, verband.meerwaarde) == ("Samen nog sterker en sneller.", "Van de ander.")
    assert (verband.openbaar_belang, verband.lokaal_belang) == ("Van mij.", "Ook van de ander.")


def test_tijdens_het_kiezen_schrijft_weer_iemand(
    browser_van_controller: Client, verband: Samenwerkingsverband, ander: Callable[..., None]
) -> None:
    pad = f"{DEEL}motieven/"
    formulier = velden(browser_van_controller.get(pad))
    ander(doel="Ander een.")
    pagina = browser_van_controller.post(pad, formulier | {"doel": ["Van mij."]})
    ander(doel="Ander twee.")
    opnieuw = browser_van_controller.post(pad, velden(pagina) | {"keuze-doel": ["mij"]})
    assert (opnieuw.status_code, opnieuw.context["kiezen"][0]["was"]) == (409, "Ander een.")
    assert browser_van_controller.post(pad, velden(opnieuw) | {"keuze-doel": ["mij"]}).status_code == 302
    verband.refresh_from_db()
    assert verband.doel == "Van mij."
    assert [rij.doel for rij in verband.history.order_by("versie")] == [
        "Samen sterker.",
        "Ander een.",
        "Ander twee.",
        "Van mij.",
    ]


@pytest.mark.parametrize("versie", [None, "", "0", "-1", "99", "1e3", "twee", "9" * 40, "١"])
def test_zonder_bekende_versie_kiest_een_mens(
    browser_van_controller: Client, verband: Samenwerkingsverband, versie: str | None
) -> None:
    pad = f"{DEEL}motieven/"
    formulier = velden(browser_van_controller.get(pad)) | {"doel": [XSS]}
    formulier.pop("versie")
    if versie is not None:
        formulier["versie"] = [versie]
    pagina = browser_van_controller.post(pad, formulier)
    assert (pagina.status_code, [veld["label"] for veld in pagina.context["kiezen"]]) == (409, ["Doel"])
    assert XSS not in pagina.content.decode()
    assert browser_van_controller.post(pad, velden(pagina) | {"keuze-doel": ["mij"]}).status_code == 302
    verband.refresh_from_db()
    assert verband.doel == XSS


def test_gekozen_tekst_wordt_ook_nagekeken(
    browser_van_controller: Client, verband: Samenwerkingsverband, ander: Callable[..., None]
) -> None:
    pad = f"{DEEL}motieven/"
    formulier = velden(browser_van_controller.get(pad))
    ander(doel="Ander.")
    pagina = browser_van_controller.post(pad, formulier | {"doel": ["Mijn."]})
    te_lang = velden(pagina) | {"keuze-doel": ["beide"], "tekst-doel": ["x" * 1001]}
    antwoord = browser_van_controller.post(pad, te_lang)
    assert (antwoord.status_code, velden(antwoord)["tekst-doel"]) == (422, ["x" * 1001])


def test_botsing_in_een_rij(
    browser_van_controller: Client, verband: Samenwerkingsverband, controller: Gebruiker
) -> None:
    rij = maak_risico(verband)
    pad = f"{DEEL}risicos/{rij.pk}/"
    formulier = velden(browser_van_controller.get(pad))
    waarden = {"kans": "groot", "beheersmaatregel": "Van de ander"}
    rijen.wijzig(verband=verband, rij=rij, versie=1, waarden=waarden, door=controller, op=timezone.now())
    pagina = browser_van_controller.post(pad, formulier | {"kans": ["klein"], "gevolg": ["5"]})
    assert (pagina.status_code, [v["label"] for v in pagina.context["kiezen"]]) == (409, ["Kans"])
    assert browser_van_controller.post(pad, velden(pagina) | {"keuze-kans": ["mij"]}).status_code == 302
    rij.refresh_from_db()
    assert (rij.kans, rij.gevolg, rij.beheersmaatregel) == ("klein", Decimal(5), "Van de ander")


def test_rij_die_iemand_anders_verwijderde(
    browser_van_controller: Client, verband: Samenwerkingsverband, controller: Gebruiker
) -> None:
    deelname = Deelname(verband=verband, organisatie=maak_organisatie(), van=date(2020, 1, 1))
    deelname.save()
    nummer = deelname.pk
    pad = f"{DEEL}deelnemers/{nummer}/"
    formulier = velden(browser_van_controller.get(pad))
    rijen.haal_weg(verband=verband, rij=deelname, versie=1, door=controller, op=timezone.now())
    pagina = browser_van_controller.post(pad, formulier | {"stemmen": ["7"]})
    assert pagina.status_code == 409
    assert lees(pagina).actie == f"{DEEL}deelnemers/nieuw/"
    assert browser_van_controller.post(lees(pagina).actie, velden(pagina)).status_code == 302
    assert Deelname.objects.get().stemmen == 7


# --- What it costs ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen_bij_elk_aantal_rijen(
    aantal: int, browser_van_controller: Client, verband: Samenwerkingsverband, django_assert_num_queries: Any
) -> None:
    for _ in range(aantal):
        maak_risico(verband)
        Deelname(verband=verband, organisatie=maak_organisatie()).save()
    browser_van_controller.get(f"{DEEL}kenmerken/")
    with django_assert_num_queries(20):
        browser_van_controller.get(f"{DEEL}risicos/")
    with django_assert_num_queries(19):
        browser_van_controller.get(f"{DEEL}deelnemers/")


def test_andersom_staat_de_samenhang_er_ook(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    bron = maak_verband(naam="Ander verband")
    pad = reverse("verbanden:rij_nieuw", args=[bron.slug, "samenhang"])
    browser_van_controller.post(pad, {"met": verband.pk, "uitleg": "Zelfde inwoners"})
    antwoord = browser_van_controller.get(f"{DEEL}samenhang/")
    assert [(s.verband.naam, s.uitleg) for s in antwoord.context["andersom"]] == [("Ander verband", "Zelfde inwoners")]
