"""What tests of proposals do: change a row, look at what is open, decide."""

from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker
from verbanden.handelingen import voorstellen
from verbanden.models import (
    Samenwerkingsverband,
    Voorstel,
)

SLUG = "veiligheidsregio-verzonnenland"
EIGEN_2026 = (
    "<p:naam>Gemeente Verzonnendam</p:naam><p:toetredingsDatum>2010-01-01</p:toetredingsDatum><p:bestuursorganen>"
    "<p:bestuursorgaan>Gemeenteraad</p:bestuursorgaan><p:bestuursorgaan>Burgemeester</p:bestuursorgaan>"
)
DUITSE = "<p:naam>Stadt Erfundenburg</p:naam><p:toetredingsDatum>2010-01-01</p:toetredingsDatum>"


def verband() -> Samenwerkingsverband:
    """The partnership with most in it."""
    return Samenwerkingsverband.objects.get(slug=SLUG)


def wijzig(rij, **velden):
    """Change a row as an account holder would."""
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    bewaar(rij, door=None, op=NU)


def staat_open():
    """What is open: kind, thing, portal, register."""
    return list(Voorstel.objects.open().order_by("id").values_list("soort", "omschrijving", "nu", "register"))


def besluit(soort="aannemen", reden="Zo is het afgesproken.", op=None, **waar):
    """Accept or reject the one open proposal like this."""
    voorstel = Voorstel.objects.open().get(**waar)
    door = maak_gebruiker(Rol.CONTROLLER)
    handeling = getattr(voorstellen, soort)
    return handeling(
        voorstel=voorstel.id,
        versie=voorstel.versie,
        door=door,
        op=op or voorstel.history.first().history_date,
        reden=reden,
    )
