from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import InternalError, connection, transaction
from django.db.models import CheckConstraint, UniqueConstraint
from django.db.utils import Error
from django.test.utils import CaptureQueriesContext

from samenwerkingswijzer.historie import GeschiedenisOmzeild, bewaar, verwijder
from tests.fabriek import NU, maak_cijfer, maak_gebruiker, maak_verband
from verbanden.models import Jaarcijfer, Samenwerkingsverband

pytestmark = pytest.mark.django_db


def test_op_een_eerdere_dag_staat_wat_er_toen_stond() -> None:
    verband = maak_verband(naam="Eerst")
    for dag, naam in ((1, "Daarna"), (2, "Nu")):
        verband.naam = naam
        bewaar(verband, door=None, op=NU + timedelta(days=dag))

    def namen(moment: datetime | None) -> list[str]:
        return list(Samenwerkingsverband.objects.op(moment).values_list("naam", flat=True))

    assert namen(NU - timedelta(seconds=1)) == []
    assert namen(NU) == ["Eerst"]
    assert namen(NU + timedelta(days=1, hours=1)) == ["Daarna"]
    assert namen(None) == ["Nu"]
    assert verband.versie == 3


def test_wat_is_verwijderd_staat_er_eerder_nog() -> None:
    verband = maak_verband()
    cijfer = maak_cijfer(verband)
    verwijder(cijfer, door=None, op=NU + timedelta(days=1), reden="dubbel")
    assert Jaarcijfer.objects.op(NU, verband_id=verband.id).count() == 1
    assert Jaarcijfer.objects.op(NU + timedelta(days=2), verband_id=verband.id).count() == 0
    assert Jaarcijfer.history.latest().history_change_reason == "dubbel"


def test_geschiedenis_zegt_wie_wanneer_en_waarom() -> None:
    wie = maak_gebruiker()
    verband = maak_verband()
    verband.naam = "Anders"
    bewaar(verband, door=wie, op=NU + timedelta(hours=1), reden="nieuwe naam")
    regel = verband.history.latest()
    assert (regel.history_user, regel.history_date, regel.history_change_reason) == (
        wie,
        NU + timedelta(hours=1),
        "nieuwe naam",
    )


def test_versmallen_mag_alleen_op_wat_nooit_verandert() -> None:
    assert Samenwerkingsverband.objects.op(None, slug="x").count() == 0
    with pytest.raises(ValueError, match="can change in"):
        Samenwerkingsverband.objects.op(NU, naam="x")


@pytest.mark.parametrize("waarde", [{"naam": "x"}])
def test_zonder_geschiedenis_schrijven_kan_niet(waarde: dict[str, str]) -> None:
    maak_verband()
    with pytest.raises(GeschiedenisOmzeild):
        Samenwerkingsverband.objects.all().update(**waarde)
    with pytest.raises(GeschiedenisOmzeild):
        Samenwerkingsverband.objects.bulk_update([], ["naam"])


def test_de_database_weigert_een_ander_verband_bij_een_cijfer() -> None:
    cijfer = maak_cijfer(maak_verband())
    cijfer.verband = maak_verband()
    with pytest.raises((InternalError, Error), match="Cannot update rows"), transaction.atomic():
        cijfer.save()


def test_de_grenzen_van_een_rij_zijn_samen_een_vraag_tot_er_een_niet_klopt() -> None:
    verband = maak_verband()
    grenzen = [een for een in verband._meta.constraints if isinstance(een, CheckConstraint)]
    onder_voorwaarde = [een for een in verband._meta.constraints if isinstance(een, UniqueConstraint) and een.condition]
    assert len(grenzen) > 5
    with CaptureQueriesContext(connection) as vragen:
        verband.validate_constraints()
    assert sum("COALESCE" in vraag["sql"] for vraag in vragen) == 1 + len(onder_voorwaarde)
    verband.levensfase = "verzonnen"
    with CaptureQueriesContext(connection) as vragen, pytest.raises(ValidationError):
        verband.validate_constraints()
    assert sum("COALESCE" in vraag["sql"] for vraag in vragen) == 1 + len(grenzen) + len(onder_voorwaarde)
