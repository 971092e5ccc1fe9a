from collections.abc import Callable
from pathlib import Path

import pytest

REGISTER = Path(__file__).resolve().parents[3] / "shared" / "data" / "exportOO-2026-05-16.xml.gz"


@pytest.fixture(scope="session")
def landelijk_register() -> Path:
    """The national register of 16 May 2026, which lies beside the repository and not in it."""
    if not REGISTER.is_file():
        pytest.skip("het landelijke register ligt niet naast deze map")
    return REGISTER


@pytest.fixture(scope="session")
def verzonnen_register() -> Path:
    """A small register in which every organisation, name and number is made up."""
    return Path(__file__).parent / "roo" / "verzonnen-register.xml"


@pytest.fixture
def schrijf(tmp_path: Path) -> Callable[..., Path]:
    """Write bytes or text to a file with a name and return its path."""

    def doe(inhoud: bytes | str, naam: str = "register.xml") -> Path:
        pad = tmp_path / naam
        pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
        return pad

    return doe
