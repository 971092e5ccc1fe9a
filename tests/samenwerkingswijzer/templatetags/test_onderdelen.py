"""Fields, error summary and other shared parts as they come out of the templates."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string


class Formulier(forms.Form):
    """A form with every kind of field."""

    naam = forms.CharField(label="Naam", help_text="Zoals in de regeling")
    nota = forms.CharField(label="Nota", widget=forms.Textarea, required=False)
    vorm = forms.ChoiceField(label="Vorm", choices=[("", "Kies"), ("nv", "NV")])
    motief = forms.MultipleChoiceField(
        label="Motief", choices=[("a", "Kennis"), ("b", "Geld")], widget=forms.CheckboxSelectMultiple
    )
    geen = forms.BooleanField(label="Niet opgegeven", required=False)
    sleutel = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        raise forms.ValidationError("De einddatum ligt vóór de begindatum.")


def toon(sjabloon: str, **context: Any) -> str:
    return Template("{% load onderdelen opmaak %}" + sjabloon).render(Context(context))


@pytest.fixture
def fout() -> Formulier:
    return Formulier({})


def test_een_fout_staat_bij_het_veld_en_het_veld_wijst_ernaar(fout: Formulier) -> None:
    html = toon("{% veld form.naam soort='source' %}", form=fout)
    assert '<label class="utrecht-form-label" for="id_naam">Naam</label>' in html
    assert 'aria-describedby="id_naam_helptext id_naam_error"' in html
    assert 'id="id_naam_helptext"' in html
    assert 'id="id_naam_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'class="utrecht-textbox utrecht-textbox--html-input utrecht-textbox--invalid"' in html
    assert "sw-field--source" in html


def test_niet_verplicht_staat_erbij() -> None:
    html = toon("{% veld form.nota %}{% veld form.naam %}", form=Formulier())
    assert html.count("(niet verplicht)") == 1
    assert "utrecht-textarea" in html


def test_keuzes_vormen_een_groep_met_een_naam(fout: Formulier) -> None:
    html = toon("{% veld form.motief %}", form=fout)
    assert "<fieldset" in html
    assert "Motief</legend>" in html
    assert 'id="id_motief_0"' in html
    assert 'aria-describedby="id_motief_error"' in html


def test_een_vinkje_en_een_verborgen_veld_dragen_geen_tekstvak() -> None:
    assert "utrecht-textbox" not in toon("{% veld form.geen %}{% veld form.sleutel %}", form=Formulier())


def test_de_samenvatting_verwijst_naar_elk_veld(fout: Formulier) -> None:
    html = toon("{% foutenlijst form ander melding='Niets is bewaard.' %}", form=fout, ander=None)
    assert "Er zijn 4 fouten. Niets is bewaard." in html
    for anker in ("id_naam", "id_vorm", "id_motief_0"):
        assert f'href="#{anker}"' in html
    assert "<strong>De einddatum ligt vóór de begindatum.</strong>" in html


def test_zonder_fouten_geen_samenvatting() -> None:
    assert toon("{% foutenlijst form %}", form=Formulier()).strip() == ""


def test_de_samenvatting_leest_ook_een_reeks_formulieren() -> None:
    reeks = forms.formset_factory(Formulier)(
        {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-naam": "<script>"}
    )
    html = toon("{% foutenlijst reeks %}", reeks=reeks)
    assert 'href="#id_form-0-vorm"' in html


def test_wat_ontbreekt_noemt_wie_en_sinds_wanneer() -> None:
    html = render_to_string("onderdelen/ontbreekt.html", {"wie": "Rogplus", "sinds": date(2026, 5, 4)})
    assert "niet opgegeven" in html
    assert "gevraagd aan Rogplus op 4 mei 2026" in html


def test_een_leeg_blok_biedt_op_een_eerdere_datum_geen_handeling_aan() -> None:
    inhoud = {"zin": "Nog geen doelen.", "uitleg": "De accounthouder vult ze in.", "url": "/x", "actie": "Vul in"}
    verleden = SimpleNamespace(peildatum=SimpleNamespace(verleden=True))
    assert "/x" in render_to_string("onderdelen/leeg.html", inhoud)
    assert "/x" not in render_to_string("onderdelen/leeg.html", {**inhoud, "request": verleden})


def test_een_vergelijking_heeft_dezelfde_cijfers_als_tabel() -> None:
    rijen = [("Stemmen", [Decimal(33), Decimal(67)])]
    html = render_to_string("onderdelen/vergelijkbalk.html", {"titel": "T", "rijen": rijen, "namen": ["A", "B"]})
    assert "<svg" in html
    assert '<td class="sw-num">67%</td>' in html


@pytest.mark.parametrize(
    ("sjabloon", "verwacht"),
    [
        ("{{ x|bedrag }}", "€\u00a01.500"),
        ("{{ x|procent }}", "1.500,0%"),
        ("{{ leeg|bedrag }}{{ leeg|procent }}{{ leeg|datum }}{{ leeg|oud:dag }}", ""),
        ("{{ dag|datum }}", "4 mei 2026"),
        ("{{ x|verschil_procent:0 }}", "+1.500%"),
    ],
)
def test_filters(sjabloon: str, verwacht: str) -> None:
    assert toon(sjabloon, x=Decimal(1500), leeg=None, dag=date(2026, 5, 4)) == verwacht
