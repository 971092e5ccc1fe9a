from typing import Any

import pikepdf
import pytest

from samenwerkingswijzer.drukpers.samenvoegen import Samenvoeging
from tests.samenwerkingswijzer.drukpers.proefdruk import (
    boom,
    document,
    elementen,
    lijst_van,
    merken,
    open_pdf,
    ouders,
    partij,
    pers,
    voorblad,
)


@pytest.fixture(scope="module")
def delen() -> list[bytes]:
    machine = pers()
    lang = document("<h2>Lang</h2>" + "<p>Een fictieve alinea om bladzijden te vullen.</p>" * 200)
    html = [voorblad(2), partij(1), lang, partij(2)]
    return [machine.druk_deel(deel, f"deel{nummer}") for nummer, deel in enumerate(html)]


@pytest.fixture
def geheel(delen: list[bytes]) -> pikepdf.Pdf:
    samen = Samenvoeging()
    for deel in delen:
        samen.voeg_toe(deel)
    samen.sluit_af(taal="nl")
    return samen.pdf


def test_de_boom_is_die_van_de_delen_achter_elkaar(delen: list[bytes], geheel: pikepdf.Pdf) -> None:
    verwacht = []
    for deel in delen:
        with open_pdf(deel) as los:
            verwacht += [boom(element) for element in los.Root.StructTreeRoot.K[0].K]
    assert [boom(element) for element in geheel.Root.StructTreeRoot.K[0].K] == verwacht
    assert len(verwacht) >= len(delen)


def test_elk_element_kent_zijn_ouder(geheel: pikepdf.Pdf) -> None:
    for element in elementen(geheel):
        for kind in lijst_van(element.get("/K")):
            if isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
                assert kind.P.objgen == element.objgen


def test_alle_inhoud_is_vanaf_de_boom_bereikbaar(geheel: pikepdf.Pdf) -> None:
    bereikbaar = {element.objgen for element in elementen(geheel)}
    tabel = ouders(geheel)
    sleutels = [int(bladzijde.obj.StructParents) for bladzijde in geheel.pages]
    assert len(set(sleutels)) == len(sleutels) > 4
    for bladzijde, sleutel in zip(geheel.pages, sleutels, strict=True):
        gemerkt = merken(bladzijde)
        assert gemerkt
        for merk in gemerkt:
            element = tabel[sleutel][merk]
            assert element.objgen in bereikbaar
            assert merk in [int(kind) for kind in lijst_van(element.K) if not isinstance(kind, pikepdf.Dictionary)]
            assert element.Pg.objgen == bladzijde.obj.objgen


def test_elke_aantekening_hoort_bij_haar_element(geheel: pikepdf.Pdf) -> None:
    tabel = ouders(geheel)
    aantekeningen = [link for bladzijde in geheel.pages for link in bladzijde.obj.get("/Annots", [])]
    assert len(aantekeningen) == 2
    for link in aantekeningen:
        element = tabel[int(link.StructParent)]
        assert str(element.S) == "/Link"
        assert link.objgen in [kind.Obj.objgen for kind in element.K if isinstance(kind, pikepdf.Dictionary)]
    assert int(geheel.Root.StructTreeRoot.ParentTreeNextKey) == max(tabel) + 1


def test_elke_tabelkop_zegt_waarvoor_hij_is(geheel: pikepdf.Pdf) -> None:
    koppen = [element for element in elementen(geheel) if element.S == pikepdf.Name.TH]
    assert {str(kop.A.Scope) for kop in koppen} == {"/Column", "/Row"}
    namen = {str(kop.ID) for kop in koppen}
    assert len(namen) == len(koppen)
    verwezen = {str(naam) for cel in elementen(geheel) for naam in _koppen_van(cel)}
    assert verwezen
    assert verwezen <= namen


def _koppen_van(cel: Any) -> list[Any]:
    return [naam for kenmerk in lijst_van(cel.get("/A")) for naam in kenmerk.get("/Headers", [])]


def test_een_naam_die_twee_delen_hebben_blijft_binnen_zijn_deel() -> None:
    machine = pers()
    html = [document(f'<h2 id="zelfde">Deel {nummer}</h2><p><a href="#zelfde">terug</a></p>') for nummer in (1, 2)]
    samen = Samenvoeging()
    for nummer, deel in enumerate(html):
        samen.voeg_toe(machine.druk_deel(deel, f"deel{nummer}"))
    samen.sluit_af(taal="nl")
    for bladzijde in samen.pdf.pages:
        assert bladzijde.Annots[0].Dest[0].objgen == bladzijde.obj.objgen


def test_een_link_naar_niets_breekt_niets() -> None:
    samen = Samenvoeging()
    samen.voeg_toe(pers().druk_deel(document('<h2>Deel</h2><p><a href="#weg">weg</a></p>'), "deel"))
    samen.sluit_af(taal="nl")
    assert samen.pdf.pages[0].Annots[0].Dest[0].objgen == samen.pdf.pages[0].obj.objgen
