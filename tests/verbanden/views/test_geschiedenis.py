"""Who changed what, from what to what, when and why."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    AMSTERDAM,
    maak_accounthouder,
    maak_cijfer,
    maak_deelname,
    maak_gebruiker,
    maak_organisatie,
    maak_portefeuille,
    maak_risico,
    maak_stand,
    maak_verband,
)
from tests.verbanden.views.hulp import fouten
from verbanden import geschiedenis
from verbanden.handelingen import jaarcijfers, rijen
from verbanden.handelingen.jaarcijfers import Cijfer
from verbanden.models import Post, Samenwerkingsverband, Stadium, Voorstel

pytestmark = pytest.mark.django_db
PAD = "/verbanden/verzonnen-dienst/geschiedenis/"
BEGIN = datetime(2026, 3, 1, 9, 0, tzinfo=AMSTERDAM)


def uur(n: int) -> datetime:
    return BEGIN + timedelta(hours=n)


def kort(regel: geschiedenis.Regel) -> tuple[Any, ...]:
    return (regel.onderdeel, regel.wat, regel.was, regel.werd, regel.wie, regel.waarom, regel.merk)


def test_alles_wat_er_gebeurde(controller: Gebruiker) -> None:
    verband = maak_verband(uur(0), naam="Dienst", slug="verzonnen-dienst", doel="Oud doel")
    vast: dict[str, Any] = {"verband": verband, "door": controller}
    portefeuille = maak_portefeuille(houder="wethouder zorg")
    waarden = {"doel": "Nieuw doel", "motieven": ["ambitie", "partner"], "portefeuille": portefeuille.pk}
    rijen.wijzig_verband(versie=1, waarden=waarden, op=uur(1), reden="Besluit", **vast)
    risico = maak_risico(verband, uur(2))
    rijen.wijzig(rij=risico, versie=1, waarden={"kans": "groot", "gevolg": None}, op=uur(3), **vast)
    maak_cijfer(verband, 2026, "0.18", post=Post.BELANG_BEGIN, stadium=Stadium.VASTGESTELD, op=uur(4))
    nieuw = Cijfer("vastgesteld", Decimal(18), date(2026, 1, 1), "voorbeeldcijfer (fictief)")
    versies = {rij.pk: rij.versie for rij in jaarcijfers.rijen(verband, 2026)}
    jaarcijfers.bewaar_jaar(
        jaar=2026, versies=versies, cijfers={"belang_begin": nieuw}, op=uur(5), reden="Typefout", **vast
    )
    rijen.haal_weg(rij=risico, versie=2, op=uur(6), reden="Dubbel", **vast)
    regels = [kort(regel) for regel in geschiedenis.regels(verband.id)]
    wie = "Concerncontroller"
    gegevens = ("Omschrijving: Verzonnen tegenvaller", "Kans: Groot", "Gedekt in het weerstandsvermogen: Onbekend")
    belang, risico_naam = "Belang op 1 januari 2026", "Risico: Verzonnen tegenvaller"
    assert regels[:-1] == [
        ("risicos", risico_naam, gegevens, (), wie, "Dubbel", "Verwijderd"),
        ("cijfers", f"{belang}, bedrag", ("0,18%",), ("18,0%",), wie, "Typefout", "Correctie"),
        ("cijfers", belang, (), ("0,18%, vastgesteld",), "Automatisch", "voorbeeldcijfer (fictief)", "Toegevoegd"),
        ("risicos", f"{risico_naam}, gevolg voor onze gemeente", ("€\u00a0100.000",), (), wie, "", ""),
        ("risicos", f"{risico_naam}, kans", ("Middel",), ("Groot",), wie, "", ""),
        (
            "risicos",
            risico_naam,
            (),
            (gegevens[0], "Kans: Middel", "Gevolg voor onze gemeente: €\u00a0100.000", gegevens[2]),
            "Automatisch",
            "",
            "Toegevoegd",
        ),
        ("team", "Portefeuille", (), ("wethouder zorg",), wie, "Besluit", ""),
        (
            "motieven",
            "Motieven",
            (),
            ("Meer bereiken dan alleen kan, Een partner kan het beter of goedkoper",),
            wie,
            "Besluit",
            "",
        ),
        ("motieven", "Doel", ("Oud doel",), ("Nieuw doel",), wie, "Besluit", ""),
    ]
    assert regels[-1][:2] == ("kenmerken", "Samenwerkingsverband")


def test_een_oordeel_naast_het_vorige(controller: Gebruiker) -> None:
    verband = maak_verband(uur(0))
    maak_stand(verband, op=uur(1), auteur=controller)
    maak_stand(verband, "bijsturen", op=uur(2), auteur=controller, zin="Het loopt niet meer.")  # type: ignore[arg-type]
    regels = [kort(regel)[1:4] for regel in geschiedenis.regels(verband.id) if regel.onderdeel == "stand"]
    assert regels == [
        ("Oordeel", ("Op koers, Onbekend",), ("Bijsturen, Onbekend",)),
        ("Oordeel", (), ("Op koers, Onbekend",)),
    ]


def test_afgewezen_voorstel_staat_erin(controller: Gebruiker) -> None:
    verband = maak_verband(uur(0))
    voorstel = Voorstel(
        verband=verband,
        soort=Voorstel.Soort.VELD,
        sleutel="bezoekadres",
        omschrijving="Bezoekadres",
        nu="Plein 1",
        register="Plein 2",
        bestand_van=date(2026, 2, 1),
    )
    bewaar(voorstel, door=None, op=uur(1))
    voorstel.status, voorstel.besluit_op, voorstel.reden = Voorstel.Status.AFGEWEZEN, uur(2), "Het oude klopt nog."
    bewaar(voorstel, door=controller, op=uur(2))
    regels = [kort(regel) for regel in geschiedenis.regels(verband.id)]
    wie = "Concerncontroller"
    assert regels[:-1] == [
        ("kenmerken", "Bezoekadres", ("Plein 1",), ("ongewijzigd",), wie, "Het oude klopt nog.", "Voorstel afgewezen")
    ]


def test_op_een_eerdere_dag_alleen_wat_er_toen_was(controller: Gebruiker) -> None:
    verband = maak_verband(uur(0))
    maak_risico(verband, uur(48))
    assert len(geschiedenis.regels(verband.id, tot=uur(24))) == 1
    assert len(geschiedenis.regels(verband.id)) == 2


def test_een_ander_verband_staat_er_niet_bij(controller: Gebruiker) -> None:
    verband, ander = maak_verband(), maak_verband()
    maak_risico(ander)
    maak_accounthouder(ander)
    assert len(geschiedenis.regels(verband.id)) == 1


def test_alle_gevolgde_modellen_met_een_verband_staan_erin() -> None:
    modellen = {bron.model for bron in geschiedenis.bronnen() if bron.via == "verband_id"}
    verwacht = {
        relatie.related_model
        for relatie in Samenwerkingsverband._meta.related_objects
        if hasattr(relatie.related_model, "ONVERANDERLIJK") and relatie.field.name == "verband"
    }
    assert verwacht | {Samenwerkingsverband} == modellen


def test_pagina_per_dag(browser_van_controller: Client, controller: Gebruiker) -> None:
    verband = maak_verband(uur(0), slug="verzonnen-dienst")
    for n, dagen in enumerate((0, 24, 24)):
        rijen.wijzig_verband(
            verband=verband, versie=n + 1, waarden={"doel": f"Doel {n}"}, door=controller, op=uur(dagen + n + 1)
        )
    dagen = browser_van_controller.get(PAD).context["dagen"]
    assert [(dag["dag"], dag["naam"], len(dag["regels"])) for dag in dagen] == [
        (date(2026, 3, 2), "maandag", 2),
        (date(2026, 3, 1), "zondag", 2),
    ]


def test_filteren(browser_van_controller: Client, controller: Gebruiker) -> None:
    verband = maak_verband(uur(0), slug="verzonnen-dienst")
    rijen.wijzig_verband(verband=verband, versie=1, waarden={"doel": "Doel"}, door=controller, op=uur(1))
    maak_risico(verband, uur(48))

    def aantal(**vraag: str) -> int:
        return int(browser_van_controller.get(PAD, vraag).context["bladzijde"].paginator.count)

    assert aantal() == 3
    assert aantal(onderdeel="motieven") == 1
    assert aantal(wie=str(controller.pk)) == 1
    assert aantal(wie="0") == 2
    assert aantal(van="2-3-2026") == 1
    assert aantal(tot="2-3-2026") == 2
    assert aantal(onderdeel="risicos", van="2026-03-01", tot="3-3-2026") == 1


@pytest.mark.parametrize(
    "vraag",
    [
        {"onderdeel": "onzin"},
        {"wie": "999"},
        {"van": "gisteren"},
        {"tot": "1" * 5000},
        {"van": "2-1-2026", "tot": "1-1-2026"},
    ],
)
def test_verkeerd_filter(vraag: dict[str, str], browser_van_controller: Client) -> None:
    maak_verband(slug="verzonnen-dienst")
    antwoord = browser_van_controller.get(PAD, vraag)
    assert (antwoord.status_code, len(fouten(antwoord))) == (422, 1)


@pytest.mark.parametrize(("bladzijde", "eerste"), [("1", 60), ("2", 10), ("99", 10), ("onzin", 60), ("-1", 10)])
def test_bladeren(bladzijde: str, eerste: int, browser_van_controller: Client, controller: Gebruiker) -> None:
    verband = maak_verband(uur(0), slug="verzonnen-dienst")
    for n in range(1, 61):
        rijen.wijzig_verband(verband=verband, versie=n, waarden={"doel": f"Doel {n}"}, door=controller, op=uur(n))
    context = browser_van_controller.get(PAD, {"bladzijde": bladzijde}).context
    assert context["dagen"][0]["regels"][0]["regel"].werd == (f"Doel {eerste}",)
    assert (context["totaal"], context["bladzijde"].paginator.num_pages) == (61, 2)


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen(aantal: int, browser_van_controller: Client, django_assert_num_queries: Any) -> None:
    verband = maak_verband(slug="verzonnen-dienst")
    for _ in range(aantal):
        maak_deelname(verband, maak_organisatie())
        maak_cijfer(maak_verband(), 2026, 1)
        maak_risico(verband)
    browser_van_controller.get(PAD)
    with django_assert_num_queries(6):
        assert browser_van_controller.get(PAD).context["totaal"] == 2 * aantal + 1


@pytest.mark.parametrize("rol", list(Rol))
def test_iedereen_mag_lezen_en_niemand_schrijven(rol: Rol) -> None:
    maak_verband(slug="verzonnen-dienst")
    client = Client()
    client.force_login(maak_gebruiker(rol))
    assert (client.get(PAD).status_code, client.post(PAD).status_code) == (200, 405)
    assert client.get("/verbanden/onbekend/geschiedenis/").status_code == 404


def test_tekst_van_mensen_is_nooit_opmaak(browser_van_controller: Client, controller: Gebruiker) -> None:
    kwaad = "<script>alert(1)</script>"
    verband = maak_verband(uur(0), slug="verzonnen-dienst", naam=kwaad, doel=kwaad)
    rijen.wijzig_verband(
        verband=verband, versie=1, waarden={"doel": f"{kwaad}2"}, door=controller, op=uur(1), reden=kwaad
    )
    maak_risico(verband, uur(2), omschrijving=kwaad)
    assert kwaad not in browser_van_controller.get(PAD).content.decode()
