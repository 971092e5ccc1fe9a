"""The screen in the room: who is done before closing, the spread after it, and closing itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from governance.handelingen import sessies
from governance.models import KLAAR, Sessiestatus
from governance.sessie.beeld import lees_sessie
from governance.sessie.lezen import uitslag
from governance.sessie.zaal import zaalbeeld
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_belangrijkheid, maak_gebruiker, maak_gemeente
from tests.governance.sessie.opzet import Zaal, zaal
from tests.governance.sessie.scherm import adres, klant, lees
from tests.tabellen import tabel
from verbanden.models import Klasse

pytestmark = pytest.mark.django_db
S = Sessiestatus


@pytest.fixture(autouse=True)
def _rand() -> Iterator[None]:
    maak_gemeente()
    with time_machine.travel(NU, tick=False):
        yield


def test_wachten_telt_wie_klaar_is() -> None:
    z = zaal().open()
    for nummer in range(2):
        for wie in (z.raad[0], z.raad[4], z.college[0]):
            z.scoor(wie, nummer=nummer)
    z.scoor(z.raad[6], nummer=0)
    antwoord = klant(z.griffier).get(adres(z, "zaal"))
    assert "De uitslag is verborgen. Nog 8 deelnemers geven scores." in lees(antwoord)
    assert "Raad 2 van 7 klaar College 1 van 4 klaar" in lees(antwoord)
    assert tabel(antwoord, 0) == [
        ["Fractie A", "", "1 van 4"],
        ["Fractie B", "", "1 van 2"],
        ["Fractie C", "", "0 van 1"],
        ["College", "", "1 van 4"],
    ]
    assert [rij[1] for rij in tabel(antwoord, 1)] == ["4 van 11", "3 van 11"]


def test_namen_alleen_voor_wie_leidt() -> None:
    z = zaal().open()
    for wie, ziet in ((z.griffier, True), (z.voorzitter, True), (z.raad[1], False), (z.college[0], False)):
        tekst = lees(klant(wie).get(adres(z, "zaal") + "?namen=ja"))
        assert (z.raad[2].naam in tekst, "Sluit het scoren" in tekst) == (ziet, ziet)
    assert z.raad[2].naam not in lees(klant(z.griffier).get(adres(z, "zaal")))


@pytest.mark.parametrize("rol", [Rol.ACCOUNTHOUDER, Rol.CONTROLLER, Rol.BEHEERDER])
@pytest.mark.parametrize("status", list(S))
def test_anderen_zien_de_zaal_nooit(rol: Rol, status: Sessiestatus) -> None:
    z = zaal().tot(status)
    ander = klant(maak_gebruiker(rol))
    assert {ander.get(adres(z, naam)).status_code for naam in ("zaal", "zaal_stand", "sessie_sluiten")} == {403}


def test_de_spreiding_samengevat() -> None:
    """Fracties of two and one stand together; nothing smaller than three is anywhere on the page."""
    z = zaal().open()
    for plek, wie in enumerate(z.allen):
        z.scoor(wie, list(Klasse)[plek % 2], zin="Kanarie" if plek < 2 else "", redenen=["geld"])
    antwoord = klant(z.sluit().raad[1]).get(adres(z, "zaal") + "?verband=1")
    assert tabel(antwoord, 1) == [
        ["Fractie A 4", "2", "2", "0", "0"],
        ["Overige fracties 3 Fractie B, Fractie C", "2", "1", "0", "0"],
        ["Raad samen 7", "4", "3", "0", "0"],
        ["College 4", "2", "2", "0", "0"],
    ]
    tekst = lees(antwoord)
    assert "Veel geld 11" in tekst
    assert "Kanarie (2 keer)" in tekst
    assert "Wie wat koos, is vernietigd." in tekst
    assert not [wie.naam for wie in z.allen if wie.naam in tekst]


def test_de_spreiding_op_naam() -> None:
    z = zaal("op_naam").open()
    z.scoor(z.raad[6], Klasse.AMBTELIJK, zin="Kanarie", redenen=["kansen"])
    z.scoor(z.college[0], Klasse.POLITIEK_ZEER)
    antwoord = klant(z.sluit().griffier).get(adres(z, "zaal") + "?verband=1")
    assert tabel(antwoord, 1) == [["Fractie C 1", "0", "0", "0", "1"], ["College 1", "1", "0", "0", "0"]]
    assert [z.raad[6].naam + " Fractie C", "Ambtelijk belangrijk", "grote kansen", "Kanarie"] in tabel(antwoord, 2)
    assert "Het college vindt dit verband belangrijker dan de raad. Het verschil is 3,0 klasse." in lees(antwoord)


def test_te_weinig_mensen_is_verborgen() -> None:
    z = zaal(verbanden=1).open()
    z.scoor(z.raad[0], Klasse.AMBTELIJK, zin="Kanarie")
    tekst = lees(klant(z.sluit().griffier).get(adres(z, "zaal")))
    assert "Hier is niets te tonen: niemand scoorde, of een groep zou kleiner zijn dan drie." in tekst
    assert "Kanarie" not in tekst
    assert "Eensgezind " not in tekst


def _verdeeld(z: Zaal) -> Zaal:
    """The first partnership all agree, the second one halves, the third one ends: the order must turn around."""
    for nummer, paar in enumerate(([1, 1], [1, 2], [0, 3])):
        for plek, wie in enumerate(z.allen):
            z.scoor(wie, list(Klasse)[paar[plek % 2]], nummer)
    return z.sluit()


def test_minst_eens_eerst_en_de_zaal_volgt_de_uitkomsten() -> None:
    z = _verdeeld(zaal(verbanden=3).open())
    namen = [rij.verband.naam for rij in z.rijen]
    wie = klant(z.griffier)
    antwoord = wie.get(adres(z, "zaal"))
    assert [rij[0] for rij in tabel(antwoord, 0)] == namen[::-1]
    assert [rij[1] for rij in tabel(antwoord, 0)][2] == "100%"
    assert lees(antwoord).startswith(namen[2])
    wie.post(adres(z, "bespreken", 3), {"klasse": Klasse.POLITIEK, "versie": z.rij(2).versie})
    assert lees(wie.get(adres(z, "zaal"))).startswith(f"Gelukt Vastgelegd: {namen[2]}. {namen[1]}")
    assert lees(wie.get(adres(z, "zaal") + "?verband=3")).startswith(namen[2])
    assert "Besloten: politiek belangrijk" in lees(wie.get(adres(z, "zaal")))


@pytest.mark.parametrize("vraag", ["4", "0", "x", "-1", "99999999999999999999", "²"])
def test_een_verband_dat_er_niet_is(vraag: str) -> None:
    z = zaal(verbanden=1).tot(S.BESPREKEN)
    assert klant(z.griffier).get(adres(z, "zaal") + f"?verband={vraag}").status_code == 404


def test_vorig_besluit_en_voorstel_in_de_koppen() -> None:
    z = zaal(verbanden=1)
    maak_belangrijkheid(z.rij().verband, klasse=Klasse.AMBTELIJK, datum=VANDAAG - timedelta(days=300))
    waarden = {"voorstel_klasse": Klasse.POLITIEK}
    sessies.stel_voor(sessieverband=z.rij(), waarden=waarden, versie=z.rij().versie, door=z.griffier, op=NU)
    tekst = lees(klant(z.tot(S.BESPREKEN).griffier).get(adres(z, "zaal")))
    assert "Politiek belangrijk voorstel Bestuurlijk belangrijk Ambtelijk belangrijk vorig besluit" in tekst


def test_volgorde_en_buren() -> None:
    z = _verdeeld(zaal(verbanden=3).open())
    nu = Peildatum(VANDAAG)
    beeld, uitslagen = lees_sessie(z.sessie.pk, nu), uitslag(z.sessie.pk, nu)
    assert beeld
    assert uitslagen
    gezien = zaalbeeld(beeld, uitslagen)
    een, twee, drie = gezien.plekken
    assert [plek.nummer for plek in gezien.plekken] == [3, 2, 1]
    assert [gezien.buren(plek) for plek in gezien.plekken] == [(None, twee), (een, drie), (twee, None)]
    assert gezien.volgende_open(drie) == een
    assert (gezien.van(2), gezien.van(9), gezien.open) == (twee, None, 3)


def test_sluiten_met_een_vraag_vooraf() -> None:
    z = zaal().open()
    z.scoor(z.raad[1])
    wie = klant(z.voorzitter)
    vraag = lees(wie.get(adres(z, "sessie_sluiten")))
    assert "Raad: 0 van 7 klaar. College: 0 van 4 klaar." in vraag
    assert "Wie wat koos, wordt vernietigd." in vraag
    assert z.raad[2].naam in vraag
    assert z.nu().status == S.SCOREN
    assert wie.post(adres(z, "sessie_sluiten"))["Location"] == adres(z, "zaal")
    assert (z.nu().status, z.nu().gesloten_door) == (S.BESPREKEN, z.voorzitter)
    assert wie.post(adres(z, "sessie_sluiten")).status_code == 302
    assert wie.get(adres(z, "sessie_sluiten")).status_code == 302


def test_alleen_wie_leidt_sluit() -> None:
    z = zaal().open()
    for wie in (z.raad[1], z.college[0], maak_gebruiker(Rol.RAADSLID)):
        assert klant(wie).get(adres(z, "sessie_sluiten")).status_code == 403
        assert klant(wie).post(adres(z, "sessie_sluiten")).status_code == 403
    assert z.nu().status == S.SCOREN


def test_een_andere_voorzitter_gaat_verder() -> None:
    """The old chair can no longer close, the new one can; scores stay."""
    z = zaal().open()
    z.scoor(z.raad[1])
    sessies.vervang_voorzitter(sessie=z.nu(), voorzitter=z.raad[2], door=z.griffier, op=NU)
    assert klant(z.raad[0]).post(adres(z, "sessie_sluiten")).status_code == 403
    assert klant(z.raad[2]).post(adres(z, "sessie_sluiten")).status_code == 302
    assert (z.nu().status, z.nu().gesloten_door) == (S.BESPREKEN, z.raad[2])


def test_op_een_eerdere_dag() -> None:
    """The day before opening shows no spread, the day of closing does; nothing polls and nothing can be done."""
    z = zaal(verbanden=1).tot(S.BESPREKEN)
    with time_machine.travel(NU + timedelta(days=3)):
        inhoud = klant(z.griffier).get(adres(z, "zaal") + f"?peildatum={VANDAAG}").content.decode()
        assert "Raad samen" in inhoud
        assert "hx-get" not in inhoud
        assert "Leg het besluit vast" not in inhoud
        assert klant(z.griffier).get(adres(z, "zaal") + "?peildatum=2026-05-19").status_code == 404


@pytest.mark.parametrize("status", list(S))
def test_de_pagina_en_haar_deel_hebben_hetzelfde_merk(status: Sessiestatus) -> None:
    z = zaal().tot(status)
    wie = klant(z.griffier)
    pagina, deel = wie.get(adres(z, "zaal")).content.decode(), wie.get(adres(z, "zaal_stand"))
    loopt = status not in KLAAR
    assert (deel["ETag"].strip('"') in pagina, "hx-get" in pagina) == (loopt, loopt)
    nog_eens = wie.get(adres(z, "zaal_stand"), headers={"If-None-Match": deel["ETag"]})
    assert (nog_eens.status_code, nog_eens.content, nog_eens["Cache-Control"]) == (304, b"", "no-store")


def _vragen(wie: Client, pad: str, **koppen: Any) -> int:
    """How many questions the database gets for one page."""
    with CaptureQueriesContext(connection) as gevraagd:
        wie.get(pad, headers=koppen)
    return len(gevraagd)


@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize(("openbaarheid", "uitslag"), [("samengevat", 17), ("op_naam", 18)])
def test_vragen_aan_de_database(aantal: int, openbaarheid: str, uitslag: int) -> None:
    z = zaal(openbaarheid, verbanden=aantal).open()
    z.scoor_allen()
    wie, stand = klant(z.griffier), adres(z, "zaal_stand")
    merk = {"If-None-Match": wie.get(stand)["ETag"]}
    assert (_vragen(wie, stand), _vragen(wie, stand, **merk)) == (17, 8)
    z.sluit()
    namen = ("zaal_stand", "zaal", "bespreken", "zonder_bespreking")
    assert [_vragen(wie, adres(z, naam, aantal)) for naam in namen] == [uitslag, uitslag + 1, uitslag - 4, uitslag - 4]
