import re
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def verzonnen_register() -> Path:
    """A small register in which every organisation, name and number is made up."""
    return Path(__file__).parent / "verzonnen-register.xml"


@pytest.fixture
def schrijf(tmp_path):
    """Write bytes or text to a file with a name and return its path."""

    def doe(inhoud: bytes | str, naam: str = "register.xml") -> Path:
        pad = tmp_path / naam
        pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
        return pad

    return doe


@pytest.fixture(scope="session")
def zonder_voorvoegsel(verzonnen_register) -> str:
    """The made-up register as the live file may be: no prefixes, no namespace."""
    kaal = re.sub(r' xmlns:p="[^"]*"', "", verzonnen_register.read_text())
    return re.sub(r"(</?|\s)p:", r"\1", kaal)
