"""Finding one municipality by what a person types."""

import difflib
import re
import unicodedata
from collections.abc import Sequence

from verbanden.roo.fouten import OnbekendeGemeente
from verbanden.roo.gegevens import Gemeente

INVOER_TEKENS_MAX = 200
_CODE = re.compile(r"(?:https?://identifier\.overheid\.nl/tooi/id/gemeente/)?(gm[0-9]{4})", re.IGNORECASE)
_GEEN_LETTER = re.compile(r"[^a-z0-9]+")


def zoek_gemeente(invoer: str, huidige: Sequence[Gemeente], voormalige: Sequence[Gemeente] = ()) -> Gemeente:
    """Return the municipality with this name or TOOI; case, accents and punctuation do not count.

    A merged municipality is only found by its TOOI, so that nobody gets one by accident. Raises
    `OnbekendeGemeente`, with the names that come close.
    """
    invoer = invoer[:INVOER_TEKENS_MAX].strip()
    code = _CODE.fullmatch(invoer)
    if code:
        return _met_code(code[1].lower(), [*huidige, *voormalige])
    namen = _op_sleutel(huidige)
    gevonden = namen.get(_sleutel(invoer))
    if gevonden is None:
        raise _onbekend(invoer, namen, _op_sleutel(voormalige))
    return gevonden


def _met_code(code: str, alle: Sequence[Gemeente]) -> Gemeente:
    for gemeente in alle:
        if gemeente.code == code:
            return gemeente
    raise OnbekendeGemeente(f"In het bestand staat geen gemeente met de code {code}.")


def _onbekend(invoer: str, namen: dict[str, Gemeente], vroeger: dict[str, Gemeente]) -> OnbekendeGemeente:
    leesbaar = "".join(teken for teken in invoer if teken.isprintable())[:60]
    oud = vroeger.get(_sleutel(invoer))
    if oud is not None:
        return OnbekendeGemeente(
            f"{oud.naam} bestaat volgens het register niet meer; noem de gemeente waarin zij is opgegaan of {oud.code}."
        )
    suggesties = _suggesties(_sleutel(invoer), namen)
    slot = f" Bedoelt u {' of '.join(suggesties)}?" if suggesties else ""
    return OnbekendeGemeente(f"In het bestand staat geen gemeente met de naam '{leesbaar}'.{slot}", suggesties)


def _suggesties(sleutel: str, namen: dict[str, Gemeente]) -> tuple[str, ...]:
    begin = [naam for naam in namen if sleutel and naam.startswith(f"{sleutel} ")]
    dichtbij = difflib.get_close_matches(sleutel, namen, n=3, cutoff=0.7)
    return tuple(dict.fromkeys(namen[naam].korte_naam for naam in [*begin, *dichtbij]))[:3]


def _op_sleutel(gemeenten: Sequence[Gemeente]) -> dict[str, Gemeente]:
    namen = {_sleutel(gemeente.afkorting): gemeente for gemeente in gemeenten if gemeente.afkorting}
    return namen | {_sleutel(gemeente.naam): gemeente for gemeente in gemeenten}


def _sleutel(naam: str) -> str:
    """The letters and digits of a name without accents, without the word 'gemeente' in front."""
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return _GEEN_LETTER.sub(" ", kaal).strip().removeprefix("gemeente ")
