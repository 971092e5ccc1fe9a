"""The list of taakvelden: codes in order, each label begins with its own code, and a code fits in its column."""

from verbanden.models import Samenwerkingsverband
from verbanden.taakvelden import TAAKVELDEN


def test_each_label_begins_with_its_code() -> None:
    for code, label in TAAKVELDEN.items():
        kop, _, naam = label.partition(" ")
        assert kop == code
        assert naam[:1].isupper()


def test_codes_stand_in_order_and_fit() -> None:
    delen = [tuple(code.split(".")) for code in TAAKVELDEN]
    hoofdstukken = [int(hoofdstuk) for hoofdstuk, _ in delen]
    assert hoofdstukken == sorted(hoofdstukken)
    assert set(hoofdstukken) == set(range(9))
    langst = Samenwerkingsverband._meta.get_field("taakveld").max_length or 0
    assert all(len(code) <= langst for code in TAAKVELDEN)
