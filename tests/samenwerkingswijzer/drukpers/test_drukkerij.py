import dataclasses
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import outloud
import page
import pytest

from samenwerkingswijzer.drukpers.drukkerij import Drukkerij
from samenwerkingswijzer.drukpers.drukwerk import Drukwerk
from samenwerkingswijzer.drukpers.fouten import DrukFout
from samenwerkingswijzer.drukpers.weergave import Pers
from tests.samenwerkingswijzer.drukpers import proefdruk
from tests.samenwerkingswijzer.drukpers.proefdruk import MAPPEN, lijst, open_pdf, partij, teksten, voorblad

AANTAL = 4


@pytest.fixture
def drukkerij(tmp_path: Path) -> Drukkerij:
    return Drukkerij(tmp_path, MAPPEN)


@pytest.fixture(scope="module")
def gedrukt(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return Drukkerij(tmp_path_factory.mktemp("pers"), MAPPEN).druk(lijst(AANTAL))


@pytest.fixture
def gezet(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that are really set, in order."""
    lijst_: list[str] = []
    echt: Callable[..., bytes] = Pers.druk_deel

    def tel(pers: Pers, html: str, kenmerk: str) -> bytes:
        lijst_.append(html)
        return echt(pers, html, kenmerk)

    monkeypatch.setattr(Pers, "druk_deel", tel)
    return lijst_


@pytest.mark.parametrize("profiel", ["ua1", "2a"])
def test_een_bestand_is_toegankelijk_en_geschikt_voor_het_archief(gedrukt: bytes, profiel: str) -> None:
    uitslag = page.validate_pdf_bytes(gedrukt, profile=profiel)
    assert [(fout.rule_id, fout.message) for fout in uitslag.failures] == []
    assert uitslag.rules.total > 100


def test_de_voorlezer_vindt_geen_fout(gedrukt: bytes, tmp_path: Path) -> None:
    bestand = tmp_path / "lijst.pdf"
    bestand.write_bytes(gedrukt)
    vondsten = outloud.check(str(bestand)).findings
    assert [vondst for vondst in vondsten if str(vondst.severity).lower().endswith("error")] == []


def test_taal_titel_en_metadata(gedrukt: bytes) -> None:
    with open_pdf(gedrukt) as pdf:
        assert str(pdf.Root.Lang) == "nl"
        assert str(pdf.docinfo["/Title"]) == "Lijst verbonden partijen 2027 <fictief> & meer"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as gegevens:
            assert gegevens["dc:title"] == "Lijst verbonden partijen 2027 <fictief> & meer"
            assert (gegevens["pdfaid:part"], gegevens["pdfaid:conformance"], gegevens["pdfuaid:part"]) == (
                "2",
                "A",
                "1",
            )


def test_elke_bladzijde_draagt_zijn_nummer_en_de_voettekst(gedrukt: bytes) -> None:
    bladzijden = teksten(gedrukt)
    assert len(bladzijden) == AANTAL + 1
    for nummer, tekst in enumerate(bladzijden, start=1):
        assert re.findall(r"Pagina \d+ van \d+", tekst) == [f"Pagina {nummer} van {AANTAL + 1}"]
        assert tekst.count(proefdruk.VOET) == 1


def test_de_voet_hoort_niet_bij_wat_wordt_voorgelezen(gedrukt: bytes) -> None:
    with open_pdf(gedrukt) as pdf:
        for bladzijde in pdf.pages:
            stempel = bladzijde.Contents[-1].read_bytes()
            assert b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC" in stempel
            assert b"MCID" not in stempel


def test_de_leesvolgorde_is_die_van_de_delen(gedrukt: bytes) -> None:
    alles = " ".join(" ".join(tekst.split()) for tekst in teksten(gedrukt))
    verwacht = ["Lijst verbonden partijen", "Alles is fictief"]
    for nummer in range(1, AANTAL + 1):
        verwacht += [f"Partij {nummer} (fictief)", "Vestigingsplaats", "Cijfers, keer", "Ontwikkelingen", "Beleid"]
    plek = 0
    for woorden in verwacht:
        plek = alles.index(woorden, plek) + len(woorden)


def test_elk_lettertype_staat_een_keer_in_het_bestand(gedrukt: bytes) -> None:
    with open_pdf(gedrukt) as pdf:
        letters = {
            (str(letter.BaseFont), letter.objgen)
            for bladzijde in pdf.pages
            for letter in bladzijde.Resources.Font.values()
        }
    namen = [naam for naam, _ in letters]
    assert len(namen) == len(set(namen)) == 2


def test_bladwijzers_staan_op_volgorde_en_niveau(gedrukt: bytes) -> None:
    with open_pdf(gedrukt) as pdf:
        verwacht = [(1, "Lijst verbonden partijen", 1)]
        for nummer in range(1, AANTAL + 1):
            blad = nummer + 1
            verwacht += [(2, f"Partij {nummer} (fictief)", blad), (3, "Ontwikkelingen", blad), (3, "Beleid", blad)]
        assert proefdruk.bladwijzers(pdf) == verwacht


def test_een_link_komt_op_de_bladzijde_van_zijn_deel(gedrukt: bytes) -> None:
    with open_pdf(gedrukt) as pdf:
        nummers = {bladzijde.obj.objgen: nummer for nummer, bladzijde in enumerate(pdf.pages, start=1)}
        links = list(pdf.pages[0].Annots)
        assert [nummers[link.Dest[0].objgen] for link in links] == list(range(2, AANTAL + 2))
        assert [str(link.Contents) for link in links] == [f"Partij {nummer}" for nummer in range(1, AANTAL + 1)]
        assert all(int(link.F) & 4 for link in links)
    assert b"elders.invalid" not in gedrukt


def test_hetzelfde_geeft_dezelfde_bytes(gedrukt: bytes, tmp_path: Path) -> None:
    assert Drukkerij(tmp_path, MAPPEN).druk(lijst(AANTAL)) == gedrukt


def test_wat_er_al_is_wordt_niet_gezet(drukkerij: Drukkerij, gezet: list[str]) -> None:
    eerste = drukkerij.druk(lijst(AANTAL))
    assert len(gezet) == AANTAL + 1
    gezet.clear()
    assert drukkerij.druk(lijst(AANTAL)) == eerste
    assert gezet == []


def test_na_een_wijziging_wordt_alleen_dat_deel_gezet(drukkerij: Drukkerij, gezet: list[str]) -> None:
    oud = lijst(AANTAL)
    drukkerij.druk(oud)
    gezet.clear()
    nieuw = partij(2, tekst="Een nieuwe, fictieve tekst.")
    pdf = drukkerij.druk(dataclasses.replace(oud, delen=(*oud.delen[:2], nieuw, *oud.delen[3:])))
    assert gezet == [nieuw]
    assert "Een nieuwe, fictieve tekst." in teksten(pdf)[2]


def test_een_ander_stijlblad_is_een_ander_deel(tmp_path: Path) -> None:
    eigen = tmp_path / "static"
    (eigen / "css").mkdir(parents=True)
    blad = eigen / "css" / "tokens.css"
    blad.write_text("@import 'meer.css';")
    (eigen / "css" / "meer.css").write_text(".doc { color: #111 }")
    sleutels = [lijst(1).sleutels([eigen, *MAPPEN])]
    (eigen / "css" / "meer.css").write_text(".doc { color: #222 }")
    sleutels.append(lijst(1).sleutels([eigen, *MAPPEN]))
    assert not set(sleutels[0]) & set(sleutels[1])


def test_een_deel_dat_twee_keer_voorkomt(drukkerij: Drukkerij) -> None:
    pdf = drukkerij.druk(proefdruk.werk(voorblad(1), partij(1), partij(1)))
    assert page.validate_pdf_bytes(pdf, profile="ua1").failures == []
    with open_pdf(pdf) as document:
        namen = [str(element.ID) for element in proefdruk.elementen(document) if "/ID" in element]
        koppen = {str(kop) for element in proefdruk.elementen(document) for kop in _koppen(element)}
    assert len(namen) == len(set(namen))
    assert koppen <= set(namen)


def _koppen(element: Any) -> list[Any]:
    return [kop for kenmerk in proefdruk.lijst_van(element.get("/A")) for kop in kenmerk.get("/Headers", [])]


def test_de_namenboom_wijst_elk_element_aan(gedrukt: bytes) -> None:
    with open_pdf(gedrukt) as pdf:
        genoemd: dict[str, tuple[int, int]] = {}
        for blad in pdf.Root.StructTreeRoot.IDTree.Kids:
            namen = list(blad.Names)
            assert [str(grens) for grens in blad.Limits] == [str(namen[0]), str(namen[-2])]
            genoemd |= {str(naam): el.objgen for naam, el in zip(namen[::2], namen[1::2], strict=True)}
        echt = {str(element.ID): element.objgen for element in proefdruk.elementen(pdf) if "/ID" in element}
    assert genoemd == echt


def test_staand_en_liggend_door_elkaar(drukkerij: Drukkerij) -> None:
    liggend = proefdruk.document('<div class="dash"><h2>Liggend (fictief)</h2></div>')
    pdf = drukkerij.druk(proefdruk.werk(voorblad(0), liggend))
    assert [tekst.count("van 2") for tekst in teksten(pdf)] == [1, 1]
    with open_pdf(pdf) as document:
        assert [round(float(blad.MediaBox[2])) for blad in document.pages] == [595, 842]


def test_een_document_zonder_delen_kan_niet(drukkerij: Drukkerij) -> None:
    with pytest.raises(DrukFout, match="zonder delen"):
        drukkerij.druk(proefdruk.werk())


def test_zonder_plek_om_te_bewaren_lukt_het_ook(tmp_path: Path, gedrukt: bytes) -> None:
    bezet = tmp_path / "bestand"
    bezet.write_text("geen map")
    assert Drukkerij(bezet, MAPPEN).druk(lijst(AANTAL)) == gedrukt


def test_een_opdracht_overleeft_het_bestand() -> None:
    werk = lijst(1)
    assert Drukwerk.uit_json(werk.als_json()) == werk


def test_het_voortschrijden_wordt_gemeld(drukkerij: Drukkerij) -> None:
    gemeld: list[tuple[int, int]] = []
    drukkerij.druk(lijst(2), meld=lambda gereed, totaal: gemeld.append((gereed, totaal)))
    assert gemeld == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_een_beeld_houdt_zijn_woorden(drukkerij: Drukkerij) -> None:
    beeld = '<svg width="20" height="20"><title>Een fictieve grafiek</title><rect width="20" height="20"/></svg>'
    pdf = drukkerij.druk(proefdruk.werk(voorblad(0), proefdruk.document(f"<h2>Beeld</h2><p>{beeld}</p>")))
    with open_pdf(pdf) as document:
        figuren = [el for el in proefdruk.elementen(document) if str(el.S) == "/Figure"]
        assert [str(figuur.Alt) for figuur in figuren] == ["Een fictieve grafiek"]
