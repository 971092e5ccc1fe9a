"""The words of the register that one chooses from. Database values are slugs that stay; labels may change."""

from django.db import models


class Vorm(models.TextChoices):
    """Legal form; the first five are kinds of regeling (Wgr art. 1 and 8)."""

    OPENBAAR_LICHAAM = "openbaar_lichaam", "Openbaar lichaam"
    BEDRIJFSVOERINGSORGANISATIE = "bedrijfsvoeringsorganisatie", "Bedrijfsvoeringsorganisatie"
    GEMEENSCHAPPELIJK_ORGAAN = "gemeenschappelijk_orgaan", "Gemeenschappelijk orgaan"
    CENTRUMREGELING = "centrumregeling", "Centrumregeling"
    REGELING_ZONDER_MEER = "regeling_zonder_meer", "Regeling zonder meer"
    NV = "nv", "Naamloze vennootschap"
    BV = "bv", "Besloten vennootschap"
    COOPERATIE = "cooperatie", "Coöperatie"
    STICHTING = "stichting", "Stichting"
    VERENIGING = "vereniging", "Vereniging"
    CONVENANT = "convenant", "Convenant of overeenkomst"
    NETWERK = "netwerk", "Netwerk of informeel overleg"
    OVERIG = "overig", "Overige vorm"


REGELINGEN = frozenset(
    {
        Vorm.OPENBAAR_LICHAAM,
        Vorm.BEDRIJFSVOERINGSORGANISATIE,
        Vorm.GEMEENSCHAPPELIJK_ORGAAN,
        Vorm.CENTRUMREGELING,
        Vorm.REGELING_ZONDER_MEER,
    }
)
RECHTSPERSONEN = frozenset(
    {
        Vorm.OPENBAAR_LICHAAM,
        Vorm.BEDRIJFSVOERINGSORGANISATIE,
        Vorm.NV,
        Vorm.BV,
        Vorm.COOPERATIE,
        Vorm.STICHTING,
        Vorm.VERENIGING,
    }
)


class Aard(models.TextChoices):
    """What the partners share."""

    BELEIDSAFSTEMMING = "beleidsafstemming", "Beleid op elkaar afstemmen"
    GEZAMENLIJKE_UITVOERING = "gezamenlijke_uitvoering", "Samen uitvoeren"
    DELEN_VAN_HULPBRONNEN = "delen_van_hulpbronnen", "Mensen of middelen delen"
    NETWERK = "netwerk", "Netwerk of platform"


class Levensfase(models.TextChoices):
    """Where a partnership stands in its life (founding document, function 1)."""

    VERKENNEN = "verkennen", "Verkennen"
    AANGAAN = "aangaan", "Aangaan"
    UITVOEREN = "uitvoeren", "Uitvoeren"
    HEROVERWEGEN = "heroverwegen", "Heroverwegen"
    BEEINDIGEN = "beeindigen", "Beëindigen"
    BEEINDIGD = "beeindigd", "Beëindigd"


# The one table of allowed steps. An exploration may stop; an ended partnership stays as it was.
VOLGENDE_FASEN: dict[Levensfase, frozenset[Levensfase]] = {
    Levensfase.VERKENNEN: frozenset({Levensfase.AANGAAN, Levensfase.BEEINDIGD}),
    Levensfase.AANGAAN: frozenset({Levensfase.VERKENNEN, Levensfase.UITVOEREN, Levensfase.BEEINDIGD}),
    Levensfase.UITVOEREN: frozenset({Levensfase.HEROVERWEGEN, Levensfase.BEEINDIGEN}),
    Levensfase.HEROVERWEGEN: frozenset({Levensfase.UITVOEREN, Levensfase.BEEINDIGEN}),
    Levensfase.BEEINDIGEN: frozenset({Levensfase.HEROVERWEGEN, Levensfase.BEEINDIGD}),
    Levensfase.BEEINDIGD: frozenset(),
}


class Belangkeuze(models.TextChoices):
    """Answer to one of the two tests of BBV art. 1."""

    JA = "ja", "Ja"
    NEE = "nee", "Nee"
    ONBEKEND = "onbekend", "Nog niet beoordeeld"


