"""The example municipality has something to show to residents once the beheerder opens that side."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gemeente
from verbanden.models import Editie, VastgesteldeLijst

DAG = datetime(2026, 11, 18, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("geladen")]


def test_de_voorbeeldgemeente_heeft_een_openbare_kant_als_zij_opengaat() -> None:
    gemeente = Gemeente.huidige()
    assert gemeente.openbaar is False
    with time_machine.travel(DAG, tick=False):
        assert Client().get("/openbaar/").status_code == 404
        gemeente.openbaar = True
        bewaar(gemeente, door=None, op=DAG)
        html = Client().get("/openbaar/").content.decode()
        assert [
            deel for deel in ("Doorgaan of opzeggen", "Goedkeuring van de begroting 2027") if deel not in html
        ] == []
        pdf = Client().get("/openbaar/lijsten/begroting/2026/1/lijst.pdf")
        verband = Client().get("/openbaar/verbanden/waterbedrijf-voorbeeld-nv/").content.decode()
    vast = VastgesteldeLijst.objects.get(editie__soort="begroting", editie__jaar=2026)
    assert hashlib.sha256(pdf.content).hexdigest() == vast.pdf_sha256
    assert "66.700.000" in verband
    assert list(Editie.objects.values_list("raad_op", flat=True)) == [date(2025, 11, 11)]
    assert vast.editie.bewerkt_door_id != vast.door_id
