"""Measures how good the search page is: the questions of the tests, on the example municipality in a scratch database.

`make bench` starts it. It prints the mean reciprocal rank, what did not come first, and how long a question takes.
"""

from __future__ import annotations

import os
import sys
import time
from statistics import median

import django
from django.core.management import call_command

from tests.prestaties.bench import kladdatabase


def main() -> int:
    """Measure; 1 when people find too little."""
    with kladdatabase() as adres:
        os.environ |= {
            "SW_DEMO": "1",
            "SW_SECRET_KEY": os.urandom(32).hex(),
            "DATABASE_URL": adres,
            "DJANGO_SETTINGS_MODULE": "tests.prestaties.instellingen",
        }
        django.setup()
        call_command("bijwerken", "--zonder-static", "--voorbeeld", verbosity=0)
        return meet()


def meet() -> int:
    """Ask every question once, as a council member."""
    from samenwerkingswijzer.models import Gebruiker  # noqa: PLC0415  # needs Django
    from samenwerkingswijzer.rechten import Rol  # noqa: PLC0415
    from tests.verbanden.voorbeeld.geladen.test_zoeken import ONDERGRENS, VRAGEN, plaats  # noqa: PLC0415

    lezer = Gebruiker.objects.filter(rol=Rol.RAADSLID).order_by("id")[0]
    plaatsen, duren = {}, []
    for vraag, goed in VRAGEN:
        begin = time.perf_counter()
        plaatsen[vraag] = plaats(vraag, goed, lezer)
        duren.append(time.perf_counter() - begin)
    gemiddeld = sum(plaatsen.values()) / len(plaatsen)
    print(f"Zoeken: {len(VRAGEN)} vragen, gemiddelde van 1 / plaats: {gemiddeld:.3f} (ten minste {ONDERGRENS})")
    print(f"Eén vraag: {median(duren) * 1000:.1f} ms in het midden, {max(duren) * 1000:.1f} ms op zijn langst")
    for vraag, waarde in sorted(plaatsen.items(), key=lambda paar: paar[1]):
        if waarde < 1:
            print(f"  niet bovenaan: {vraag} ({waarde:.2f})")
    return 0 if gemiddeld >= ONDERGRENS else 1


if __name__ == "__main__":
    sys.exit(main())
