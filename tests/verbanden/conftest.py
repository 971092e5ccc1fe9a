from pathlib import Path

import pytest

REGISTER = Path(__file__).resolve().parents[3] / "shared" / "data" / "exportOO-2026-05-16.xml.gz"


@pytest.fixture(scope="session")
def landelijk_register() -> Path:
    """The national register of 16 May 2026, which lies beside the repository and not in it."""
    if not REGISTER.is_file():
        pytest.skip("het landelijke register ligt niet naast deze map")
    return REGISTER
