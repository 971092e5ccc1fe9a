"""The sections in which a partnership is edited: one table. Other functions add theirs with `registreer`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenwerkingswijzer.historie import Gevolgd
from samenwerkingswijzer.rechten import Recht
from verbanden.forms import rijen as rijformulieren
from verbanden.forms import verband as veldformulieren
from verbanden.forms.basis import Bewerkformulier
from verbanden.forms.document import DocumentFormulier
from verbanden.forms.rijen import Rijformulier
from verbanden.handelingen import controles, deelnemers, documenten, rijen, standen
from verbanden.models import (
    Belangrijkheid,
    Belangwijziging,
    Deelname,
    Document,
    Programmadeel,
    Risico,
    Samenhang,
    Samenwerkingsverband,
    StandVanZaken,
    Teamlid,
    Vertegenwoordiging,
    Verwijzing,
    Zeggenschap,
)

SESSIE_VAST = (
    "Dit besluit is in een sessie vastgesteld en verandert niet meer. Een nieuw besluit krijgt een nieuwe datum."
)


def verandert(rij: Any) -> str:
    """A row that can be changed."""
    return ""


def in_sessie_vastgesteld(rij: Any) -> str:
    """Why a decision of an adopted session stays as it is."""
    return SESSIE_VAST if rij.vastgesteld else ""


@dataclass(frozen=True)
class Rijsoort:
    """The rows of a section: which model and form, which columns stand in the list, and what may be done.

    `vul_aan` gives the list rows that are still to be made on a day (unsaved) among those that are there; `meer` says
    that others may be added besides. `begin` names the fields that the form of a new row may take from its address.
    """

    model: type[Gevolgd]
    formulier: type[Rijformulier]
    enkelvoud: str
    kolommen: tuple[str, ...]
    voeg_toe: Callable[..., Any] | None = None
    controle: rijen.Controle = rijen.geen_controle
    wijzigbaar: bool = True
    verwijderbaar: bool = True
    lidwoord: str = "Dit"
    vul_aan: Callable[[Samenwerkingsverband, Sequence[Any], date], Sequence[Any]] | None = None
    begin: tuple[str, ...] = ()
    meer: bool = True
    vast: Callable[[Any], str] = verandert  # why a row cannot be changed any more; empty when it can


def altijd(verband: Samenwerkingsverband) -> bool:
    """Every partnership has this section."""
    return True


@dataclass(frozen=True)
class Onderdeel:
    """One edit screen: fields of the partnership itself, rows around it, or (`eigen_pagina`) a page of its own.

    `geldt` says which partnerships have it; for the others it is not there.
    """

    sleutel: str
    titel: str
    volgorde: int
    uitleg: str
    recht: Recht = Recht.BEWERKEN
    velden: type[Bewerkformulier] | None = None
    veldcontrole: rijen.Controle = rijen.geen_controle
    rijen: Rijsoort | None = None
    eigen_pagina: bool = False
    toelichting: str = ""
    geldt: Callable[[Samenwerkingsverband], bool] = altijd


_TABEL: dict[str, Onderdeel] = {}


def registreer(onderdeel: Onderdeel) -> None:
    """Add a section to the edit screens."""
    if onderdeel.sleutel in _TABEL:
        raise ValueError(f"section {onderdeel.sleutel} is registered twice")
    _TABEL[onderdeel.sleutel] = onderdeel


def alle() -> list[Onderdeel]:
    """All sections, in the order of the tabs."""
    return sorted(_TABEL.values(), key=lambda onderdeel: onderdeel.volgorde)


def zoek(sleutel: str) -> Onderdeel | None:
    """The section with this key, if there is one."""
    return _TABEL.get(sleutel)


registreer(
    Onderdeel(
        "kenmerken",
        "Kenmerken",
        10,
        "Hoe het verband heet, welke vorm het heeft en waar het zit.",
        velden=veldformulieren.Kenmerken,
        toelichting="verbanden/toelichting/kenmerken.html",
    )
)
registreer(
    Onderdeel(
        "belang",
        "Belang",
        20,
        "Twee toetsen bepalen of dit een verbonden partij is.",
        velden=veldformulieren.Belang,
        toelichting="verbanden/toelichting/belang.html",
        rijen=Rijsoort(
            Belangwijziging,
            rijformulieren.BelangwijzigingFormulier,
            "wijziging van het belang",
            ("jaar", "tekst"),
            lidwoord="Deze",
        ),
    )
)
registreer(
    Onderdeel(
        "motieven", "Doel en motieven", 30, "Waarom we meedoen en wat het oplevert.", velden=veldformulieren.Motieven
    )
)
registreer(
    Onderdeel(
        "programmas",
        "Programma's",
        40,
        "Bij welke programma's van de begroting dit verband hoort. De delen zijn samen 100%.",
        velden=veldformulieren.Taakveld,
        rijen=Rijsoort(
            Programmadeel,
            rijformulieren.ProgrammadeelFormulier,
            "programma",
            ("programma", "aandeel"),
            controle=controles.programmadelen,
        ),
        toelichting="verbanden/toelichting/programmas.html",
    )
)
registreer(
    Onderdeel(
        "deelnemers",
        "Deelnemers",
        50,
        "Wie meedoet, sinds wanneer, en met welk deel van de kosten en de stemmen.",
        rijen=Rijsoort(
            Deelname,
            rijformulieren.DeelnameFormulier,
            "deelnemer",
            ("organisatie", "organen", "van", "tot", "kostenaandeel", "stemmen"),
            voeg_toe=deelnemers.voeg_toe,
            lidwoord="Deze",
        ),
    )
)
registreer(
    Onderdeel(
        "zeggenschap",
        "Zeggenschap",
        60,
        "Hoe besluiten vallen, en met hoeveel stemmen wij meedoen.",
        velden=veldformulieren.Sturing,
        rijen=Rijsoort(
            Zeggenschap,
            rijformulieren.ZeggenschapFormulier,
            "orgaan",
            ("orgaan", "principe", "onze_stemmen", "totaal_stemmen", "bron"),
        ),
    )
)
registreer(
    Onderdeel(
        "vertegenwoordiging",
        "Vertegenwoordiging",
        70,
        "Wie namens onze gemeente in het bestuur zit. Noem de functie, niet de persoon.",
        rijen=Rijsoort(
            Vertegenwoordiging,
            rijformulieren.VertegenwoordigingFormulier,
            "vertegenwoordiger",
            ("wie", "orgaan", "plaats", "stemrecht", "van", "tot"),
            lidwoord="Deze",
        ),
    )
)
registreer(
    Onderdeel(
        "team",
        "Team",
        80,
        "De portefeuillehouder, de accounthouder en de mensen om die heen.",
        velden=veldformulieren.Portefeuillehouder,
        rijen=Rijsoort(Teamlid, rijformulieren.TeamlidFormulier, "teamlid", ("wie", "kant", "van", "tot")),
        toelichting="verbanden/toelichting/team.html",
    )
)
registreer(Onderdeel("cijfers", "Cijfers", 90, "De cijfers per jaar, met hun bron.", eigen_pagina=True))
registreer(
    Onderdeel(
        "risicos",
        "Risico's",
        100,
        "Wat onze gemeente geld kan kosten, en wat we eraan doen.",
        velden=veldformulieren.GeenRisicos,
        veldcontrole=controles.geen_risicos,
        rijen=Rijsoort(
            Risico,
            rijformulieren.RisicoFormulier,
            "risico",
            ("omschrijving", "kans", "gevolg", "gedekt", "vervallen_op"),
            controle=controles.risicos,
        ),
    )
)
registreer(
    Onderdeel(
        "bestanden",
        "Documenten",
        105,
        "Stukken die we zelf bewaren, als bestand. Staat een stuk al op een website? Maak dan een link.",
        rijen=Rijsoort(
            Document, DocumentFormulier, "document", ("titel", "soort", "datum"), voeg_toe=documenten.voeg_toe
        ),
        toelichting="verbanden/toelichting/bestanden.html",
    )
)
registreer(
    Onderdeel(
        "documenten",
        "Links",
        110,
        "Waar de regeling, de statuten en andere stukken op een andere plek staan.",
        rijen=Rijsoort(
            Verwijzing,
            rijformulieren.VerwijzingFormulier,
            "link",
            ("titel", "soort", "url", "datum"),
            lidwoord="Deze",
        ),
    )
)
registreer(
    Onderdeel(
        "samenhang",
        "Samenhang",
        120,
        "Met welke andere verbanden of onderwerpen dit verband samenhangt.",
        rijen=Rijsoort(
            Samenhang, rijformulieren.SamenhangFormulier, "samenhang", ("uitleg", "met", "onderwerp"), lidwoord="Deze"
        ),
        toelichting="verbanden/toelichting/samenhang.html",
    )
)
registreer(
    Onderdeel(
        "stand",
        "Stand van zaken",
        130,
        "Een nieuw oordeel komt boven de eerdere te staan. Eerdere oordelen blijven.",
        recht=Recht.OORDELEN,
        rijen=Rijsoort(
            StandVanZaken,
            rijformulieren.StandFormulier,
            "oordeel",
            ("oordeel", "trend", "zin", "datum", "auteur"),
            voeg_toe=standen.beoordeel,
            wijzigbaar=False,
            verwijderbaar=False,
        ),
    )
)
registreer(
    Onderdeel(
        "belangrijkheid",
        "Belangrijkheid",
        140,
        "Wat raad en college besloten over de aandacht die dit verband vraagt.",
        recht=Recht.KLASSE_VASTLEGGEN,
        rijen=Rijsoort(
            Belangrijkheid,
            rijformulieren.BelangrijkheidFormulier,
            "besluit",
            ("klasse", "datum", "redenen", "besluit_van"),
            verwijderbaar=False,
            vast=in_sessie_vastgesteld,
        ),
    )
)
