"""Reading time, and terms as whole words."""

import pytest

from kennisbank.regels.tekst import genoemd, minuten


@pytest.mark.parametrize(("tekens", "verwacht"), [(0, 1), (1, 1), (1080, 1), (1081, 2), (10_800, 10)])
def test_minutes_to_read(tekens: int, verwacht: int) -> None:
    assert minuten(tekens) == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Een zienswijze is een mening.", ["Zienswijze"]),
        ("Zienswijzen komen uit de raad (AB).", ["Zienswijze", "AB"]),
        ("Een zienswijzenbundel en de vakgabber.", []),
        ("Het ab geeft een zienswijze.", ["AB", "Zienswijze"]),
        ("", []),
    ],
)
def test_terms_are_found_as_whole_words_in_their_order(tekst: str, verwacht: list[str]) -> None:
    assert genoemd(tekst, ["Zienswijze", "AB", "Mandaat", " "]) == verwacht
