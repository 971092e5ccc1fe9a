"""The page on which a reader picks the reference date."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from samenwerkingswijzer.opmaak import datum_kort, lees_datum
from samenwerkingswijzer.peildatum import SLEUTEL, Peildatum
from samenwerkingswijzer.verzoek import Verzoek


class PeildatumForm(forms.Form):
    """Asks for a day, written as 30-6-2026 or 2026-06-30, and where to go back to."""

    dag = forms.CharField(label="Peildatum", max_length=20, help_text="Bijvoorbeeld 30-6-2026.")
    terug = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)

    def clean_dag(self) -> Peildatum:
        """The day as a reference date; in the future is refused."""
        try:
            return Peildatum.van(lees_datum(self.cleaned_data["dag"]), vandaag=timezone.localdate())
        except ValueError as fout:
            raise forms.ValidationError(str(fout)) from None


@dataclass(frozen=True)
class Snelkeuze:
    """A day people often ask for, and the address that shows it."""

    titel: str
    dag: date
    url: str


@require_safe
def kies(request: Verzoek) -> HttpResponse:
    """Show the form; with a valid `?dag=` go (back) to a page as it was on that day."""
    terug = request.GET.get("terug", "")
    if "dag" not in request.GET:
        form = PeildatumForm(initial={"dag": datum_kort(request.peildatum.dag), "terug": terug})
        return render(request, "peildatum.html", _context(form, terug))
    form = PeildatumForm(request.GET)
    if not form.is_valid():
        return render(request, "peildatum.html", _context(form, terug), status=400)
    return HttpResponseRedirect(doel(form.cleaned_data["terug"], form.cleaned_data["dag"]))


def _context(form: PeildatumForm, terug: str) -> dict[str, Any]:
    vandaag = timezone.localdate()
    snel = [
        Snelkeuze(titel, dag, doel(terug, Peildatum.van(dag, vandaag=vandaag))) for titel, dag in vaste_datums(vandaag)
    ]
    return {"form": form, "snelkeuzes": snel, "vandaag_url": doel(terug, Peildatum(vandaag))}


def doel(terug: str, peildatum: Peildatum) -> str:
    """An address in this portal with its own filters, and with the reference date; never another site."""
    veilig = terug.startswith("/") and url_has_allowed_host_and_scheme(terug, allowed_hosts=None)
    pad, _, vraag = terug.partition("?") if veilig else ("/", "", "")
    velden = QueryDict(vraag, mutable=True)
    velden[SLEUTEL] = peildatum.dag.isoformat() if peildatum.verleden else ""
    return f"{pad}?{velden.urlencode()}"


def vaste_datums(vandaag: date) -> list[tuple[str, date]]:
    """Days people often ask for: the ends of the last quarter and the last years."""
    kwartaal = date(vandaag.year, (vandaag.month - 1) // 3 * 3 + 1, 1).toordinal() - 1
    return [
        ("Einde van het vorige kwartaal", date.fromordinal(kwartaal)),
        ("Einde van vorig jaar", date(vandaag.year - 1, 12, 31)),
        ("Een jaar geleden", _jaar_eerder(vandaag)),
    ]


def _jaar_eerder(dag: date) -> date:
    return dag.replace(year=dag.year - 1, day=min(dag.day, 28) if dag.month == 2 else dag.day)  # February
