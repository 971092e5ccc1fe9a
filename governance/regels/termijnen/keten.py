"""The way in: for a kind of partnership and what is known of it, the chain of steps, or the reason there is none.

`gevraagd` holds the day the partner asks for, per key of a step. `dagen` are the days that a royal decree puts on a
par with a holiday. Equal arguments give equal chains: nothing else is looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from governance.regels.termijnen.begroting import Begrotingsfeiten, begroting, begrotingswijziging
from governance.regels.termijnen.gemeente import Gemeentefeiten, gemeenteketen
from governance.regels.termijnen.grondslag import MET_REGELS, Wetboek
from governance.regels.termijnen.grondslagen import WETBOEK
from governance.regels.termijnen.jaarrekening import Rekeningfeiten, jaarrekening
from governance.regels.termijnen.privaat import VORMEN, Besluit, Privaatfeiten, privaatketen
from governance.regels.termijnen.regeling import Handeling, Regelingfeiten, regelingketen
from governance.regels.termijnen.rekenen import Wet
from governance.regels.termijnen.stap import Keten, Regeling
from governance.regels.termijnen.tijd import GEEN_DAGEN
from governance.regels.wgr import REGELINGEN

GEEN_REGELING = "Dit is geen gemeenschappelijke regeling. De kalender van de Wgr geldt niet: kijk in de afspraak."
GEEN_BESTUUR = "Deze regeling heeft geen eigen bestuur en geen eigen begroting. Kijk in de afspraak wat er geldt."
ANDER_HOOFDSTUK = "Het portaal rekent alleen met hoofdstuk I en IV van de Wgr. Kijk welk hoofdstuk hier geldt."
NIET_GENOEMD = "De wet noemt deze vorm niet. Kijk in de afspraak of het reglement van de raad."


@dataclass(frozen=True)
class Rekenaar:
    """Makes chains with the law as it stands in the rows; other rows give other chains."""

    dagen: Collection[date] = GEEN_DAGEN
    boek: Wetboek = field(default_factory=lambda: WETBOEK)
    gevraagd: Mapping[str, date] = field(default_factory=dict)

    def begroting(self, regeling: Regeling, jaar: int, feiten: Begrotingsfeiten) -> Keten:
        """From frame to supervisor, for one budget year."""
        reden = _geen_kalender(regeling)
        if reden:
            return Keten(reden=reden)
        return begroting(self._wet(regeling), regeling, jaar, feiten).met_verzoeken(self.gevraagd)

    def begrotingswijziging(
        self, regeling: Regeling, feiten: Begrotingsfeiten, *, uitgezonderd: bool | None = None
    ) -> Keten:
        """A change of the budget; `uitgezonderd`: whether the regeling makes an exception (None: not looked up)."""
        reden = _geen_kalender(regeling)
        if reden:
            return Keten(reden=reden)
        keten = begrotingswijziging(self._wet(regeling), regeling, feiten, uitgezonderd=uitgezonderd)
        return keten.met_verzoeken(self.gevraagd)

    def jaarrekening(self, regeling: Regeling, jaar: int, feiten: Rekeningfeiten) -> Keten:
        """The accounts about one year."""
        reden = _geen_kalender(regeling)
        if reden:
            return Keten(reden=reden)
        return jaarrekening(self._wet(regeling), regeling, jaar, feiten).met_verzoeken(self.gevraagd)

    def regeling(self, regeling: Regeling, handeling: Handeling, feiten: Regelingfeiten) -> Keten:
        """Making, changing, joining or leaving a regeling: also one without a board."""
        reden = _geen_regeling(regeling)
        if reden:
            return Keten(reden=reden)
        return regelingketen(self._wet(regeling), handeling, feiten).met_verzoeken(self.gevraagd)

    def privaat(self, vorm: str, soort: Besluit, feiten: Privaatfeiten) -> Keten:
        """A decision about a private form."""
        if vorm not in VORMEN:
            return Keten(reden=NIET_GENOEMD)
        return privaatketen(self._gemeentewet(), soort, feiten).met_verzoeken(self.gevraagd)

    def gemeente(self, jaar: int, feiten: Gemeentefeiten) -> Keten:
        """Our own budget and annual report."""
        return gemeenteketen(self._gemeentewet(), jaar, feiten).met_verzoeken(self.gevraagd)

    def _wet(self, regeling: Regeling) -> Wet:
        return Wet(regeling.hoofdstuk, self.boek, self.dagen)

    def _gemeentewet(self) -> Wet:
        return Wet(boek=self.boek, dagen=self.dagen)


def _geen_regeling(regeling: Regeling) -> str:
    """Why the Wgr as we know it gives no dates; empty when it does."""
    if regeling.vorm not in REGELINGEN:
        return GEEN_REGELING
    return "" if regeling.hoofdstuk in MET_REGELS else ANDER_HOOFDSTUK


def _geen_kalender(regeling: Regeling) -> str:
    """Why there is no calendar of budget and accounts; empty when there is one."""
    if regeling.vorm in REGELINGEN and not regeling.heeft_bestuur:
        return GEEN_BESTUUR
    return _geen_regeling(regeling)
