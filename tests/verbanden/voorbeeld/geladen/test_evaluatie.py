"""Function 3 in the example: two years of progress, a round that was held with its bundle, and what was done."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import outloud
import pikepdf
import pytest
from django.utils import timezone
from pypdf import PdfReader

from evaluatie.evaluaties import bundel as bundels
from evaluatie.gedaan import gedaan
from evaluatie.handelingen.evaluaties import politiek
from evaluatie.models import Evaluatie, VastgesteldeEvaluatie, Voortgang
from evaluatie.models.evaluatie import Stap
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("geladen")]


@pytest.fixture
def vandaag() -> Peildatum:
    return Peildatum(timezone.localdate())


def test_wie_er_een_jaar_is_heeft_twee_jaar_voortgang() -> None:
    ronden = defaultdict(set)
    afgerond = Voortgang.objects.filter(status="afgerond")
    for slug, jaar, moment in afgerond.values_list("verband__slug", "jaar", "moment"):
        ronden[slug].add((jaar, moment))
    twee_jaar = {(2024, "jaarrekening"), (2026, "begroting"), (2025, "jaarrekening"), (2027, "begroting")}
    assert len([slug for slug, eigen in ronden.items() if eigen >= twee_jaar]) >= 7


def test_de_ronde_over_2025_is_helemaal_vastgesteld_en_elke_stap_heeft_een_dag() -> None:
    ronde = Evaluatie.objects.filter(jaar=2025)
    assert set(ronde.values_list("stap", flat=True)) == {Stap.VASTGESTELD}
    geevalueerd = set(ronde.values_list("verband_id", flat=True))
    assert {verband.id for verband in politiek(date(2026, 1, 12))} <= geevalueerd
    for vast in VastgesteldeEvaluatie.objects.filter(evaluatie__jaar=2025):
        assert all(stap["klaar"] for stap in vast.gegevens["stappen"]), vast.gegevens["naam"]


def test_de_bundel_heeft_een_overzicht_en_per_verband_een_bladzijde(vandaag: Peildatum, tmp_path: Path) -> None:
    """Three of the eight, to be quick: the checker finds no error, all have tags, and the words are in order."""
    bundel = bundels.lees(2025, vandaag)
    assert (len(bundel.regels), bundel.bezig) == (8, ())
    kort = replace(bundel, regels=bundel.regels[:3])
    inhoud = bundels.document(kort, gemeente="Voorbeeld")
    bestand = tmp_path / "bundel.pdf"
    bestand.write_bytes(inhoud)
    ernstig = [een for een in outloud.check(str(bestand)).findings if str(een.severity).lower().endswith("error")]
    assert ernstig == []
    bladen = [blad.extract_text() for blad in PdfReader(BytesIO(inhoud)).pages]
    assert len(bladen) == 4
    in_volgorde(bladen[0], "Evaluatie 2025", "Conclusie per verband", "Zorgen per thema", "Wat verandert")
    for blad, regel in zip(bladen[1:], kort.regels, strict=True):
        in_volgorde(blad, regel.vast["naam"], "Conclusie per thema", "Alle oordelen", "Gesprek en gegevens")
    met_labels(inhoud, koppen=4, tabellen=8)


def in_volgorde(blad: str, *woorden: str) -> None:
    """These words stand on the page, one after the other."""
    plekken = [blad.index(woord) for woord in woorden]
    assert plekken == sorted(plekken)


def met_labels(inhoud: bytes, *, koppen: int, tabellen: int) -> None:
    """The tag tree: the language, a heading per part, a caption per table, and of each header cell what it is for."""
    with pikepdf.open(BytesIO(inhoud)) as document:
        delen = [een for een in document.objects if isinstance(een, pikepdf.Dictionary) and "/S" in een]
        soorten = [str(een.get("/S")) for een in delen]
        assert str(document.Root.Lang) == "nl"
        assert [soorten.count(soort) for soort in ("/H1", "/Table", "/Caption")] == [koppen, tabellen, tabellen]
        assert {str(een.A.Scope) for een in delen if een.get("/S") == pikepdf.Name.TH} == {"/Column", "/Row"}


def test_in_2025_kwam_iets_klaar_voor_de_gemeente_en_voor_verzonnen_verbanden(vandaag: Peildatum) -> None:
    klaar = [een for een in gedaan(vandaag, 2025) if een.klaar_op]
    assert len(klaar) >= 6
    assert all(een.notities for een in klaar)
    assert {een.slug for een in klaar if not een.slug} == {""}
    verzonnen = set(Samenwerkingsverband.objects.filter(fictief=True).values_list("slug", flat=True))
    assert {een.slug for een in klaar if een.slug} <= verzonnen
    assert all("(fictief)" in notitie.tekst for een in klaar for notitie in een.notities)
