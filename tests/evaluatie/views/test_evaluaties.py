"""Evaluations on the screen: prepared, judged apart, discussed, concluded, adopted by somebody else, and bundled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pikepdf
import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from evaluatie.evaluaties import rapport
from evaluatie.evaluaties.overzicht import te_late_stappen
from evaluatie.handelingen import evaluatieconclusies
from evaluatie.handelingen import evaluaties as handelingen
from evaluatie.models import Evaluatie, Evaluatieoordeel, Ontwikkelpunt, VastgesteldeEvaluatie
from evaluatie.models.evaluatie import Stap
from evaluatie.signalering import vind
from governance.handelingen import instrumenten
from governance.models import Instrumentversie
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from tests.evaluatie.handelingen.test_evaluaties import PDF, beoordeel, concludeer, naar, stel_vast
from tests.fabriek import (
    NU,
    maak_accounthouder,
    maak_belangrijkheid,
    maak_evaluatie,
    maak_evaluatiekader,
    maak_gebruiker,
    maak_gemeente,
    maak_verband,
)
from tests.tabellen import tekst
from tests.verbanden.views.hulp import fouten, log_in
from verbanden.models import Klasse, Levensfase, Samenwerkingsverband

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
MORGEN = datetime(2026, 5, 21, 12, 0, tzinfo=NU.tzinfo)


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(GISTEREN)
        maak_evaluatiekader(GISTEREN)
        yield


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband(GISTEREN, slug="kring", naam="Kring", levensfase=Levensfase.UITVOEREN)


@pytest.fixture
def controller() -> Gebruiker:
    return maak_gebruiker(Rol.CONTROLLER, naam="Controller")


@pytest.fixture
def griffie() -> Gebruiker:
    return maak_gebruiker(Rol.GRIFFIE, naam="Griffie")


def lees(pad: str, rol: Rol = Rol.RAADSLID) -> Any:
    return log_in(maak_gebruiker(rol)).get(pad)


def geconcludeerd(verband: Samenwerkingsverband, leider: Gebruiker, jaar: int = 2025) -> Evaluatie:
    """An evaluation as far as its conclusion; judged 'matig' by its leader and 'voldoende' by somebody else."""
    evaluatie = maak_evaluatie(verband, jaar, "oordeel", leider=leider)
    beoordeel(evaluatie, leider, "matig")
    beoordeel(evaluatie, maak_gebruiker(Rol.COLLEGE), "voldoende")
    evaluatie = naar(evaluatie, Stap.GESPREK, leider)
    gesprek = {"gesprek_op": NU.date(), "gesprek_met": "college", "verslag": "Verzonnen verslag."}
    evaluatie = handelingen.schrijf(
        evaluatie=evaluatie, velden=handelingen.GESPREK, waarden=gesprek, versie=evaluatie.versie, door=leider, op=NU
    )
    return concludeer(naar(evaluatie, Stap.CONCLUSIE, leider), leider)


def doorloop(klant: Client, evaluatie_id: int, stap: str, **anders: str) -> Any:
    versie = Evaluatie.objects.values_list("versie", flat=True).get(pk=evaluatie_id)
    return klant.post(f"/evaluaties/{evaluatie_id}/", {"naar": stap, "versie": str(versie), **anders})


def test_de_griffie_zet_klaar_en_een_tweede_keer_doet_niets(griffie: Gebruiker, verband: Samenwerkingsverband) -> None:
    maak_belangrijkheid(verband, Klasse.POLITIEK)
    klant = log_in(griffie)
    antwoord = klant.post("/evaluaties/", {"actie": "klaarzetten", "ronde-jaar": "2025"}, follow=True)
    assert "Er staat 1 evaluatie klaar." in tekst(antwoord)
    antwoord = klant.post("/evaluaties/", {"actie": "klaarzetten", "ronde-jaar": "2025"}, follow=True)
    assert "Alles stond al klaar." in tekst(antwoord)
    assert fouten(klant.post("/evaluaties/", {"actie": "klaarzetten", "ronde-jaar": "2019"}))
    assert Evaluatie.objects.count() == 1


def test_een_accounthouder_begint_alleen_een_evaluatie_van_een_eigen_verband(verband: Samenwerkingsverband) -> None:
    maak_verband(GISTEREN, naam="Ander verband")
    klant = log_in(maak_accounthouder(verband))
    woorden = tekst(klant.get("/evaluaties/"))
    assert "Begin een evaluatie van een ander verband" in woorden
    assert "Ander verband" not in woorden.split("Begin een evaluatie")[1].replace("een ander verband", "")
    velden = {"actie": "begin", "begin-verband": str(verband.pk), "begin-jaar": "2026", "begin-waarom": "Werkt het?"}
    antwoord = klant.post("/evaluaties/", velden, follow=True)
    assert "De evaluatie is begonnen." in tekst(antwoord)
    assert fouten(klant.post("/evaluaties/", velden)) == ["Van dit verband is er al een evaluatie over dit jaar."]


def test_van_begin_tot_eind_op_het_scherm(
    verband: Samenwerkingsverband, controller: Gebruiker, griffie: Gebruiker
) -> None:
    klant, college = log_in(controller), log_in(maak_gebruiker(Rol.COLLEGE))
    evaluatie = handelingen.begin(verband=verband, jaar=2025, waarom="Werkt het?", door=controller, op=NU)
    pad = f"/evaluaties/{evaluatie.pk}/"
    assert "Kies wie de evaluatie leidt." in tekst(klant.get(pad))
    opzet = {
        "leider": str(controller.pk), "waarom": "Werkt het?", "criteria": ["doelen_gehaald", "risicos_beheerst"],
        "zwaar": ["doelen_gehaald"], "versie": "1",
    }  # fmt: skip
    assert klant.post(f"{pad}opzet/", opzet).status_code == 302
    assert doorloop(klant, evaluatie.pk, "gegevens").status_code == 302
    assert fouten(klant.post(f"{pad}gegevens/", {"gegevens": "", "versie": "3"}))
    assert klant.post(f"{pad}gegevens/", {"gegevens": "Metingen.", "versie": "3"}).status_code == 302
    assert doorloop(klant, evaluatie.pk, "oordeel").status_code == 302
    for wie, oordeel in ((klant, "matig"), (college, "goed")):
        velden = {"functie": "Functie"}
        for id_ in ("doelen_gehaald", "risicos_beheerst"):
            velden |= {f"oordeel_{id_}": oordeel, f"zin_{id_}": f"Ik vind dit {oordeel}.", f"bewijs_{id_}": "meting"}
        assert wie.post(f"{pad}oordeel/", velden).status_code == 302
    assert doorloop(klant, evaluatie.pk, "gesprek").status_code == 302
    assert "Begin bij de grootste verschillen: de doelen worden gehaald, de risico" in tekst(klant.get(pad))
    gesprek = {"gesprek_op": "20-5-2026", "gesprek_met": "college", "verslag": "Goed gesprek.", "versie": "6"}
    assert klant.post(f"{pad}gesprek/", gesprek).status_code == 302
    assert doorloop(klant, evaluatie.pk, "conclusie").status_code == 302
    conclusie = {
        "besluit": "doorgaan", "zin": "Het werkt.", "versie": "8",
        **{f"oordeel_{thema}": "op_koers" for thema in ("doelbereik", "risico")},
        **{f"zin_{thema}": "Het gaat goed." for thema in ("doelbereik", "risico")},
    }  # fmt: skip
    assert klant.post(f"{pad}conclusie/", conclusie).status_code == 302
    assert "Iemand anders dan wie de conclusie schreef" in tekst(klant.get(f"{pad}vaststellen/"))
    griffier = log_in(griffie)
    bladzij = griffier.get(f"{pad}vaststellen/")
    assert griffier.post(f"{pad}vaststellen/", {"gezien": "anders"}).status_code == 409
    assert griffier.post(f"{pad}vaststellen/", {"gezien": bladzij.context["gezien"]}).status_code == 302
    vast = VastgesteldeEvaluatie.objects.get()
    antwoord = griffier.get(f"{pad}rapport.pdf")
    assert antwoord.content == bytes(vast.pdf)
    assert griffier.get(f"{pad}rapport.pdf", headers={"If-None-Match": antwoord["ETag"]}).status_code == 304
    assert "Doorgaan Het werkt. Evaluatie 2025 , vastgesteld op 20 mei 2026." in tekst(lees("/verbanden/kring/"))


def test_oordelen_zijn_pas_te_zien_als_het_gesprek_begint(verband: Samenwerkingsverband, controller: Gebruiker) -> None:
    evaluatie = maak_evaluatie(verband, stap="oordeel", leider=controller, waarom_een="Klein verband.")
    ander = maak_gebruiker(Rol.COLLEGE)
    beoordeel(evaluatie, controller, "onvoldoende")
    eigen = f"/evaluaties/{evaluatie.pk}/"
    for klant, aantal in ((log_in(controller), 2), (log_in(ander), 0), (log_in(maak_gebruiker(Rol.RAADSLID)), 0)):
        woorden = tekst(klant.get(eigen))
        assert woorden.count("Verzonnen zin.") == aantal
        assert "1 persoon heeft een oordeel gegeven." in woorden
    assert lees(f"{eigen}rapport.pdf").status_code == 404
    assert "Verzonnen zin." not in tekst(lees("/verbanden/kring/geschiedenis/", Rol.CONTROLLER))
    naar(Evaluatie.objects.get(), Stap.GESPREK, controller)
    assert tekst(log_in(ander).get(eigen)).count("Verzonnen zin.") == 2


def test_verschil_en_een_andere_conclusie_blijven_te_zien(verband: Samenwerkingsverband, controller: Gebruiker) -> None:
    evaluatie = geconcludeerd(verband, controller)
    woorden = tekst(lees(f"/evaluaties/{evaluatie.pk}/"))
    assert woorden.count("Oordelen verschillen") == 2
    assert "Op koers de oordelen samen: aandacht" in woorden
    assert "Nog niet vastgesteld." in woorden


def test_een_conclusie_komt_met_een_klik_op_de_ontwikkelagenda(
    verband: Samenwerkingsverband, controller: Gebruiker, griffie: Gebruiker
) -> None:
    stel_vast(geconcludeerd(verband, controller), griffie)
    klant = log_in(controller)
    pad = "/verbanden/kring/evaluaties/"
    assert "Zet op de ontwikkelagenda" in tekst(klant.get(pad))
    velden = {"titel": "Doelen en resultaten: Verzonnen zin.", "herkomst": "evaluaties:2025-doelbereik"}
    antwoord = klant.post("/verbanden/kring/ontwikkelagenda/", velden)
    assert antwoord["Location"] == pad
    assert Ontwikkelpunt.objects.get().herkomst == "evaluaties:2025-doelbereik"
    assert "Op de ontwikkelagenda : voorgesteld" in tekst(klant.get(pad))
    assert 'href="/verbanden/kring/evaluaties/"' in klant.get("/verbanden/kring/ontwikkelagenda/").content.decode()
    assert "Doelen en resultaten: Verzonnen zin." in tekst(lees("/evaluaties/bundel/2025/"))


@pytest.mark.parametrize("deel", ["opzet", "gegevens", "gesprek"])
def test_een_oude_versie_toont_wat_de_ander_bewaarde(
    verband: Samenwerkingsverband, controller: Gebruiker, deel: str
) -> None:
    stap = "gesprek" if deel == "gesprek" else "opzet"
    evaluatie = maak_evaluatie(verband, stap=stap, leider=controller)
    velden = {
        "leider": str(controller.pk), "criteria": ["doelen_gehaald"], "waarom": "Mijn vraag",
        "gegevens": "Mijn gegevens", "gesprek_op": "20-5-2026", "gesprek_met": "mijn gesprek",
        "verslag": "Mijn verslag", "versie": "7",
    }  # fmt: skip
    antwoord = log_in(controller).post(f"/evaluaties/{evaluatie.pk}/{deel}/", velden)
    assert antwoord.status_code == 409
    woorden = tekst(antwoord)
    assert "Wat de ander bewaarde" in woorden
    assert Evaluatie.objects.get().versie == 1


def test_de_planning_verandert_zonder_die_van_een_ander_te_verliezen(
    verband: Samenwerkingsverband, controller: Gebruiker
) -> None:
    evaluatie = maak_evaluatie(verband, leider=controller)
    klant, pad = log_in(controller), f"/evaluaties/{evaluatie.pk}/planning/"
    velden = {
        f"{wat}_{stap}": waarde
        for stap in Stap.values
        for wat, waarde in (("wie", "college"), ("op", "1-9-2026"), ("versie", "1"))
    }
    assert "Opzet: wie" in tekst(klant.get(pad))
    assert klant.post(pad, velden).status_code == 302
    assert klant.post(pad, {**velden, "wie_opzet": "raad"}).status_code == 409
    assert {rij.wie for rij in evaluatie.stappen.all()} == {"college"}


def test_te_late_stappen_zijn_signalen(verband: Samenwerkingsverband, controller: Gebruiker) -> None:
    maak_evaluatie(verband, stap="gegevens", leider=controller)
    (signaal,) = [
        een
        for een in vind(Peildatum(NU.date()), {verband.pk: verband}, {})
        if een.regel.sleutel == "evaluatiestap_te_laat"
    ]
    assert signaal.zin == "Evaluatie 2025 van Kring: de stap gegevens had op 28 februari 2026 klaar moeten zijn."
    assert te_late_stappen(Peildatum(date(2026, 2, 28)), [verband.pk]) == []
    assert "1 is te laat." in tekst(lees("/evaluaties/"))


def test_een_eerdere_dag_laat_zien_hoe_het_toen_was(
    verband: Samenwerkingsverband, controller: Gebruiker, griffie: Gebruiker
) -> None:
    evaluatie = geconcludeerd(verband, controller)
    with time_machine.travel(MORGEN, tick=False):
        gegevens = rapport.gegevens(handelingen.beeld_van(evaluatie, MORGEN), door=griffie, op=MORGEN)
        evaluatieconclusies.stel_vast(
            evaluatie=evaluatie, gegevens=gegevens, pdf=PDF, versie=evaluatie.versie, door=griffie, op=MORGEN
        )
        assert "Bijsturen: Kring." in tekst(lees("/evaluaties/bundel/2025/"))
        toen = tekst(lees("/evaluaties/bundel/2025/?peildatum=2026-05-20"))
        assert "Er is nog geen evaluatie vastgesteld." in toen
        assert "Nog niet vastgesteld Kring , nu in de stap conclusie" in toen
        assert lees(f"/evaluaties/{evaluatie.pk}/?peildatum=2026-05-19").status_code == 404
        woorden = tekst(log_in(controller).get(f"/evaluaties/{evaluatie.pk}/?peildatum=2026-05-20"))
        assert "Nu: conclusie" in woorden
        assert "Schrijf de conclusie" not in woorden.replace("Schrijf de conclusie.", "")
        assert lees(f"/evaluaties/{evaluatie.pk}/rapport.pdf?peildatum=2026-05-20").status_code == 404
        klant = log_in(controller)
        klant.get("/evaluaties/?peildatum=2026-05-20")
        assert klant.post(f"/evaluaties/{evaluatie.pk}/", {"naar": "gesprek"}).status_code == 403


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_het_aantal_vragen_groeit_niet(
    controller: Gebruiker, griffie: Gebruiker, django_assert_num_queries: DjangoAssertNumQueries, aantal: int
) -> None:
    """Session and user 2; the rest of each page the same for 1, 3 and 25 evaluations."""
    for _ in range(aantal):
        stel_vast(geconcludeerd(maak_verband(GISTEREN, levensfase=Levensfase.UITVOEREN), controller), griffie)
    eerste = Evaluatie.objects.earliest("id")
    klant = log_in(maak_gebruiker(Rol.RAADSLID))
    klant.get("/evaluaties/bundel/2025/")
    klant.get(f"/evaluaties/{eerste.pk}/")
    for pad, vragen in (
        ("/evaluaties/", 8),
        ("/evaluaties/bundel/2025/", 9),
        (f"/evaluaties/{eerste.pk}/", 10),
        (f"/verbanden/{eerste.verband.slug}/evaluaties/", 14),
    ):
        with django_assert_num_queries(vragen):
            assert klant.get(pad).status_code == 200


def labels(inhoud: bytes) -> list[str]:
    """The structure tags of a PDF, with for each TH whether it has a scope."""
    with pikepdf.open(BytesIO(inhoud)) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang).startswith("nl")
        return list(_labels(document.Root.StructTreeRoot))


def _labels(knoop: Any) -> Iterator[str]:
    if isinstance(knoop, pikepdf.Array):
        for kind in knoop:
            yield from _labels(kind)
    elif isinstance(knoop, pikepdf.Dictionary):
        if soort := knoop.get("/S"):
            yield str(soort) + ("+scope" if "/Scope" in str(knoop.get("/A", "")) else "")
        if (kinderen := knoop.get("/K")) is not None:
            yield from _labels(kinderen)


def test_rapport_en_bundel_zijn_pdf_met_labels(
    verband: Samenwerkingsverband, controller: Gebruiker, griffie: Gebruiker
) -> None:
    evaluatie = geconcludeerd(verband, controller)
    rapport_ = lees(f"/evaluaties/{evaluatie.pk}/rapport.pdf")
    assert "concept" in rapport_["Content-Disposition"]
    stel_vast(evaluatie, griffie)
    stel_vast(geconcludeerd(maak_verband(GISTEREN), controller), griffie)
    bundel = lees("/evaluaties/bundel/2025.pdf")
    assert bundel.content == lees("/evaluaties/bundel/2025.pdf").content
    for inhoud, koppen in ((rapport_.content, 1), (bundel.content, 3)):
        gevonden = labels(inhoud)
        assert gevonden.count("/H1") == koppen
        assert {"/Table", "/Caption"} <= set(gevonden)
        assert "/TH" not in gevonden
        assert "/TH+scope" in gevonden
    with pikepdf.open(BytesIO(bundel.content)) as document:
        assert len(document.pages) == 3
    assert lees("/evaluaties/bundel/2024.pdf").status_code == 404


def test_de_beheerder_bewerkt_het_kader_in_een_concept(verband: Samenwerkingsverband) -> None:
    beheerder = maak_gebruiker(Rol.BEHEERDER)
    versie = Instrumentversie.objects.geldend("evaluatiekader")
    assert "De doelen worden gehaald" in tekst(lees(f"/instrumenten/{versie.pk}/"))
    concept = instrumenten.begin_concept(soort="evaluatiekader", door=beheerder, op=NU)
    klant, pad = log_in(beheerder), f"/instrumenten/{concept.pk}/criteria/"
    velden = {
        "thema": "risico", "criterium": "Wij kennen de buffer", "vraag": "Is de buffer bekend?", "fasen": ["bestaand"],
        "bewijs": "Begroting", "versie": "1",
        **{f"woord_{woord}": f"Dit is {woord}." for woord in ("onvoldoende", "matig", "voldoende", "goed")},
    }  # fmt: skip
    assert fouten(klant.post(f"{pad}nieuw/", {"versie": "1"}))
    assert klant.post(f"{pad}nieuw/", velden).status_code == 302
    assert klant.post(f"{pad}geleerd/", {**velden, "versie": "2", "criterium": "Wij leren"}).status_code == 302
    woorden = tekst(klant.get(f"/instrumenten/{concept.pk}/"))
    assert "Wij kennen de buffer" in woorden
    assert "Wij leren" in woorden
    assert "We hebben ervan geleerd" in tekst(klant.get(f"/instrumenten/{versie.pk}/"))
    assert Evaluatieoordeel.objects.count() == 0
