"""Our own part in a year: when we came, when we left, and what the partnership itself adds to that."""

from datetime import date

import pytest

from verbanden.regels.bbv.deelname import Deelneming, Periode, deelneming, perioden

D = date


@pytest.mark.parametrize(
    ("eigen", "sinds", "einde", "gevonden"),
    [
        ([], None, None, Deelneming()),
        ([], D(2025, 4, 1), None, Deelneming(D(2025, 4, 1))),
        ([], D(2026, 2, 1), None, None),
        ([], D(2000, 1, 1), D(2025, 6, 30), Deelneming(None, D(2025, 6, 30))),
        ([], D(2000, 1, 1), D(2024, 12, 31), None),
        # Our own days come before those of the partnership.
        ([Periode(D(2025, 7, 1))], D(1998, 1, 1), None, Deelneming(D(2025, 7, 1))),
        ([Periode(D(2010, 1, 1), D(2025, 6, 30))], D(1998, 1, 1), None, Deelneming(None, D(2025, 6, 30))),
        ([Periode(D(2010, 1, 1), D(2024, 6, 30))], D(1998, 1, 1), None, None),
        ([Periode(D(2026, 1, 1))], D(1998, 1, 1), None, None),
        ([Periode(D(2025, 1, 1))], None, None, Deelneming(D(2025, 1, 1))),
        # What they leave open follows from the partnership.
        ([Periode()], D(2025, 4, 1), None, Deelneming(D(2025, 4, 1))),
        ([Periode(None, D(2025, 9, 1))], D(2025, 4, 1), None, Deelneming(D(2025, 4, 1), D(2025, 9, 1))),
        ([Periode(D(2010, 1, 1))], None, D(2025, 6, 30), Deelneming(None, D(2025, 6, 30))),
        ([Periode(D(2010, 1, 1), D(2027, 1, 1))], None, D(2024, 6, 30), None),
        # Out on 1 January is: there until the end of the year before.
        ([Periode(D(2010, 1, 1), D(2026, 1, 1))], None, None, Deelneming(None, D(2025, 12, 31))),
        ([Periode(D(2010, 1, 1), D(2025, 1, 1))], None, None, None),
        # Another row without a day between is no change; nor is who left and came back.
        ([Periode(D(2025, 7, 1)), Periode(D(2010, 1, 1), D(2025, 7, 1))], None, None, Deelneming()),
        ([Periode(D(2010, 1, 1), D(2025, 3, 1)), Periode(D(2025, 9, 1))], None, None, Deelneming()),
        ([Periode(D(2010, 1, 1), D(2020, 3, 1)), Periode(D(2025, 9, 1))], None, None, Deelneming(D(2025, 9, 1))),
    ],
)
def test_ons_deel_in_2025(
    eigen: list[Periode], sinds: date | None, einde: date | None, gevonden: Deelneming | None
) -> None:
    assert deelneming(2025, perioden(eigen, sinds, einde)) == gevonden
