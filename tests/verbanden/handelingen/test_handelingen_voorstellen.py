"""Deciding on a proposal: who may, once, on what was seen, all or nothing."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_accounthouder, maak_gebruiker, maak_verband, maak_voorstel
from verbanden.handelingen.voorstellen import Besluit, BesluitenGeweigerd, aannemen, afwijzen, beoordeel
from verbanden.models import Samenwerkingsverband, Voorstel

pytestmark = pytest.mark.django_db
NIEUW: dict[str, Any] = {
    "velden": {"naam": "Nieuw Verzinsel", "vorm": "openbaar_lichaam", "kvk": "", "tooi": ""},
    "deelnames": [],
    "verwijzingen": [],
    "versies": [],
    "korte_naam": "",
    "roo_regeling": "77",
    "roo_organisatie": "",
    "roo_gewijzigd_op": None,
    "roo_geverifieerd_op": None,
}


def nieuw_voorstel() -> Voorstel:
    """A partnership that the register brings."""
    return maak_voorstel(None, soort="nieuw", sleutel="77", waarde={"nu": None, "register": NIEUW, "kenmerk": "77"})


@pytest.mark.parametrize(
    ("rol", "eigen", "mag_veld", "mag_nieuw"),
    [
        (Rol.RAADSLID, False, False, False),
        (Rol.COLLEGE, False, False, False),
        (Rol.GRIFFIE, False, False, False),
        (Rol.ACCOUNTHOUDER, False, False, False),
        (Rol.ACCOUNTHOUDER, True, True, False),
        (Rol.CONTROLLER, False, True, True),
        (Rol.BEHEERDER, False, True, True),
    ],
)
@pytest.mark.parametrize("handeling", [aannemen, afwijzen])
def test_who_may_decide(rol, eigen, mag_veld, mag_nieuw, handeling):
    verband = maak_verband()
    door = maak_gebruiker(rol)
    if eigen:
        maak_accounthouder(verband, door)
    for voorstel, mag in ((maak_voorstel(verband), mag_veld), (nieuw_voorstel(), mag_nieuw)):
        if mag:
            handeling(voorstel=voorstel.id, versie=1, door=door, op=NU, reden="Zo is het.")
        else:
            with pytest.raises(PermissionDenied):
                handeling(voorstel=voorstel.id, versie=1, door=door, op=NU, reden="Zo is het.")
        voorstel.refresh_from_db()
        assert (voorstel.status != "open") == mag


def test_accepting_leaves_a_trace():
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    voorstel = aannemen(voorstel=maak_voorstel(verband).id, versie=1, door=door, op=NU, reden="Nagekeken.")
    assert (voorstel.status, voorstel.besluit_door, voorstel.besluit_op, voorstel.reden) == (
        "aangenomen",
        door,
        NU,
        "Nagekeken.",
    )
    verband.refresh_from_db()
    laatste = verband.history.first()
    assert (verband.website, laatste.history_user, laatste.history_change_reason) == (
        "https://register.invalid",
        door,
        "register van 16 mei 2026: Nagekeken.",
    )
    gebeurtenis = Gebeurtenis.objects.get(wat="voorstel_aangenomen")
    assert (gebeurtenis.wie, gebeurtenis.object_id, gebeurtenis.details) == (
        door,
        voorstel.id,
        {"verband": verband.id, "sleutel": "website"},
    )


def test_a_new_partnership_that_is_accepted_is_made():
    door = maak_gebruiker(Rol.CONTROLLER)
    aannemen(voorstel=nieuw_voorstel().id, versie=1, door=door, op=NU)
    verband = Samenwerkingsverband.objects.get()
    assert (verband.slug, verband.roo_regeling, verband.roo_bestand_van) == ("nieuw-verzinsel", "77", date(2026, 5, 16))
    assert Gebeurtenis.objects.get().details == {"verband": verband.id, "sleutel": "77"}


@pytest.mark.parametrize("velden", [{"naam": "nieuw verzinsel"}, {"roo_regeling": "77"}])
def test_a_new_partnership_that_is_there_already_is_refused(velden):
    maak_verband(**velden)
    with pytest.raises(ValidationError, match=r"Er is al een verband|staat al in het portaal"):
        aannemen(voorstel=nieuw_voorstel().id, versie=1, door=maak_gebruiker(Rol.CONTROLLER), op=NU)
    assert Samenwerkingsverband.objects.count() == 1


@pytest.mark.parametrize("eerst", [aannemen, afwijzen])
@pytest.mark.parametrize("daarna", [aannemen, afwijzen])
def test_one_decides_once(eerst, daarna):
    voorstel, door = maak_voorstel(maak_verband()), maak_gebruiker(Rol.CONTROLLER)
    eerst(voorstel=voorstel.id, versie=1, door=door, op=NU, reden="Zo is het.")
    voorstel.refresh_from_db()
    voor = voorstel.status
    with pytest.raises(ValidationError, match="al besloten"):
        daarna(voorstel=voorstel.id, versie=2, door=door, op=NU, reden="Of toch niet.")
    voorstel.refresh_from_db()
    assert (voorstel.status, voorstel.reden) == (voor, "Zo is het.")


@pytest.mark.parametrize("versie", [None, 0, 2, 99])
def test_what_was_not_seen_is_not_decided(versie):
    voorstel, door = maak_voorstel(maak_verband()), maak_gebruiker(Rol.CONTROLLER)
    with pytest.raises(ValidationError, match="veranderd nadat u de pagina opende"):
        aannemen(voorstel=voorstel.id, versie=versie, door=door, op=NU)


def test_a_portal_that_changed_since_is_not_overwritten():
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    voorstel = maak_voorstel(verband)
    verband.website = "https://intussen.invalid"
    bewaar(verband, door=None, op=NU)
    with pytest.raises(ValidationError, match=r"Intussen staat in het portaal: https://intussen\.invalid"):
        aannemen(voorstel=voorstel.id, versie=1, door=door, op=NU)
    verband.refresh_from_db()
    assert verband.website == "https://intussen.invalid"
    afwijzen(voorstel=voorstel.id, versie=1, door=door, op=NU, reden="Wij weten het beter.")


def test_an_ended_partnership_takes_nothing_over():
    verband = maak_verband(levensfase="beeindigd", beeindigd_op=date(2026, 1, 1))
    with pytest.raises(ValidationError, match="is beëindigd"):
        aannemen(voorstel=maak_voorstel(verband).id, versie=1, door=maak_gebruiker(Rol.CONTROLLER), op=NU)


@pytest.mark.parametrize(
    ("sleutel", "waarde", "melding"),
    [
        ("website", "javascript:alert(1)", "Website"),
        ("kvk", "123", "8 cijfers"),
        ("vorm", "sekte", "Vorm"),
        ("sinds", "gisteren", "Sinds"),
        ("naam", "x" * 201, "Naam"),
        ("bevoegdheden", ["toverij"], "Bevoegdheden"),
    ],
)
def test_a_value_that_cannot_be_right_is_refused(sleutel, waarde, melding):
    verband = maak_verband()
    nu: Any = {"vorm": "openbaar_lichaam", "naam": verband.naam, "bevoegdheden": [], "sinds": None}.get(sleutel, "")
    voorstel = maak_voorstel(
        verband,
        sleutel=sleutel,
        omschrijving=sleutel.capitalize(),
        waarde={"nu": nu, "register": waarde, "kenmerk": waarde},
    )
    with pytest.raises(ValidationError, match=melding):
        aannemen(voorstel=voorstel.id, versie=1, door=maak_gebruiker(Rol.CONTROLLER), op=NU)
    verband.refresh_from_db()
    assert verband.versie == 1


@pytest.mark.parametrize("reden", ["", "   "])
def test_rejecting_asks_for_a_reason(reden):
    with pytest.raises(ValidationError, match="Schrijf op waarom"):
        afwijzen(
            voorstel=maak_voorstel(maak_verband()).id,
            versie=1,
            door=maak_gebruiker(Rol.CONTROLLER),
            op=NU,
            reden=reden,
        )


def test_a_batch_goes_as_a_whole_or_not_at_all():
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    goed, fout = maak_voorstel(verband), maak_voorstel(verband, sleutel="doel")
    besluiten = [Besluit(goed.id, 1, True), Besluit(fout.id, 9, True), Besluit(10**9, 1, True)]
    with pytest.raises(BesluitenGeweigerd) as geweigerd:
        beoordeel(besluiten=besluiten, door=door, op=NU)
    assert list(geweigerd.value.fouten) == [fout.id, 10**9]
    verband.refresh_from_db()
    assert (verband.website, Voorstel.objects.open().count(), Gebeurtenis.objects.count()) == ("", 2, 0)


def test_recorded_time_keeps_its_order():
    verband, door = maak_verband(op=NU + timedelta(minutes=5)), maak_gebruiker(Rol.CONTROLLER)
    aannemen(voorstel=maak_voorstel(verband).id, versie=1, door=door, op=NU)
    assert [rij.website for rij in verband.history.order_by("history_date")] == ["", "https://register.invalid"]
