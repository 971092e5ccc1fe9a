"""What the BBV wants to see of each verbonden partij: one table, a row per datum, with its source.

Source: Besluit begroting en verantwoording provincies en gemeenten (BWBR0014606), in our own words. `zeker` says how
sure we are of the row: V read in a source, O general knowledge that still has to be laid beside the text of the law
(and P, outside this table, for what the portal asks of its own accord).
A changed law is a new row with the same key and a later `geldig_vanaf`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from verbanden.regels.bbv.partij import Documentsoort

BEIDE = frozenset(Documentsoort)
# Budget year from which this form of the list holds (Stb. 2016, 101); that it is this year is general knowledge (O).
EERSTE_JAAR = 2017


@dataclass(frozen=True)
class Eis:
    """One legal datum: the letter of art. 15 lid 2 (or none), where it is filled in, and what we leave out.

    `posten` are the posts of the year that make it up; `geldig_vanaf` is a budget year.
    """

    sleutel: str
    letter: str
    artikel: str
    titel: str
    onderdeel: str
    anker: str
    zeker: str
    omschrijving: str
    niet_gemodelleerd: str
    posten: tuple[str, ...] = ()
    soorten: frozenset[Documentsoort] = BEIDE
    geldig_vanaf: int = EERSTE_JAAR


EISEN: tuple[Eis, ...] = (
    Eis(
        "categorie",
        "",
        "BBV art. 15 lid 1 b",
        "Deel van de lijst",
        "belang",
        "id_bestuurlijk_belang",
        "V",
        "De lijst heeft vier delen, in vaste volgorde. Of een partij erop hoort, volgt uit de twee toetsen van art. 1.",
        "Een partij die in de loop van het jaar van vorm verandert, staat in één deel.",
    ),
    Eis(
        "naam",
        "",
        "BBV art. 15 (oud art. 69)",
        "Naam",
        "kenmerken",
        "id_naam",
        "V",
        "De naam staat erbij. Het oude art. 69 is vervallen; gemeenten drukken de naam nog steeds af.",
        "Of het de naam is zoals die in het Handelsregister staat.",
    ),
    Eis(
        "vestigingsplaats",
        "",
        "BBV art. 15 (oud art. 69)",
        "Vestigingsplaats",
        "kenmerken",
        "id_vestigingsplaats",
        "V",
        "De plaats staat erbij. Het oude art. 69 is vervallen; gemeenten drukken de plaats nog steeds af.",
        "Een regeling zonder eigen plaats: vul dan de plaats van de centrumgemeente in.",
    ),
    Eis(
        "wijze_van_belang",
        "a",
        "BBV art. 15 lid 2 a",
        "Hoe de gemeente een belang heeft",
        "belang",
        "id_bestuurlijk_belang",
        "V",
        "Op welke manier de gemeente een belang heeft in de partij.",
        "Of de tekst klopt met de statuten of de regeling.",
    ),
    Eis(
        "openbaar_belang",
        "a",
        "BBV art. 15 lid 2 a",
        "Openbaar belang",
        "motieven",
        "id_openbaar_belang",
        "V",
        "Welk openbaar belang de gemeente ermee dient.",
        "Of de tekst past bij de doelen van het programma.",
    ),
    Eis(
        "belang",
        "b",
        "BBV art. 15 lid 2 b",
        "Belang",
        "cijfers",
        "id_belang-belang_begin",
        "V",
        "Het belang aan het begin en het (verwachte) einde van het jaar, in procenten.",
        "Een belang dat niet in procenten is uit te drukken, zoals een zetel zonder inleg.",
        ("belang_begin", "belang_eind"),
    ),
    Eis(
        "eigen_vermogen",
        "c",
        "BBV art. 15 lid 2 c",
        "Eigen vermogen",
        "cijfers",
        "id_eigen_vermogen-eigen_vermogen_begin",
        "V",
        "Het (verwachte) eigen vermogen aan het begin en het einde van het jaar.",
        "De indeling in reserves. Een voorlopig cijfer mag in de jaarstukken staan.",
        ("eigen_vermogen_begin", "eigen_vermogen_eind"),
    ),
    Eis(
        "vreemd_vermogen",
        "c",
        "BBV art. 15 lid 2 c",
        "Vreemd vermogen",
        "cijfers",
        "id_vreemd_vermogen-vreemd_vermogen_begin",
        "V",
        "Het (verwachte) vreemd vermogen aan het begin en het einde van het jaar.",
        "De indeling in voorzieningen en schulden. Een voorlopig cijfer mag in de jaarstukken staan.",
        ("vreemd_vermogen_begin", "vreemd_vermogen_eind"),
    ),
    Eis(
        "resultaat",
        "d",
        "BBV art. 15 lid 2 d",
        "Resultaat",
        "cijfers",
        "id_resultaat-resultaat",
        "V",
        "Het (verwachte) financiële resultaat over het jaar.",
        "Of het resultaat voor of na bestemming is.",
        ("resultaat",),
    ),
    Eis(
        "risicos",
        "e",
        "BBV art. 15 lid 2 e",
        "Risico's voor de gemeente",
        "risicos",
        "id_geen_risicos",
        "V",
        "De risico's voor de gemeente zoals art. 11 lid 1 b die bedoelt, of uitdrukkelijk: geen.",
        "Of een risico groot genoeg is voor de financiële positie: dat weegt een mens.",
    ),
    Eis(
        "programmas",
        "",
        "BBV art. 8 lid 3 b",
        "Programma's van de begroting",
        "programmas",
        "",
        "V",
        "Bij welke programma's van de begroting de partij hoort.",
        "De verdeling in procenten vraagt de wet niet: die vragen wij, zodat de bedragen per programma optellen.",
    ),
    Eis(
        "wijzigingen",
        "",
        "BBV art. 26",
        "Wat er in het belang veranderde",
        "belang",
        "",
        "O",
        "De jaarstukken zeggen wat er veranderde: toegetreden, uitgetreden, of een ander belang.",
        "Een verandering halverwege het jaar die voor 31 december weer ongedaan is gemaakt.",
        soorten=frozenset({Documentsoort.JAARSTUKKEN}),
    ),
)


def vereist(soort: Documentsoort, jaar: int, *, eisen: Iterable[Eis] = EISEN) -> tuple[Eis, ...]:
    """The legal data of one party for this document and budget year; ValueError for a year we have no rules of."""
    geldig: dict[str, Eis] = {}
    for eis in sorted(eisen, key=lambda eis: eis.geldig_vanaf):
        if eis.geldig_vanaf <= jaar:
            geldig[eis.sleutel] = eis
    if not geldig:
        raise ValueError(f"no rules of the BBV are known for {jaar}")
    return tuple(eis for eis in geldig.values() if soort in eis.soorten)


def eis(sleutel: str, soort: Documentsoort, jaar: int) -> Eis:
    """The row of one datum."""
    return next(eis for eis in vereist(soort, jaar) if eis.sleutel == sleutel)
