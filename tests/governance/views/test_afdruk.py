"""The weighing on paper: at most four pages, accessible, and the same facts in the same order as on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import outloud
import page
import pikepdf
import pytest
import time_machine
from pypdf import PdfReader

from governance.handelingen import afwegingen
from governance.handelingen.afwegingen import Inzending
from governance.models import Afweging
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_afwegingskader, maak_gebruiker, maak_gemeente, maak_verband
from tests.governance.views.test_afweging import NETWERK
from tests.verbanden.views.hulp import log_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente()
        maak_afwegingskader()
        yield


@pytest.fixture
def controller() -> Gebruiker:
    return maak_gebruiker(Rol.CONTROLLER)


def beantwoord(controller: Gebruiker, toelichting: str = "") -> Afweging:
    afweging = afwegingen.begin(verband=maak_verband(naam="Jeugdkring"), aanleiding="", door=controller, op=NU)
    inzendingen = [Inzending(kenmerk, optie, None, toelichting) for kenmerk, optie in NETWERK.items()]
    afwegingen.beantwoord(afweging=afweging, inzendingen=inzendingen, door=controller, op=NU)
    return afweging


def pdf_van(afweging: Afweging, controller: Gebruiker) -> bytes:
    antwoord = log_in(controller).get(f"/afwegingen/{afweging.pk}/afweging.pdf")
    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "application/pdf")
    assert Gebeurtenis.objects.latest("id").details == {"soort": "afweging.pdf"}
    inhoud: bytes = antwoord.content
    return inhoud


def tekst(pdf: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages).split())


def test_het_advies_de_redenen_en_de_antwoorden_staan_op_volgorde(controller: Gebruiker) -> None:
    woorden = tekst(pdf_van(beantwoord(controller), controller))
    volgorde = [
        "Welke vorm past?",
        "Advies: afwegingskader governance",
        "Netwerk of informeel overleg past heel goed: 19 punten.",
        "1 Netwerk of informeel overleg past heel goed 19 Wie alleen wil afstemmen en leren",
        "Welk antwoord zou de eerste plaats veranderen",
        "Rollen, taken en bevoegdheden, bij netwerk of informeel overleg",
        "De antwoorden",
        "1 Wat gaan we vooral samen doen? Elkaar informeren, leren en plannen op elkaar afstemmen",
    ]
    plekken = [woorden.index(deel) for deel in volgorde]
    assert plekken == sorted(plekken)


def test_een_afwijkende_keuze_staat_voorop_met_haar_motivering(controller: Gebruiker) -> None:
    afweging = beantwoord(controller)
    gegevens = {"motivering": "De partners willen een handtekening.", "besluit_van": "college",
                "besloten_op": date(2026, 5, 19), "document": "Voorstel 12"}  # fmt: skip
    afwegingen.kies(
        afweging=afweging, vorm="convenant", rollen=[], afspraken=[], gegevens=gegevens, door=controller, op=NU
    )
    woorden = tekst(pdf_van(afweging, controller))
    keuze = (
        "De keuze Convenant of overeenkomst. Besloten door college op 19 mei 2026, Voorstel 12. "
        "Wijkt af van het advies: netwerk of informeel overleg. De partners willen een handtekening."
    )
    assert woorden.index(keuze) < woorden.index("Advies: afwegingskader governance")


@pytest.mark.parametrize("toelichting", ["", "Woorden die ruimte vragen. " * 11])
def test_hoogstens_vier_bladzijden_en_zonder_fouten_voor_een_schermlezer(
    controller: Gebruiker, tmp_path: Path, toelichting: str
) -> None:
    bestand = tmp_path / "afweging.pdf"
    bestand.write_bytes(pdf_van(beantwoord(controller, toelichting), controller))
    with pikepdf.open(bestand) as document:
        assert len(document.pages) <= 4
        assert str(document.Root.Lang) == "nl"
        assert str(document.docinfo["/Title"]) == "Afweging voor Jeugdkring, 20 mei 2026"
    uitslag = outloud.check(str(bestand))
    assert [vondst for vondst in uitslag.findings if str(vondst.severity).lower().endswith("error")] == []
    assert page.validate_pdf_bytes(bestand.read_bytes(), profile="ua1").failures == []
