"""The signals of the kennisbank: an article that its owner must look at again."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from kennisbank.models import Artikel, Artikelversie
from samenwerkingswijzer.attendering.catalogus import catalogus
from samenwerkingswijzer.attendering.signaal import Drempels, Signaal
from samenwerkingswijzer.functies import Signaalvinder
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum

NAKIJKEN = "artikel_nakijken"
OVER = "Kennisbank"


def vind(peildatum: Peildatum, drempels: Drempels) -> Iterator[Signaal]:
    """Published articles whose review date has passed, each for its owner; two queries, one when there are none."""
    versies = Artikelversie.objects.gepubliceerd(peildatum.moment).filter(herzien_voor__lt=peildatum.dag)
    rijen = list(versies.order_by("id").values_list("id", "artikel_id", "titel", "eigenaar", "herzien_voor"))
    slugs = dict(Artikel.objects.filter(id__in=[rij[1] for rij in rijen]).values_list("id", "slug")) if rijen else {}
    for nummer, artikel_id, titel, eigenaar, voor in rijen:
        if voor is None:
            continue
        waarden = {"artikel": titel, "datum": datum(voor)}
        plek = reverse("kennisbank:artikel", args=[slugs[artikel_id]])
        oorzaak = (str(nummer), voor.isoformat())
        yield Signaal(catalogus()[NAKIJKEN], None, waarden, oorzaak, plek, voor, over=OVER, aan=frozenset({eigenaar}))


VINDER = Signaalvinder(frozenset({NAKIJKEN}), gemeente=vind)
