"""A form changes its own fields and nothing else, whatever is sent along (T09, T11, T12)."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.veiligheid.pagina import Pagina
from tests.veiligheid.wereld import EIGEN, Wereld
from verbanden import onderdelen
from verbanden.forms.velden import bedragveld, datumveld, duizendveld, geheelveld, procentveld
from verbanden.models import Jaarcijfer, Samenwerkingsverband

MET_VELDEN = [deel for deel in onderdelen.alle() if deel.velden]
WIJZIGBAAR = [deel for deel in onderdelen.alle() if deel.rijen and deel.rijen.wijzigbaar]
ALTIJD = {"versie"}
TEKENS = st.text(max_size=40)


def stand(rij: models.Model) -> dict[str, Any]:
    """All columns of a row, fresh from the database."""
    vers = type(rij)._default_manager.get(pk=rij.pk)
    return {veld.attname: getattr(vers, veld.attname) for veld in vers._meta.concrete_fields}


def vijandig(wereld: Wereld, model: type[models.Model]) -> dict[str, Any]:
    """A value for every column of a model, none of them its own."""
    waarden: dict[str, Any] = {}
    for veld in model._meta.concrete_fields:
        for naam in {veld.name, veld.attname}:
            waarden[naam] = _waarde(wereld, veld)
    return waarden | {"is_active": "", "rol": "beheerder", "password": "x", "history_user": "1", "_state": "x"}


def _waarde(wereld: Wereld, veld: models.Field[Any, Any]) -> Any:
    if veld.name == "verband":
        return wereld.ander.pk
    if isinstance(veld, models.ForeignKey):
        ander = veld.remote_field.model._default_manager.order_by("-pk").first()
        return ander.pk if ander else 1
    if isinstance(veld, models.BooleanField):
        return "on"
    if isinstance(veld, models.DateField):
        return "1-1-2001"
    if isinstance(veld, models.IntegerField | models.DecimalField):
        return "77"
    return veld.flatchoices[-1][0] if veld.flatchoices else "https://gekaapt.example/"


def verstuur(wereld: Wereld, adres: str, rij: models.Model, eigen: set[str]) -> tuple[Any, dict[str, Any]]:
    """Send the form of a page untouched, with every column that is not on it; the answer and what changed."""
    klant, voor = wereld.klant(EIGEN if "belangrijkheid" not in adres else "griffie"), stand(rij)
    velden = Pagina(klant.get(adres).content.decode()).formulier().velden
    vreemd = {naam: waarde for naam, waarde in vijandig(wereld, type(rij)).items() if naam not in eigen}
    antwoord = klant.post(adres, {**vreemd, **velden})
    na = stand(rij)
    return antwoord, {naam: (voor[naam], na[naam]) for naam in voor if voor[naam] != na[naam]}


@pytest.mark.parametrize("deel", MET_VELDEN, ids=lambda deel: deel.sleutel)
def test_a_section_changes_only_its_own_fields(wereld: Wereld, deel: Any) -> None:
    adres = f"/verbanden/{wereld.verband.slug}/bewerken/{deel.sleutel}/"
    eigen = set(deel.velden.base_fields) | ALTIJD
    antwoord, anders = verstuur(wereld, adres, wereld.verband, eigen)
    assert antwoord.status_code == 302
    assert anders == {}


@pytest.mark.parametrize("deel", WIJZIGBAAR, ids=lambda deel: deel.sleutel)
def test_a_row_changes_only_its_own_fields(wereld: Wereld, deel: Any) -> None:
    rij = wereld.rijen[deel.sleutel]
    adres = f"/verbanden/{wereld.verband.slug}/bewerken/{deel.sleutel}/{rij.pk}/"
    eigen = set(deel.rijen.formulier.base_fields) - {naam.removesuffix("_id") for naam in rij.ONVERANDERLIJK}
    antwoord, anders = verstuur(wereld, adres, rij, eigen | ALTIJD)
    assert antwoord.status_code == 302
    assert anders == {}


def test_a_new_row_belongs_to_the_partnership_of_the_address(wereld: Wereld) -> None:
    lichaam = {"omschrijving": "nieuw risico", "kans": "klein", "gedekt": "nee"}
    vreemd = {"verband": wereld.ander.pk, "verband_id": wereld.ander.pk, "id": wereld.rijen_ander["risicos"].pk}
    adres = f"/verbanden/{wereld.verband.slug}/bewerken/risicos/nieuw/"
    assert wereld.klant(EIGEN).post(adres, {**lichaam, **vreemd, "versie": "9"}).status_code == 302
    rij = wereld.verband.risicos.get(omschrijving="nieuw risico")
    assert (rij.verband_id, rij.versie) == (wereld.verband.pk, 1)
    assert not wereld.ander.risicos.filter(omschrijving="nieuw risico").exists()


def test_a_judgement_is_signed_by_who_sends_it(wereld: Wereld) -> None:
    lichaam = {"oordeel": "op_koers", "trend": "onbekend", "zin": "een verzonnen oordeel", "datum": "1-6-2026"}
    ander = wereld.gebruikers["beheerder"].pk
    adres = f"/verbanden/{wereld.verband.slug}/bewerken/stand/nieuw/"
    antwoord = wereld.klant(EIGEN).post(adres, {**lichaam, "auteur": ander, "auteur_id": ander})
    assert antwoord.status_code == 302
    assert wereld.verband.standen.get(zin="een verzonnen oordeel").auteur == wereld.gebruikers[EIGEN]


def test_a_new_partnership_takes_only_what_is_asked(wereld: Wereld) -> None:
    lichaam = {"naam": "Nieuw verzonnen verband", "vorm": "convenant", "levensfase": "verkennen"}
    vreemd = {"slug": "voorstellen", "roo_regeling": "1", "fictief": "on", "beeindigd_op": "1-1-2020", "kvk": "x"}
    antwoord = wereld.klant("controller").post("/verbanden/nieuw/", {**vreemd, **lichaam})
    assert antwoord.status_code == 302
    verband = Samenwerkingsverband.objects.get(naam="Nieuw verzonnen verband")
    kreeg = (verband.slug, verband.roo_regeling, verband.fictief, verband.beeindigd_op, verband.kvk)
    assert kreeg == ("nieuw-verzonnen-verband", "", False, None, "")


def test_the_query_of_an_address_is_no_form(wereld: Wereld) -> None:
    """Form and query never mix, and of a repeated field one value counts, always the last."""
    klant, adres = wereld.klant(EIGEN), f"/verbanden/{wereld.verband.slug}/bewerken/kenmerken/"
    velden = Pagina(klant.get(adres).content.decode()).formulier().velden
    antwoord = klant.post(f"{adres}?naam=gekaapt&versie=1&slug={wereld.ander.slug}", velden)
    assert antwoord.status_code == 302
    assert stand(wereld.verband)["naam"] == wereld.verband.naam
    assert klant.post(adres, {**velden, "naam": ["eerste naam", "tweede naam"]}).status_code == 302
    assert stand(wereld.verband)["naam"] == "tweede naam"


@pytest.mark.parametrize(
    ("vraag", "status"),
    [
        ("peildatum=2026-05-21&peildatum=morgen", 400),
        ("peildatum=morgen&peildatum=2026-05-21", 200),
        ("vorm=convenant&vorm=verzonnen", 400),
        ("zoek=a&zoek=b&sorteer=naam&sorteer=naam", 200),
        ("zoek[]=a&zoek[0]=b", 200),
    ],
)
def test_a_repeated_parameter_counts_once(wereld: Wereld, vraag: str, status: int) -> None:
    assert wereld.klant("raadslid").get(f"/verbanden/?{vraag}").status_code == status


@pytest.mark.parametrize("maak", [bedragveld, duizendveld, procentveld, geheelveld, datumveld])
@settings(max_examples=150, deadline=None)
@given(tekst=TEKENS)
def test_a_field_reads_any_text_or_refuses_it_with_a_sentence(maak: Any, tekst: str) -> None:
    """Never another exception than the one a form shows, and what was read can be written and read again."""
    veld = maak(required=False)
    waarde, zinnen = gelezen(veld, tekst)
    assert all(zin.endswith(".") for zin in zinnen)
    if waarde is not None:
        assert veld.clean(veld.prepare_value(waarde)) == waarde


def gelezen(veld: Any, tekst: str) -> tuple[Any, list[str]]:
    """The value, or the sentences of the refusal."""
    try:
        return veld.clean(tekst), []
    except ValidationError as fout:
        return None, list(fout.messages)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bedrag=TEKENS, peildatum=TEKENS, bron=TEKENS, stadium=st.sampled_from(["begroot", "vastgesteld", "x", ""]))
def test_figures_are_saved_or_refused_and_never_break(
    wereld: Wereld, bedrag: str, peildatum: str, bron: str, stadium: str
) -> None:
    """Whatever stands in the form, the database holds amounts that its own checks allow."""
    klant, adres = wereld.klant(EIGEN), f"/verbanden/{wereld.verband.slug}/bewerken/cijfers/2030/"
    velden = Pagina(klant.get(adres).content.decode()).formulier().velden
    delen = {"bijdrage": bedrag, "peildatum": peildatum, "bron": bron, "stadium": stadium}
    invoer = {f"bijdrage-{naam}": waarde for naam, waarde in delen.items()}
    assert set(invoer) <= set(velden)
    antwoord = klant.post(adres, {**velden, **{naam: w.replace("\x00", "") for naam, w in invoer.items()}})
    assert antwoord.status_code in (302, 409, 422)
    for cijfer in Jaarcijfer.objects.filter(verband=wereld.verband, jaar=2030):
        assert cijfer.bedrag is None or cijfer.bedrag >= 0
        assert cijfer.bedrag is None or cijfer.bron


@pytest.mark.parametrize("deel", [deel for deel in onderdelen.alle() if deel.rijen], ids=lambda deel: deel.sleutel)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_row_is_saved_or_refused_and_never_breaks(wereld: Wereld, deel: Any, data: st.DataObject) -> None:
    """Any text in any field of a new row gives a page with the form (422) or a saved row (302)."""
    namen = list(deel.rijen.formulier.base_fields)
    getallen = st.sampled_from(["-1", "0", "1e9", "99999999999999999999", "1,5", "NaN", "Infinity", "٣", "1-1-0001"])
    lichaam = {naam: data.draw(st.one_of(TEKENS, getallen)).replace("\x00", "") for naam in namen}
    klant = wereld.klant("controller")
    antwoord = klant.post(f"/verbanden/{wereld.verband.slug}/bewerken/{deel.sleutel}/nieuw/", lichaam)
    assert antwoord.status_code in (302, 422)
