"""A weighing on paper, for the proposal to the college: at most four pages, the same facts as on the screen."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from governance.afweging import Lezing
from governance.oordelen import oordelen
from governance.regels.instrument import Soort
from governance.regels.matching import Beoordeling
from governance.views.pagina import afwegingpagina
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.pdf import als_pdf
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek

OVERWEGEN = ("aanbevolen", "overwegen")


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
            ("Rollen, taken en bevoegdheden", _past(lezing, bekeken, Soort.ROL)),
            ("Afspraken, procedures en instrumenten", _past(lezing, bekeken, Soort.AFSPRAAK)),
        ],
        "oordelen": oordelen(lezing, request.peildatum),
        "vragen": [(kenmerk, lezing.antwoorden.get(kenmerk.id)) for kenmerk in lezing.kader.kenmerken],
        "gemeente": gemeente_van(request),
        "peildatum": request.peildatum,
    }
    naam = f"afweging-{lezing.verband.slug}-{request.peildatum.dag.isoformat()}.pdf"
    return als_pdf(request, "governance/afweging_pdf.html", context, bestandsnaam=naam)


def _past(lezing: Lezing, vorm: Beoordeling | None, soort: Soort) -> list[tuple[Beoordeling, bool]]:
    """What fits the form, each with whether it was chosen; after a choice only what was chosen."""
    if vorm is None:
        return []
    past = lezing.past(vorm.keuze.id, soort)
    if lezing.keuze is None:
        return [(een, False) for een in past if een.woord in OVERWEGEN]
    gekozen = lezing.keuze.rollen if soort is Soort.ROL else lezing.keuze.afspraken
    return [(een, True) for een in past if een.keuze.id in gekozen]
