"""An evaluation from beginning to end: steps, rights, four eyes, and what the database itself refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction

from evaluatie.evaluaties import rapport
from evaluatie.evaluaties.klaar import mist
from evaluatie.handelingen import evaluatieconclusies, evaluatieoordelen
from evaluatie.handelingen import evaluaties as handelingen
from evaluatie.handelingen.evaluatieoordelen import Inzending
from evaluatie.models import Evaluatie, Evaluatieconclusie, Evaluatieoordeel, Evaluatiestap, VastgesteldeEvaluatie
from evaluatie.models.evaluatie import VOLGENDE_STAPPEN, Stap
from samenwerkingswijzer.bevriezen import controlegetal
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    maak_accounthouder,
    maak_belangrijkheid,
    maak_evaluatie,
    maak_evaluatiekader,
    maak_evaluatieoordeel,
    maak_gebruiker,
    maak_verband,
)
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.models import Klasse, Levensfase, Samenwerkingsverband

pytestmark = pytest.mark.django_db
CRITERIA = ("doelen_gehaald", "risicos_beheerst")
THEMAS = {"doelbereik": ("aandacht", "Verzonnen zin."), "risico": ("op_koers", "Verzonnen zin.")}
PDF = b"%PDF-verzonnen"


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband(levensfase=Levensfase.UITVOEREN)


@pytest.fixture
def leider() -> Gebruiker:
    return maak_gebruiker(Rol.CONTROLLER)


@pytest.fixture
def griffie() -> Gebruiker:
    return maak_gebruiker(Rol.GRIFFIE)


def beoordeel(evaluatie: Evaluatie, wie: Gebruiker, oordeel: str = "matig", **anders: Any) -> list[Evaluatieoordeel]:
    inzendingen = [Inzending(id_, oordeel, "Verzonnen zin.", "verzonnen bewijs", anders.get(id_)) for id_ in CRITERIA]
    return evaluatieoordelen.geef(evaluatie=evaluatie, functie="Functie", oordelen=inzendingen, door=wie, op=NU)


def concludeer(evaluatie: Evaluatie, leider: Gebruiker, besluit: str = "bijsturen") -> Evaluatie:
    return evaluatieconclusies.concludeer(
        evaluatie=evaluatie, besluit=besluit, zin="Verzonnen zin.", themas=THEMAS, versie=evaluatie.versie,
        door=leider, op=NU,
    )  # fmt: skip


def naar(evaluatie: Evaluatie, stap: Stap, door: Gebruiker) -> Evaluatie:
    return handelingen.ga_naar(evaluatie=evaluatie, stap=stap, versie=evaluatie.versie, door=door, op=NU)


def stel_vast(evaluatie: Evaluatie, door: Gebruiker) -> VastgesteldeEvaluatie:
    gegevens = rapport.gegevens(handelingen.beeld_van(evaluatie, NU), door=door, op=NU)
    return evaluatieconclusies.stel_vast(
        evaluatie=evaluatie, gegevens=gegevens, pdf=PDF, versie=evaluatie.versie, door=door, op=NU
    )


@pytest.fixture
def geconcludeerd(verband: Samenwerkingsverband, leider: Gebruiker) -> Evaluatie:
    """An evaluation that went all the way to its conclusion through the acts."""
    evaluatie = maak_evaluatie(verband, leider=leider)
    evaluatie = naar(evaluatie, Stap.GEGEVENS, leider)
    evaluatie = naar(evaluatie, Stap.OORDEEL, leider)
    for wie, oordeel in ((leider, "matig"), (maak_gebruiker(Rol.COLLEGE), "voldoende")):
        beoordeel(evaluatie, wie, oordeel)
    evaluatie = naar(evaluatie, Stap.GESPREK, leider)
    gesprek = {"gesprek_op": NU.date(), "gesprek_met": "college", "verslag": "Verzonnen verslag."}
    evaluatie = handelingen.schrijf(
        evaluatie=evaluatie, velden=handelingen.GESPREK, waarden=gesprek, versie=evaluatie.versie, door=leider, op=NU
    )
    evaluatie = naar(evaluatie, Stap.CONCLUSIE, leider)
    return concludeer(evaluatie, leider)


@pytest.mark.parametrize(("van", "doel"), list(product(Stap, Stap)))
def test_alleen_de_stappen_van_de_tabel(
    verband: Samenwerkingsverband, leider: Gebruiker, van: Stap, doel: Stap
) -> None:
    """The act and the database keep the same table; adopting is never a step of `ga_naar`."""
    if van is Stap.VASTGESTELD:
        assert VOLGENDE_STAPPEN[van] == frozenset()
        return
    evaluatie = maak_evaluatie(verband, stap=van, leider=leider, waarom_een="Verzonnen reden.")
    if van is Stap.OORDEEL:
        beoordeel(evaluatie, leider)
    if van is Stap.GESPREK:
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE evaluatie_evaluatie SET gesprek_op = now(), gesprek_met = 'x', verslag = 'x' WHERE id = %s",
                [evaluatie.pk],
            )
    mag = doel in VOLGENDE_STAPPEN[van] and doel is not Stap.VASTGESTELD
    if mag:
        assert naar(evaluatie, doel, leider).stap == doel
        return
    with pytest.raises(ValidationError, match="Deze stap kan nu niet"):
        naar(evaluatie, doel, leider)
    if doel is not van and doel not in VOLGENDE_STAPPEN[van]:
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE evaluatie_evaluatie SET stap = %s WHERE id = %s", [doel.value, evaluatie.pk])


@pytest.mark.parametrize(
    ("stap", "velden", "zin"),
    [
        ("opzet", {"leider": None}, "Kies wie de evaluatie leidt."),
        ("opzet", {"criteria": []}, "Kies ten minste één criterium."),
        ("gegevens", {"gegevens": " "}, "Schrijf op welke gegevens er zijn en wat ontbreekt."),
        ("oordeel", {}, "2 criteria hebben nog geen oordeel."),
        ("gesprek", {}, "Vul in wanneer en met wie het gesprek was, met een kort verslag."),
    ],
)
def test_wat_ontbreekt_houdt_de_volgende_stap_tegen(
    verband: Samenwerkingsverband, leider: Gebruiker, stap: str, velden: dict[str, Any], zin: str
) -> None:
    evaluatie = maak_evaluatie(verband, stap=stap, **velden)
    assert mist(handelingen.beeld_van(evaluatie, NU)) == [zin]
    volgende = list(Stap)[list(Stap).index(Stap(stap)) + 1]
    with pytest.raises(ValidationError, match=zin.rstrip(".")):
        naar(evaluatie, volgende, leider)


def test_een_oordeel_per_criterium_vraagt_uitleg(verband: Samenwerkingsverband, leider: Gebruiker) -> None:
    evaluatie = maak_evaluatie(verband, stap="oordeel", leider=leider)
    beoordeel(evaluatie, leider)
    with pytest.raises(ValidationError, match="Niet elk criterium heeft twee oordelen"):
        naar(evaluatie, Stap.GESPREK, leider)
    evaluatie = handelingen.schrijf(
        evaluatie=evaluatie, velden=handelingen.TOELICHTING, waarden={"waarom_een": "Klein verband."},
        versie=evaluatie.versie, door=leider, op=NU,
    )  # fmt: skip
    assert naar(evaluatie, Stap.GESPREK, leider).stap == Stap.GESPREK


def test_jaarlijks_klaarzetten_gaat_naar_de_klasse_en_is_te_herhalen(griffie: Gebruiker) -> None:
    maak_evaluatiekader(NU)
    zeer, gewoon, ook, niet, klaar = (maak_verband(levensfase=Levensfase.UITVOEREN) for _ in range(5))
    houder = maak_accounthouder(zeer)
    for verband, klasse in ((zeer, Klasse.POLITIEK_ZEER), (gewoon, Klasse.POLITIEK), (niet, Klasse.BESTUURLIJK)):
        maak_belangrijkheid(verband, klasse)
    maak_belangrijkheid(ook, Klasse.AMBTELIJK, ook=[Klasse.POLITIEK.value])
    maak_belangrijkheid(niet, Klasse.POLITIEK, datum=date(2024, 7, 1))  # an earlier decision is not in force any more
    maak_belangrijkheid(klaar, Klasse.POLITIEK)
    maak_evaluatie(klaar)
    gemaakt = handelingen.zet_klaar(jaar=2025, door=griffie, op=NU)
    assert {een.verband for een in gemaakt} == {zeer, gewoon, ook}
    assert handelingen.zet_klaar(jaar=2025, door=griffie, op=NU) == []
    eerste = next(een for een in gemaakt if een.verband == zeer)
    assert (eerste.leider, len(eerste.criteria), eerste.fase) == (houder, 8, "bestaand")
    assert [rij.stap for rij in eerste.stappen.all()] == Stap.values
    assert min(rij.gepland_op for rij in eerste.stappen.all()) == NU.date() + timedelta(days=30)


@pytest.mark.parametrize(
    ("fase", "verwacht"), [("verkennen", "aangaan"), ("heroverwegen", "bestaand"), ("beeindigen", "beeindigen")]
)
def test_de_criteria_volgen_de_levensfase(leider: Gebruiker, fase: str, verwacht: str) -> None:
    maak_evaluatiekader(NU)
    verband = maak_verband(levensfase=fase)
    evaluatie = handelingen.begin(verband=verband, jaar=2026, waarom="Verzonnen vraag.", door=leider, op=NU)
    assert (evaluatie.fase, evaluatie.aanleiding) == (verwacht, "keuze")
    with pytest.raises(ValidationError, match="er al een evaluatie over dit jaar"):
        handelingen.begin(verband=verband, jaar=2026, waarom="Nog een keer.", door=leider, op=NU)
    with pytest.raises(ValidationError, match="Kies 2025 of 2026"):
        handelingen.begin(verband=verband, jaar=2024, waarom="Te laat.", door=leider, op=NU)


def _zet_klaar(evaluatie: Evaluatie, wie: Gebruiker) -> object:
    return handelingen.zet_klaar(jaar=2025, door=wie, op=NU)


def _begin(evaluatie: Evaluatie, wie: Gebruiker) -> object:
    return handelingen.begin(verband=evaluatie.verband, jaar=2026, waarom="x", door=wie, op=NU)


def _plan(evaluatie: Evaluatie, wie: Gebruiker) -> object:
    return handelingen.plan(evaluatie=evaluatie, stappen={}, door=wie, op=NU)


def _stap(evaluatie: Evaluatie, wie: Gebruiker) -> object:
    return naar(evaluatie, Stap.GESPREK, wie)


@pytest.mark.parametrize(
    ("doe", "rollen"),
    [
        (_zet_klaar, (Rol.RAADSLID, Rol.COLLEGE, Rol.ACCOUNTHOUDER)),
        (_begin, (Rol.RAADSLID, Rol.COLLEGE, Rol.ACCOUNTHOUDER, Rol.GRIFFIE)),
        (_plan, (Rol.RAADSLID, Rol.COLLEGE, Rol.ACCOUNTHOUDER, Rol.GRIFFIE)),
        (_stap, (Rol.RAADSLID, Rol.COLLEGE, Rol.ACCOUNTHOUDER, Rol.GRIFFIE)),
        (concludeer, (Rol.RAADSLID, Rol.COLLEGE, Rol.ACCOUNTHOUDER, Rol.GRIFFIE)),
        (stel_vast, (Rol.RAADSLID, Rol.COLLEGE, Rol.ACCOUNTHOUDER)),
        (beoordeel, (Rol.RAADSLID,)),
    ],
)
def test_zonder_recht_gebeurt_er_niets(
    geconcludeerd: Evaluatie, doe: Callable[[Evaluatie, Gebruiker], object], rollen: tuple[Rol, ...]
) -> None:
    for rol in rollen:
        with pytest.raises(PermissionDenied):
            doe(geconcludeerd, maak_gebruiker(rol))


def test_wie_leidt_mag_schrijven_en_wie_niet_in_is_niet(verband: Samenwerkingsverband) -> None:
    leider = maak_gebruiker(Rol.COLLEGE)
    evaluatie = maak_evaluatie(verband, leider=leider)
    assert naar(evaluatie, Stap.GEGEVENS, leider).stap == Stap.GEGEVENS


def test_oordelen_vragen_een_zin_en_bewijs_en_een_gekozen_criterium(
    verband: Samenwerkingsverband, leider: Gebruiker
) -> None:
    evaluatie = maak_evaluatie(verband, stap="oordeel")
    for een, fout in (
        (Inzending("doelen_gehaald", "goed", "Zin.", " ", None), "Schrijf op welk bewijs er is"),
        (Inzending("doelen_gehaald", "goed", " ", "x", None), "Een oordeel zonder zin telt niet"),
        (Inzending("goede_partner", "goed", "Zin.", "x", None), "Deze evaluatie vraagt niet naar goede_partner"),
        (Inzending("doelen_gehaald", "prima", "Zin.", "x", None), "geen geldige keuze"),
    ):
        with pytest.raises(ValidationError, match=fout):
            evaluatieoordelen.geef(evaluatie=evaluatie, functie="F", oordelen=[een], door=leider, op=NU)
    (rij,) = evaluatieoordelen.geef(
        evaluatie=evaluatie, functie="F", oordelen=[Inzending("doelen_gehaald", "geen_oordeel", "Zin.", "", None)],
        door=leider, op=NU,
    )  # fmt: skip
    assert rij.bewijs == ""


def test_een_eigen_oordeel_verandert_met_zijn_versie_en_blijft_van_die_ene(
    verband: Samenwerkingsverband, leider: Gebruiker
) -> None:
    evaluatie = maak_evaluatie(verband, stap="oordeel")
    eerste = beoordeel(evaluatie, leider)
    with pytest.raises(VersieConflict):
        beoordeel(evaluatie, leider, "goed")
    beoordeel(evaluatie, leider, "goed", **{rij.criterium: rij.versie for rij in eerste})
    beoordeel(evaluatie, maak_gebruiker(Rol.COLLEGE), "onvoldoende")
    assert sorted(Evaluatieoordeel.objects.values_list("oordeel", flat=True)) == ["goed"] * 2 + ["onvoldoende"] * 2


def test_buiten_de_stap_komt_er_geen_oordeel_ook_niet_langs_de_database(geconcludeerd: Evaluatie) -> None:
    with pytest.raises(ValidationError, match="Dit kan niet in de stap 'conclusie'"):
        beoordeel(geconcludeerd, maak_gebruiker(Rol.COLLEGE))
    with pytest.raises(DatabaseError, match="only given while"), transaction.atomic():
        maak_evaluatieoordeel(geconcludeerd)
    with pytest.raises(DatabaseError), transaction.atomic():
        Evaluatieoordeel.objects.earliest("id").delete()


def test_een_oude_versie_wordt_geweigerd(verband: Samenwerkingsverband, leider: Gebruiker) -> None:
    evaluatie = maak_evaluatie(verband, leider=leider)
    oud = evaluatie.versie
    vast: dict[str, Any] = {"evaluatie": evaluatie, "velden": handelingen.GEGEVENS, "door": leider, "op": NU}
    handelingen.schrijf(waarden={"gegevens": "De eerste."}, versie=oud, **vast)
    with pytest.raises(VersieConflict):
        handelingen.schrijf(waarden={"gegevens": "De tweede."}, versie=oud, **vast)
    assert Evaluatie.objects.get().gegevens == "De eerste."


def test_een_planning_verandert_per_stap(verband: Samenwerkingsverband, leider: Gebruiker) -> None:
    evaluatie = maak_evaluatie(verband, leider=leider)
    rij = evaluatie.stappen.get(stap="oordeel")
    nieuw = {"oordeel": handelingen.Planning("college", date(2026, 9, 1), rij.versie)}
    handelingen.plan(evaluatie=evaluatie, stappen=nieuw, door=leider, op=NU)
    assert str(evaluatie.stappen.get(stap="oordeel")) == "Oordeel: college"
    met_oud = {"oordeel": handelingen.Planning("raad", date(2026, 9, 1), rij.versie)}
    with pytest.raises(VersieConflict):
        handelingen.plan(evaluatie=evaluatie, stappen=met_oud, door=leider, op=NU)


def test_vier_ogen(geconcludeerd: Evaluatie, leider: Gebruiker, griffie: Gebruiker) -> None:
    with pytest.raises(ValidationError, match="Iemand anders dan wie de conclusie schreef"):
        stel_vast(geconcludeerd, leider)
    with pytest.raises(DatabaseError, match="somebody else"), transaction.atomic():
        VastgesteldeEvaluatie.objects.create(
            evaluatie=geconcludeerd, gegevens={}, gegevens_sha256="x", pdf=PDF, pdf_sha256="x", door=leider, op=NU
        )
    bevroren = stel_vast(geconcludeerd, griffie)
    assert bevroren.gegevens_sha256 == controlegetal(bevroren.gegevens)
    assert bevroren.gegevens["besluit"] == {"code": "bijsturen", "woord": "Bijsturen"}
    assert [thema["verschillen"] for thema in bevroren.gegevens["themas"]] == [True, True]
    assert Gebeurtenis.objects.filter(wat="vastgesteld", object_id=geconcludeerd.pk).count() == 1


def test_vaststellen_vraagt_de_gegevens_van_nu(geconcludeerd: Evaluatie, griffie: Gebruiker) -> None:
    gegevens = rapport.gegevens(handelingen.beeld_van(geconcludeerd, NU), door=griffie, op=NU) | {"zin": "Anders."}
    with pytest.raises(ValidationError, match="Er is intussen iets veranderd"):
        evaluatieconclusies.stel_vast(
            evaluatie=geconcludeerd, gegevens=gegevens, pdf=PDF, versie=geconcludeerd.versie, door=griffie, op=NU
        )


def test_wat_is_vastgesteld_blijft_ook_voor_wie_sql_kan_schrijven(geconcludeerd: Evaluatie, griffie: Gebruiker) -> None:
    stel_vast(geconcludeerd, griffie)
    nummer = geconcludeerd.pk
    for vraag in (
        "UPDATE evaluatie_evaluatie SET zin = 'anders' WHERE id = %s",
        "UPDATE evaluatie_evaluatie SET stap = 'conclusie' WHERE id = %s",
        "UPDATE evaluatie_evaluatieoordeel SET zin = 'anders' WHERE evaluatie_id = %s",
        "UPDATE evaluatie_evaluatieconclusie SET zin = 'anders' WHERE evaluatie_id = %s",
        "UPDATE evaluatie_evaluatiestap SET wie = 'anders' WHERE evaluatie_id = %s",
        "DELETE FROM evaluatie_evaluatieconclusie WHERE evaluatie_id = %s",
        "UPDATE evaluatie_vastgesteldeevaluatie SET gegevens_sha256 = 'x' WHERE evaluatie_id = %s",
        "DELETE FROM evaluatie_vastgesteldeevaluatie WHERE evaluatie_id = %s",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL pgtrigger.ignore = '{{evaluatie_evaluatie}}'; {vraag}", [nummer])


def test_vastgesteld_zonder_bevroren_inhoud_kan_niet(geconcludeerd: Evaluatie, griffie: Gebruiker) -> None:
    vraag = """
        UPDATE evaluatie_evaluatie SET stap = 'vastgesteld', vastgesteld_op = now(), vastgesteld_door_id = %s
        WHERE id = %s; SET CONSTRAINTS ALL IMMEDIATE
    """
    wie = [griffie.pk, geconcludeerd.pk]
    with pytest.raises(DatabaseError, match="frozen content"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(vraag, wie)


def test_een_conclusie_gaat_over_elk_thema(geconcludeerd: Evaluatie, leider: Gebruiker) -> None:
    with pytest.raises(ValidationError, match="Schrijf een conclusie over elk thema"):
        evaluatieconclusies.concludeer(
            evaluatie=geconcludeerd, besluit="doorgaan", zin="Zin.", themas={"risico": ("geen", "Zin.")},
            versie=geconcludeerd.versie, door=leider, op=NU,
        )  # fmt: skip
    assert Evaluatieconclusie.objects.count() == 2


def test_een_stap_krijgt_de_dag_waarop_hij_klaar_was(geconcludeerd: Evaluatie, leider: Gebruiker) -> None:
    klaar = dict(Evaluatiestap.objects.filter(evaluatie=geconcludeerd).values_list("stap", "klaar_op"))
    assert [stap for stap, dag in klaar.items() if dag] == ["opzet", "gegevens", "oordeel", "gesprek"]
    naar(geconcludeerd, Stap.GESPREK, leider)
    assert Evaluatiestap.objects.get(evaluatie=geconcludeerd, stap="gesprek").klaar_op is None
