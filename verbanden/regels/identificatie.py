"""Pure validation of the identifiers of Dutch organisations.

Every function takes the text as typed or registered and returns the cleaned text; leading zeros count, so
nothing here is ever a number. A value that cannot be right raises `OngeldigKenmerk` with one Dutch sentence.
"""

import re
from dataclasses import dataclass

_KVK = re.compile(r"[0-9]{8}")
_RSIN = re.compile(r"[0-9]{9}")
_OIN = re.compile(r"[0-9]{20}")
_TOOI = re.compile(r"https://identifier\.overheid\.nl/tooi/id/([a-z][a-z_]{0,39})/([a-z]{2,12}[0-9]{1,8})")
_SCHEIDERS = re.compile(r"[ .\u00a0]")
_RSIN_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_OIN_OP_RSIN = "00000001"


class OngeldigKenmerk(ValueError):
    """An identifier that cannot exist; the message is one Dutch sentence for the user."""


@dataclass(frozen=True, slots=True)
class Tooi:
    """A TOOI identifier: `soort` such as 'gemeente' or 'so', `code` such as 'gm0556'."""

    soort: str
    code: str

    @property
    def uri(self) -> str:
        """The full address of the identifier."""
        return f"https://identifier.overheid.nl/tooi/id/{self.soort}/{self.code}"


def kvk_nummer(tekst: str) -> str:
    """Return the eight digits of a KvK number; spaces and dots are dropped."""
    return _cijfers(tekst, _KVK, "Een KvK-nummer bestaat uit 8 cijfers.")


def rsin(tekst: str) -> str:
    """Return the nine digits of an RSIN that passes the 11-test; spaces and dots are dropped."""
    cijfers = _cijfers(tekst, _RSIN, "Een RSIN bestaat uit 9 cijfers.")
    if not voldoet_aan_elfproef(cijfers):
        raise OngeldigKenmerk("Dit RSIN kan niet bestaan: het voldoet niet aan de elfproef. Controleer de cijfers.")
    return cijfers


def oin(tekst: str) -> str:
    """Return the twenty digits of an OIN; its inner structure is judged by `oin_opmerking`, not refused."""
    return _cijfers(tekst, _OIN, "Een OIN bestaat uit 20 cijfers.")


def oin_opmerking(nummer: str, bijbehorend_rsin: str = "") -> str:
    """Return a Dutch remark where a valid OIN does not follow 00000001 + RSIN + 000, or '' where it does.

    Only numbers issued on an RSIN begin with 00000001; other beginnings are legitimate and give no remark.
    """
    if not nummer.startswith(_OIN_OP_RSIN):
        return ""
    besloten = nummer[8:17]
    if not voldoet_aan_elfproef(besloten):
        return "Het RSIN in dit OIN voldoet niet aan de elfproef."
    if bijbehorend_rsin and besloten != bijbehorend_rsin:
        return "Het RSIN in dit OIN is een ander dan het RSIN hierboven."
    return ""


def tooi(tekst: str) -> Tooi:
    """Take apart a TOOI address such as https://identifier.overheid.nl/tooi/id/gemeente/gm0556."""
    gevonden = _TOOI.fullmatch(tekst.strip())
    if gevonden is None:
        raise OngeldigKenmerk("Een TOOI-adres ziet eruit als https://identifier.overheid.nl/tooi/id/gemeente/gm0000.")
    return Tooi(soort=gevonden[1], code=gevonden[2])


def voldoet_aan_elfproef(cijfers: str) -> bool:
    """Tell whether nine digits pass the 11-test of BSN and RSIN (weights 9 to 2 and -1); all zeros do not."""
    if _RSIN.fullmatch(cijfers) is None or cijfers == "000000000":
        return False
    som = sum(int(cijfer) * gewicht for cijfer, gewicht in zip(cijfers, _RSIN_GEWICHTEN, strict=True))
    return som % 11 == 0


def _cijfers(tekst: str, patroon: re.Pattern[str], boodschap: str) -> str:
    schoon = _SCHEIDERS.sub("", tekst)
    if patroon.fullmatch(schoon) is None:
        raise OngeldigKenmerk(boodschap)
    return schoon
