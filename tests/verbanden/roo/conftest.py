import re

import pytest


@pytest.fixture(scope="session")
def zonder_voorvoegsel(verzonnen_register) -> str:
    """The made-up register as the live file may be: no prefixes, no namespace."""
    kaal = re.sub(r' xmlns:p="[^"]*"', "", verzonnen_register.read_text())
    return re.sub(r"(</?|\s)p:", r"\1", kaal)
