"""Streaming the register: from bytes to one small tree per record, with limits on everything that can grow.

Names are local names: the register's namespace changes with every version and may be absent altogether.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, DTDForbidden
from defusedxml.ElementTree import DefusedXMLParser

from verbanden.roo.bron import WEBPAGINA, blokken
from verbanden.roo.fouten import RegisterFout

WORTEL = "overheidsorganisaties"
ORGANISATIE = "organisatie"
REGELING = "regeling"
RECORDS = {("organisaties", ORGANISATIE), ("gemeenschappelijkeRegelingen", REGELING)}

# zero-width spaces and the like stand in the register's names; marks that turn the writing direction never belong there
_ONZICHTBAAR = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WORTELDIEPTE, _AFDELINGDIEPTE, _RECORDDIEPTE = 1, 2, 3

DIEPTE_MAX = 32  # nested elements; the register goes 7 deep
ELEMENTEN_MAX = 10_000_000  # in the whole file; the national cut has 141,000
RECORDS_MAX = 100_000  # organisations and regelingen together; the national cut has 2,296
RECORD_TEKENS_MAX = 2_000_000  # text and attributes of one record
RECORD_ELEMENTEN_MAX = 50_000  # elements of one record; the largest has some 600
TEKST_TEKENS_MAX = 50_000  # text of one element; the longest is 1,870
STILTE_MAX = 4 * 1024 * 1024  # bytes without a single event: one enormous tag, attribute or comment


@dataclass(slots=True)
class Knoop:
    """One element: local `naam`, `kenmerken` (attributes by local name), `tekst` (stripped), `kinderen`."""

    naam: str
    kenmerken: dict[str, str]
    tekst: str = ""
    kinderen: list["Knoop"] = field(default_factory=list)

    def alle(self, *pad: str) -> list["Knoop"]:
        """All elements at the end of a path of local names, in file order."""
        lagen = [self]
        for naam in pad:
            lagen = [kind for knoop in lagen for kind in knoop.kinderen if kind.naam == naam]
        return lagen

    def eerste(self, *pad: str) -> "Knoop | None":
        """The first element at the end of a path, or None."""
        return next(iter(self.alle(*pad)), None)

    def waarde(self, *pad: str) -> str:
        """The text of the first element at the end of a path, or ''."""
        knoop = self.eerste(*pad)
        return knoop.tekst if knoop else ""

    def kenmerk(self, naam: str) -> str:
        """The value of an attribute, or ''."""
        return self.kenmerken.get(naam, "")


def records(bestand: Path) -> Iterator[Knoop]:
    """Yield the root (attributes only), then every organisatie and regeling of the register, one at a time.

    Raises `RegisterFout` for anything that is not a sound register export.
    """
    opbouw = _Opbouw()
    parser = DefusedXMLParser(target=opbouw, forbid_dtd=True)
    try:
        for blok in blokken(bestand):
            parser.feed(blok)
            opbouw.controleer_stilte(len(blok))
            yield from opbouw.neem()
        parser.close()
    except DTDForbidden as fout:
        raise RegisterFout(_bij_documenttype(fout)) from None
    except DefusedXmlException:
        raise RegisterFout("Het bestand bevat XML-entiteiten; dat hoort niet in het register.") from None
    except ParseError as fout:
        raise RegisterFout(_bij_ontleedfout(fout, in_de_stroom=opbouw.diepte > 0)) from None
    except (ValueError, LookupError):
        raise RegisterFout("Het bestand heeft een onbekende tekencodering; het register is UTF-8.") from None
    yield from opbouw.neem()


def _bij_documenttype(fout: DTDForbidden) -> str:
    if str(fout.name).lower() == "html":
        return WEBPAGINA
    return "Het bestand bevat een documenttype (DTD); dat hoort niet in het register en wordt niet gelezen."


def _bij_ontleedfout(fout: ParseError, *, in_de_stroom: bool) -> str:
    regel, teken = fout.position
    if in_de_stroom and fout.code in _AFGEBROKEN:
        return f"Het bestand is afgebroken bij regel {regel}; haal het opnieuw op."
    return f"Het bestand is geen geldige XML (regel {regel}, teken {teken + 1}); haal het opnieuw op."


_AFGEBROKEN = {3, 5, 6}  # expat: no element found, unclosed token, partial character


class _Opbouw:
    """Parser target: keeps only the record at hand and refuses what exceeds the limits."""

    def __init__(self) -> None:
        self.diepte = 0
        self._elementen = 0
        self._records = 0
        self._gebeurtenissen = 0
        self._stil_sinds = (0, 0)  # events seen, bytes since
        self._afdeling = ""
        self._klaar: list[Knoop] = []
        self._open: list[tuple[Knoop, list[str]]] = []
        self._record_tekens = 0
        self._record_elementen = 0
        self._tekst_tekens = 0

    def neem(self) -> list[Knoop]:
        """Hand over the finished records and forget them."""
        klaar, self._klaar = self._klaar, []
        return klaar

    def controleer_stilte(self, aantal: int) -> None:
        """Refuse a file in which many bytes pass without one event, before the parser's buffer fills memory."""
        gezien, stil = self._stil_sinds
        stil = stil + aantal if gezien == self._gebeurtenissen else 0
        self._stil_sinds = (self._gebeurtenissen, stil)
        _hoogstens(stil, STILTE_MAX, "een ongewoon groot element")

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        """An element opens."""
        self._gebeurtenissen += 1
        self._elementen += 1
        self.diepte += 1
        self._tekst_tekens = 0
        _hoogstens(self.diepte, DIEPTE_MAX, "te diep genestelde elementen")
        _hoogstens(self._elementen, ELEMENTEN_MAX, "te veel elementen")
        naam = _lokaal(tag)
        if self.diepte == _WORTELDIEPTE:
            self._open_wortel(naam, attrs)
        elif self.diepte == _AFDELINGDIEPTE:
            self._afdeling = naam
        elif self._open or (self.diepte == _RECORDDIEPTE and (self._afdeling, naam) in RECORDS):
            self._open_knoop(naam, attrs)

    def data(self, data: str) -> None:
        """Text within an element, in pieces."""
        self._gebeurtenissen += 1
        if not self._open:
            return
        self._tel_tekens(len(data))
        self._tekst_tekens += len(data)
        _hoogstens(self._tekst_tekens, TEKST_TEKENS_MAX, "een te lange tekst")
        self._open[-1][1].append(data)

    def end(self, _tag: str) -> None:
        """An element closes."""
        self._gebeurtenissen += 1
        self.diepte -= 1
        self._tekst_tekens = 0
        if not self._open:
            return
        knoop, delen = self._open.pop()
        knoop.tekst = _ONZICHTBAAR.sub("", "".join(delen)).strip()
        if not self._open:
            self._klaar.append(knoop)

    def close(self) -> None:
        """The document ends."""

    def _open_wortel(self, naam: str, attrs: dict[str, str]) -> None:
        if naam != WORTEL:
            raise RegisterFout(
                f"Het bestand is geen uitvoer van het Register van Overheidsorganisaties: het begint met "
                f"'{naam[:60]}' in plaats van '{WORTEL}'."
            )
        self._klaar.append(Knoop(naam, _lokale_kenmerken(attrs)))

    def _open_knoop(self, naam: str, attrs: dict[str, str]) -> None:
        knoop = Knoop(naam, _lokale_kenmerken(attrs))
        if self._open:
            self._open[-1][0].kinderen.append(knoop)
        else:
            self._begin_record()
        self._open.append((knoop, []))
        self._record_elementen += 1
        _hoogstens(self._record_elementen, RECORD_ELEMENTEN_MAX, "een te groot record")
        self._tel_tekens(sum(len(sleutel) + len(waarde) for sleutel, waarde in attrs.items()))

    def _begin_record(self) -> None:
        self._records += 1
        self._record_tekens = 0
        self._record_elementen = 0
        _hoogstens(self._records, RECORDS_MAX, "te veel records")

    def _tel_tekens(self, aantal: int) -> None:
        self._record_tekens += aantal
        _hoogstens(self._record_tekens, RECORD_TEKENS_MAX, "een te groot record")


def _hoogstens(aantal: int, grens: int, wat: str) -> None:
    if aantal > grens:
        raise RegisterFout(f"Het bestand bevat {wat} en wordt daarom niet gelezen.")


def _lokaal(naam: str) -> str:
    return naam.rsplit("}", 1)[-1]


def _lokale_kenmerken(attrs: dict[str, str]) -> dict[str, str]:
    return {_lokaal(sleutel): waarde.strip() for sleutel, waarde in attrs.items()}
