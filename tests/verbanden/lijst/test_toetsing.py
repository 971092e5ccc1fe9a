"""The previous P&C moment of a list: of the list before it, also when the portal never held that."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_cijfer, maak_gebruiker, maak_gemeente, maak_verband
from verbanden.handelingen import edities
from verbanden.lijst.partijen import partijen
from verbanden.lijst.toetsing import Lijst, toetsing
from verbanden.models import Post
from verbanden.regels.bbv.bevindingen import Ernst
from verbanden.regels.bbv.partij import Documentsoort

pytestmark = pytest.mark.django_db
BEGROTING, JAARSTUKKEN = Documentsoort


def moment(lijst: Lijst, dag: date) -> date:
    return toetsing(lijst, Peildatum(dag), Decimal(10)).vorige_moment


@pytest.mark.parametrize(
    ("lijst", "dag", "verwacht"),
    [
        (Lijst(BEGROTING, 2027), date(2026, 9, 15), date(2026, 7, 15)),
        (Lijst(BEGROTING, 2027), date(2026, 7, 15), date(2026, 7, 15)),
        # The jaarstukken before it are not there yet.
        (Lijst(BEGROTING, 2027), date(2026, 5, 20), date(2025, 11, 15)),
        (Lijst(JAARSTUKKEN, 2025), date(2026, 5, 20), date(2025, 11, 15)),
        (Lijst(JAARSTUKKEN, 2025), date(2025, 10, 1), date(2025, 7, 15)),
    ],
)
def test_zonder_eerdere_editie_geldt_de_dag_van_de_toezichthouder(lijst: Lijst, dag: date, verwacht: date) -> None:
    assert moment(lijst, dag) == verwacht


def test_een_eerdere_editie_zegt_het_zelf() -> None:
    maak_gemeente()
    griffie, controller = maak_gebruiker(Rol.GRIFFIE), maak_gebruiker(Rol.CONTROLLER)
    editie = edities.begin(soort="jaarstukken", jaar=2025, door=griffie, op=NU)
    editie = edities.zet_klaar(editie=editie, ontbreekt=0, door=griffie, op=NU)
    edities.stel_vast(editie=editie, gegevens={}, pdf=b"%PDF-1.7", ontbreekt=0, door=controller, op=NU)
    later = date(2026, 9, 15)
    assert moment(Lijst(BEGROTING, 2027), later) == NU.date()
    assert moment(Lijst(JAARSTUKKEN, 2025), later) == date(2025, 11, 15)


def test_oude_cijfers_vallen_op_in_een_leeg_portaal() -> None:
    maak_gemeente()
    verband = maak_verband(bestuurlijk_belang="ja", financieel_belang="ja")
    maak_cijfer(verband, 2027, 500, peildatum=date(2025, 3, 12))
    maak_cijfer(verband, 2027, 10, post=Post.RESULTAAT, peildatum=date(2025, 4, 1))
    lijst, dag = Lijst(BEGROTING, 2027), Peildatum(NU.date())
    (partij,) = partijen(lijst.soort, lijst.jaar, dag)
    (wat,) = [wat for wat in toetsing(lijst, dag, Decimal(10)).van(partij) if wat.ernst is Ernst.LET_OP]
    assert wat.gegeven == "Oudste cijfers zijn van 12 maart 2025"
    assert wat.uitleg.endswith("15 november 2025. Het gaat om: resultaat, bijdrage.")
