"""A weighing on paper, for the proposal to the college: at most four pages, the same facts as on the screen."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from governance.afweging import Lezing
from governance.oordelen import oordelen
from governance.passendheid import Keuzeregel, keuzeregels, vastgelegd
from governance.regels.instrument import Soort
from governance.regels.matching import Beoordeling
from governance.views.pagina import afwegingpagina
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.pdf import als_pdf
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek

MEESTE = 12  # rows of roles or agreements on paper; the rest by name


@afwegingpagina("GET", "HEAD")
def afdruk(request: Verzoek, lezing: Lezing) -> HttpResponse:
    """The advice, what it rests on, and the choice when there is one."""
    eis(request.user, Recht.BEKIJKEN)
    if request.method == "GET":
        leg_vast(Handeling.GEDOWNLOAD, door=request.user, op=timezone.now(), over=lezing.afweging, soort="afweging.pdf")
    bekeken = lezing.bekeken(request.GET.get("vorm", ""))
    context = {
        "lezing": lezing,
        "uitkomst": lezing.uitkomst,
        "bekeken": bekeken,
        "delen": [
            ("Rollen, taken en bevoegdheden", _gesplitst(_past(lezing, bekeken, Soort.ROL))),
            ("Afspraken, procedures en instrumenten", _gesplitst(_past(lezing, bekeken, Soort.AFSPRAAK))),
        ],
        "oordelen": oordelen(lezing, request.peildatum),
        "vragen": [(kenmerk, lezing.antwoorden.get(kenmerk.id)) for kenmerk in lezing.kader.kenmerken],
        "gemeente": gemeente_van(request),
        "peildatum": request.peildatum,
    }
    naam = f"afweging-{lezing.verband.slug}-{request.peildatum.dag.isoformat()}.pdf"
    return als_pdf(request, "governance/afweging_pdf.html", context, bestandsnaam=naam)


def _past(lezing: Lezing, vorm: Beoordeling | None, soort: Soort) -> list[Keuzeregel]:
    """What fits the form; after a choice all that was chosen, also against the advice."""
    if vorm is None:
        return []
    regels = keuzeregels(lezing, vorm.keuze.id, soort, vastgelegd(lezing, soort))
    return [regel for regel in regels if (regel.aan if lezing.keuze else regel.past)]


def _gesplitst(regels: list[Keuzeregel]) -> tuple[list[Keuzeregel], str]:
    """The rows that get a line of their own, and the names of the others."""
    return regels[:MEESTE], ", ".join(regel.beoordeling.keuze.naam for regel in regels[MEESTE:])