class Motief(models.TextChoices):
    """Why we work together."""

    AMBITIE = "ambitie", "Meer bereiken dan alleen kan"
    EFFICIENTIE = "efficientie", "Efficiënter werken"
    ORGANISATIE = "organisatie", "Organisatorische voordelen"
    HORIZON = "horizon", "De horizon verruimen"
    HINDER = "hinder", "Hinder van elkaar voorkomen"
    INITIATIEF = "initiatief", "Maatschappelijk initiatief mogelijk maken"
    DEMOCRATIE = "democratie", "De democratie versterken"
    PARTNER = "partner", "Een partner kan het beter of goedkoper"
    ANDERS = "anders", "Anders"


class Bevoegdheid(models.TextChoices):
    """How powers came to the partnership."""

    ATTRIBUTIE = "attributie", "Attributie"
    DELEGATIE = "delegatie", "Delegatie"
    MANDAAT = "mandaat", "Mandaat"


class WgrHoofdstuk(models.TextChoices):
    """Which chapter of the Wgr applies: with a province as participant the Minister supervises (art. 58, 59)."""

    GEEN = "", "Geen regeling"
    GEMEENTEN = "I", "Hoofdstuk I: alleen gemeenten"
    MET_PROVINCIE = "IV", "Hoofdstuk IV: een provincie doet mee"
    ANDERS = "anders", "Een ander hoofdstuk"


class Orgaan(models.TextChoices):
    """A body of a participant that takes part (Wgr art. 1)."""

    RAAD = "raad", "Raad"
    COLLEGE = "college", "College"
    BURGEMEESTER = "burgemeester", "Burgemeester"
    PROVINCIALE_STATEN = "provinciale_staten", "Provinciale staten"
    GEDEPUTEERDE_STATEN = "gedeputeerde_staten", "Gedeputeerde staten"
    COMMISSARIS = "commissaris", "Commissaris van de Koning"
    ALGEMEEN_BESTUUR = "algemeen_bestuur", "Algemeen bestuur"
    DAGELIJKS_BESTUUR = "dagelijks_bestuur", "Dagelijks bestuur"
    VOORZITTER = "voorzitter", "Voorzitter"
    ANDERS = "anders", "Ander orgaan"


class Klasse(models.TextChoices):
    """Whose attention a partnership asks for (founding document, 2.3 point 1)."""

    POLITIEK_ZEER = "politiek_zeer_belangrijk", "Politiek zeer belangrijk"
    POLITIEK = "politiek_belangrijk", "Politiek belangrijk"
    BESTUURLIJK = "bestuurlijk_belangrijk", "Bestuurlijk belangrijk"
    AMBTELIJK = "ambtelijk_belangrijk", "Ambtelijk belangrijk"


KLASSE_UITLEG: dict[str, str] = {
    Klasse.POLITIEK_ZEER: "Vraagt intensieve aandacht van de raad",
    Klasse.POLITIEK: "Vraagt aandacht van de raad",
    Klasse.BESTUURLIJK: "Vraagt aandacht van het college",
    Klasse.AMBTELIJK: "Kan grotendeels ambtelijk worden afgedaan",
}


OOK_UITLEG = "De klasse is leidend. Vink aan wat daarnaast geldt, zoals: het college heeft er ook zelf werk aan."
OOK_ANDERS = "Deze klasse is al leidend. Vink alleen aan wat daarnaast geldt."


class Reden(models.TextChoices):
    """Why a partnership is important (founding document, function 2)."""

    OPGAVE = "opgave", "Zware maatschappelijke opgave"
    KANSEN = "kansen", "Grote kansen"
    RISICOS = "risicos", "Grote risico's"
    GELD = "geld", "Veel geld"


class Oordeel(models.TextChoices):
    """The judgement on how a partnership is doing: adjective or state, never a colour alone."""

    OP_KOERS = "op_koers", "Op koers"
    AANDACHT = "aandacht", "Aandacht"
    BIJSTUREN = "bijsturen", "Bijsturen"
    GEEN = "geen", "Geen oordeel"


class Trend(models.TextChoices):
    """Where it is going, next to how it stands."""

    BETER = "beter", "Wordt beter"
    GELIJK = "gelijk", "Blijft gelijk"
    SLECHTER = "slechter", "Wordt slechter"
    ONBEKEND = "onbekend", "Onbekend"
