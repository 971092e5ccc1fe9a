"""A session for tests: three fracties and a college of four, a griffie, a chair, two partnerships."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from governance.handelingen import scores, sessiebesluiten, sessies
from governance.handelingen.sessiebesluiten import Uitkomst
from governance.models import Sessie, Sessiedeelnemer, Sessiestatus, Sessieverband, VastgesteldeSessie
from governance.sessie import besluit
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_gebruiker, maak_verband
from verbanden.models import Klasse

FRACTIES = {"Fractie A": 4, "Fractie B": 2, "Fractie C": 1}
PDF = b"%PDF-verzonnen"
STRAKS = NU + timedelta(minutes=5)


@dataclass
class Zaal:
    """Everybody in the room, and what they talk about."""

    sessie: Sessie
    griffier: Gebruiker
    tweede: Gebruiker  # of the griffie too: somebody else to adopt
    raad: list[Gebruiker]
    college: list[Gebruiker]
    rijen: list[Sessieverband]

    @property
    def voorzitter(self) -> Gebruiker:
        return self.raad[0]

    @property
    def allen(self) -> list[Gebruiker]:
        return [*self.raad, *self.college]

    def nu(self) -> Sessie:
        """The session as it is now."""
        return Sessie.objects.get(pk=self.sessie.pk)

    def rij(self, nummer: int = 0) -> Sessieverband:
        """A row of the session as it is now."""
        return Sessieverband.objects.get(pk=self.rijen[nummer].pk)

    def deelnemer(self, wie: Gebruiker) -> Sessiedeelnemer:
        return Sessiedeelnemer.objects.get(sessie=self.sessie, gebruiker=wie)

    def scoor(self, wie: Gebruiker, klasse: str = Klasse.POLITIEK, nummer: int = 0, **velden: Any) -> scores.Bewaard:
        """Somebody scores a partnership."""
        gegevens: dict[str, Any] = {"redenen": ["geld"], "zin": "", "op": NU} | velden
        return scores.score(sessieverband=self.rijen[nummer], klasse=klasse, door=wie, **gegevens)

    def scoor_allen(self, klassen: Sequence[str] = (Klasse.POLITIEK_ZEER, Klasse.POLITIEK)) -> None:
        """Everybody scores every partnership, the classes in turn."""
        for nummer in range(len(self.rijen)):
            for plek, wie in enumerate(self.allen):
                self.scoor(wie, klassen[(plek + nummer) % len(klassen)], nummer)

    def open(self) -> Zaal:
        self.sessie = sessies.stel_open(sessie=self.sessie, door=self.griffier, op=NU)
        return self

    def sluit(self) -> Zaal:
        self.sessie = sessies.sluit(sessie=self.sessie, door=self.voorzitter, op=STRAKS)
        return self

    def breek_af(self) -> Zaal:
        self.sessie = sessies.breek_af(sessie=self.sessie, waarom="Verzet.", door=self.griffier, op=STRAKS)
        return self

    def besluit(self, klasse: str = Klasse.POLITIEK, door: Gebruiker | None = None, **velden: Any) -> Zaal:
        """Record the same outcome for every partnership."""
        for nummer in range(len(self.rijen)):
            rij = self.rij(nummer)
            uitkomst = Uitkomst(klasse=klasse, **velden)
            wie = door or self.voorzitter
            sessiebesluiten.leg_uitkomst_vast(
                sessieverband=rij, uitkomst=uitkomst, versie=rij.versie, door=wie, op=STRAKS
            )
        return self

    def stel_vast(self, door: Gebruiker | None = None) -> VastgesteldeSessie:
        wie = door or self.tweede
        gegevens = besluit.gegevens(self.sessie, door=wie, op=STRAKS)
        bevroren = sessiebesluiten.stel_vast(sessie=self.sessie, gegevens=gegevens, pdf=PDF, door=wie, op=STRAKS)
        self.sessie = self.nu()
        return bevroren

    def tot(self, status: Sessiestatus) -> Zaal:
        """Bring the session as far as this status."""
        if status is not Sessiestatus.VOORBEREIDING:
            self.open()
        if status is Sessiestatus.AFGEBROKEN:
            self.breek_af()
        if status in (Sessiestatus.BESPREKEN, Sessiestatus.VASTGESTELD):
            self.scoor_allen()
            self.sluit()
        if status is Sessiestatus.VASTGESTELD:
            self.besluit()
            self.stel_vast()
        return self


def zaal(openbaarheid: str = Sessie.Openbaarheid.SAMENGEVAT, verbanden: int = 2, **fracties: int) -> Zaal:
    """A session that is ready to be opened."""
    griffier, tweede = maak_gebruiker(Rol.GRIFFIE), maak_gebruiker(Rol.GRIFFIE)
    raad = [
        maak_gebruiker(Rol.RAADSLID, fractie=fractie)
        for fractie, aantal in (fracties or FRACTIES).items()
        for _ in range(aantal)
    ]
    college = [maak_gebruiker(Rol.COLLEGE) for _ in range(4)]
    sessie = sessies.bereid_voor(jaar=2026, datum=VANDAAG, vergadering="Raad bij de kadernota", door=griffier, op=NU)
    waarden = {"openbaarheid": openbaarheid}
    sessie = sessies.wijzig(sessie=sessie, waarden=waarden, versie=sessie.versie, door=griffier, op=NU)
    sessies.voeg_deelnemers_toe(sessie=sessie, gebruikers=[*raad, *college], door=griffier, op=NU)
    sessies.voeg_verbanden_toe(
        sessie=sessie, verbanden=[maak_verband() for _ in range(verbanden)], door=griffier, op=NU
    )
    sessie = sessies.vervang_voorzitter(sessie=sessie, voorzitter=raad[0], door=griffier, op=NU)
    return Zaal(sessie, griffier, tweede, raad, college, list(Sessieverband.objects.filter(sessie=sessie)))
