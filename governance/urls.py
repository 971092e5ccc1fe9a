"""Addresses of governance."""

from django.urls import URLPattern, path

from governance.views import (
    afdruk,
    afweging,
    handreiking,
    instrument_bewerken,
    instrument_erbij,
    instrumenten,
    oordeel,
    partner,
    partners,
    regime,
    relevantie,
    samenspel,
    uitkomst,
    vragen,
    wgr,
    zeggenschap,
)

app_name = "governance"

urlpatterns: list[URLPattern] = [
    path("zeggenschap/", zeggenschap.lijst, name="zeggenschap"),
    path("verbanden/<slug:slug>/zeggenschap/", zeggenschap.verband, name="zeggenschap_verband"),
    path("regime/", regime.lijst, name="regimes"),
    path("verbanden/<slug:slug>/regime/", regime.verband, name="regime_verband"),
    path("partners/", partners.netwerk, name="partners"),
    path("partners/partners.<slug:formaat>", partners.download, name="partners_bestand"),
    path("partners/<int:organisatie_id>/", partner.saldo, name="partner"),
    path("partners/samenspel/", samenspel.overzicht, name="samenspel"),
    path("verbanden/<slug:slug>/samenspel/", samenspel.verband, name="samenspel_verband"),
    path("instrumenten/", instrumenten.versies, name="instrumenten"),
    path("instrumenten/<int:versie_id>/", instrumenten.versie, name="instrument"),
    path("instrumenten/<int:versie_id>/vraag/<slug:kenmerk>/", instrument_bewerken.vraag, name="instrument_vraag"),
    path("instrumenten/<int:versie_id>/keuze/<slug:keuze>/", instrument_bewerken.keuze, name="instrument_keuze"),
    path(
        "instrumenten/<int:versie_id>/harde-regel/<slug:regel>/",
        instrument_bewerken.harde_regel,
        name="instrument_harde_regel",
    ),
    path("instrumenten/<int:versie_id>/nieuw/<slug:wat>/", instrument_erbij.nieuw, name="instrument_nieuw"),
    path("instrumenten/<int:versie_id>/weg/<slug:wat>/<slug:sleutel>/", instrument_erbij.weg, name="instrument_weg"),
    path("instrumenten/<int:versie_id>/handreiking/<slug:vraag>/", handreiking.vraag, name="handreiking_vraag"),
    path("verbanden/<slug:slug>/relevantie/", relevantie.relevantie, name="relevantie"),
    path("wgr-check/", wgr.check, name="wgr"),
    path("afwegingen/", afweging.alle, name="afwegingen"),
    path("verbanden/<slug:slug>/afweging/", afweging.van_verband, name="afweging_verband"),
    path("afwegingen/<int:afweging_id>/", uitkomst.uitkomst, name="uitkomst"),
    path("afwegingen/<int:afweging_id>/standpunt/", oordeel.oordeel, name="oordeel"),
    path("afwegingen/<int:afweging_id>/afweging.pdf", afdruk.afdruk, name="afweging_pdf"),
    path("afwegingen/<int:afweging_id>/vragen/", vragen.alle, name="vragen"),
    path("afwegingen/<int:afweging_id>/vragen/<int:nummer>/", vragen.vraag, name="vraag"),
]
