"""Documents of many parts: what did not change comes from the store, what did is set anew, and then all is merged."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from samenwerkingswijzer.drukpers import letters
from samenwerkingswijzer.drukpers.archief import archiveer, bewaar
from samenwerkingswijzer.drukpers.bestanden import Bestanden
from samenwerkingswijzer.drukpers.bewaren import Bewaarplaats
from samenwerkingswijzer.drukpers.drukwerk import Afdrukken, Drukwerk, sleutel
from samenwerkingswijzer.drukpers.fouten import DrukFout
from samenwerkingswijzer.drukpers.lettergroepen import verenig
from samenwerkingswijzer.drukpers.nummeren import CIJFERS, Stempel, velmaat, voetvel
from samenwerkingswijzer.drukpers.ploeg import helpers
from samenwerkingswijzer.drukpers.samenvoegen import Maat, Samenvoeging
from samenwerkingswijzer.drukpers.weergave import Pers, zonder_opruimen

MEGABYTE = 1_000_000
RUIMTE = {"delen": 150 * MEGABYTE, "werk": 150 * MEGABYTE, "letters": 5 * MEGABYTE}
OPRUIMEN_NA = 8  # parts
KENMERK = 12  # digits of the address of a part that keep its names apart
_pers: dict[str, Pers] = {}  # at most one
Melding = Callable[[int, int], None]


def _zwijg(gereed: int, totaal: int) -> None:
    """Nobody wants to hear how far it is."""


class Drukkerij:
    """A press with its stores below `plek`. `mappen` are the folders with our static files."""

    def __init__(self, plek: Path, mappen: Sequence[Path]) -> None:
        self.plek, self.mappen = plek, tuple(mappen)
        self.delen, self.werk, gesneden = (Bewaarplaats(plek / naam, grens) for naam, grens in RUIMTE.items())
        letters.bewaar_in(gesneden)

    def druk(self, werk: Drukwerk, *, meld: Melding = _zwijg, processen: int = 1) -> bytes:
        """The PDF, from the store or made now. `meld` hears (parts done, parts in all) while it goes on.

        More than one of `processen` is only for a process that never printed before (see `ploeg`).
        """
        if not werk.delen:
            raise DrukFout("Een document zonder delen kan niet worden gedrukt.")
        sleutels = werk.sleutels(self.mappen)
        adres = werk.sleutel(sleutels)
        pdf = self.werk.haal(adres)
        if pdf is None:
            gezet = self._zet(werk.basis, dict(zip(sleutels, werk.delen, strict=True)), meld, processen)
            pdf = self._voeg_samen(werk, [gezet[deel] for deel in sleutels])
            self.werk.zet(adres, pdf)
            self.werk.ruim_op()
            self.delen.ruim_op()
        return pdf

    def druk_los(self, html: str, *, basis: str) -> bytes:
        """One document of its own; it is not kept."""
        return self._pers(basis, html).druk(html)

    def _pers(self, basis: str, html: str) -> Pers:
        """The press of this process, as long as the static files stay the same."""
        kenmerk = sleutel(basis, Afdrukken(Bestanden(basis, self.mappen)).van(html), *map(str, self.mappen))
        if _pers.get(kenmerk) is None:
            _pers.clear()
            _pers[kenmerk] = Pers(basis, self.mappen)
        return _pers[kenmerk]

    def _zet(self, basis: str, delen: Mapping[str, str], meld: Melding, processen: int) -> dict[str, bytes]:
        """The PDF of every part by its address."""
        gezet = self._uit_voorraad(delen)
        al, totaal = len(gezet), len(delen)
        meld(al, totaal)
        nieuw = [adres for adres in delen if adres not in gezet]
        if processen > 1 and len(nieuw) > processen:
            eigen, *andere = [
                {adres: delen[adres] for adres in nieuw[nummer::processen]} for nummer in range(processen)
            ]
            taken = [partial(self._zet_nieuw, basis, ploeg, _zwijg) for ploeg in andere]
            with helpers(taken):
                gezet |= self._zet_nieuw(
                    basis, eigen, lambda klaar, _: meld(min(al + klaar * processen, totaal), totaal)
                )
            gezet |= self._uit_voorraad([adres for adres in nieuw if adres not in gezet])
        rest = {adres: html for adres, html in delen.items() if adres not in gezet}
        al = len(gezet)
        return gezet | self._zet_nieuw(basis, rest, lambda klaar, _: meld(al + klaar, totaal))

    def _uit_voorraad(self, adressen: Iterable[str]) -> dict[str, bytes]:
        return {adres: deel for adres in adressen if (deel := self.delen.haal(adres)) is not None}

    def _zet_nieuw(self, basis: str, delen: Mapping[str, str], meld: Melding) -> dict[str, bytes]:
        gezet = {}
        pers = self._pers(basis, next(iter(delen.values()), ""))
        with zonder_opruimen():
            for nummer, (adres, html) in enumerate(delen.items(), start=1):
                gezet[adres] = pers.druk_deel(html, adres[:KENMERK])
                self.delen.zet(adres, gezet[adres])
                meld(nummer, len(delen))
                if nummer % OPRUIMEN_NA == 0:
                    gc.collect()
        return gezet

    def _voeg_samen(self, werk: Drukwerk, delen: Sequence[bytes]) -> bytes:
        geheel = Samenvoeging()
        for deel in delen:
            geheel.voeg_toe(deel)
        geheel.sluit_af(taal=werk.taal)
        stempels = {maat: self._stempel(werk, geheel, maat) for maat in sorted(set(geheel.maten()))}
        verenig(
            geheel.pdf,
            [*(letterset for stempel in stempels.values() for letterset in stempel.lettersets), *geheel.lettersets()],
        )
        bladzijden = list(zip(geheel.maten(), enumerate(geheel.pdf.pages, start=1), strict=True))
        for maat, stempel in stempels.items():
            stempel.zet(geheel.pdf, dict(blad for eigen, blad in bladzijden if eigen == maat))
        archiveer(geheel.pdf, titel=werk.titel, taal=werk.taal)
        return bewaar(geheel.pdf)

    def _stempel(self, werk: Drukwerk, geheel: Samenvoeging, maat: Maat) -> Stempel:
        opmaak = velmaat(*maat)
        vellen = []
        for tekst in (werk.voettekst, CIJFERS):
            html = voetvel(tekst, taal=werk.taal, bladen=werk.bladen)
            adres = sleutel("vel", *werk.sleutels_van((html,), self.mappen), opmaak)
            vel = self.delen.haal(adres)
            if vel is None:
                vel = self._pers(werk.basis, html).druk_vel(html, opmaak)
                self.delen.zet(adres, vel)
            vellen.append(vel)
        return Stempel.maak(geheel.pdf, *vellen)
