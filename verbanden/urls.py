"""Addresses of the register; `adressen.GERESERVEERD` keeps slugs away from the fixed ones."""

from django.urls import URLPattern, path

from verbanden.views import (
    aanmaken,
    accounthouder,
    bewerken,
    cijfers,
    dashboard,
    drempels,
    fase,
    geschiedenis,
    lijstdocument,
    lijsten,
    lijsttekst,
    lijstvraag,
    overzicht,
    signaal,
    signalen,
    voorstellen,
)

app_name = "verbanden"

urlpatterns: list[URLPattern] = [
    path("verbanden/", overzicht.toon, name="overzicht"),
    path("verbanden/kosten/", overzicht.kosten, name="kosten"),
    path("verbanden/selectie.<slug:formaat>", overzicht.download, name="selectie"),
    path("verbanden/nieuw/", aanmaken.nieuw, name="nieuw"),
    path("verbanden/voorstellen/", voorstellen.voorstellen, name="voorstellen"),
    path("verbanden/<slug:slug>/", dashboard.toon, name="dashboard"),
    path("verbanden/<slug:slug>/dashboard.pdf", dashboard.pdf, name="dashboard_pdf"),
    path("verbanden/<slug:slug>/geschiedenis/", geschiedenis.geschiedenis, name="geschiedenis"),
    path("verbanden/<slug:slug>/fase/", fase.fase, name="fase"),
    path("verbanden/<slug:slug>/accounthouder/", accounthouder.accounthouder, name="accounthouder"),
    path("verbanden/<slug:slug>/bewerken/", bewerken.eerste, name="bewerken"),
    path("verbanden/<slug:slug>/bewerken/cijfers/", cijfers.naar_jaar, name="cijfers_nu"),
    path("verbanden/<slug:slug>/bewerken/cijfers/<int:jaar>/", cijfers.cijfers, name="cijfers"),
    path("verbanden/<slug:slug>/bewerken/<slug:onderdeel>/", bewerken.onderdeel, name="onderdeel"),
    path("verbanden/<slug:slug>/bewerken/<slug:onderdeel>/nieuw/", bewerken.rij_nieuw, name="rij_nieuw"),
    path("verbanden/<slug:slug>/bewerken/<slug:onderdeel>/<int:rij_id>/", bewerken.rij, name="rij"),
    path(
        "verbanden/<slug:slug>/bewerken/<slug:onderdeel>/<int:rij_id>/verwijderen/",
        bewerken.rij_verwijderen,
        name="rij_verwijderen",
    ),
    path("signalen/", signalen.lijst, name="signalen"),
    path("signalen/drempels/", drempels.drempels, name="signaaldrempels"),
    path("signalen/drempels/<slug:regel>/", drempels.drempel, name="signaaldrempel"),
    path("verbanden/<slug:slug>/signalen/", signalen.van_verband, name="signalen_verband"),
    path("verbanden/<slug:slug>/signalen/<slug:regel>/<slug:merk>/", signaal.signaal, name="signaal"),
    path("verbanden/<slug:slug>/signalen/<slug:regel>/<slug:merk>/heropenen/", signaal.heropen, name="signaal_heropen"),
    path("lijsten/", lijsten.overzicht, name="lijsten"),
    path("lijsten/<slug:soort>/<int:jaar>/", lijsten.poort, name="lijst"),
    path("lijsten/<slug:soort>/<int:jaar>/tekst/", lijsttekst.tekst, name="lijst_tekst"),
    path("lijsten/<slug:soort>/<int:jaar>/vraag/", lijstvraag.vraag, name="lijst_vraag"),
    path("lijsten/<slug:soort>/<int:jaar>/begin/", lijsten.begin, name="lijst_begin"),
    path("lijsten/<slug:soort>/<int:jaar>/klaar/", lijsten.klaar, name="lijst_klaar"),
    path("lijsten/<slug:soort>/<int:jaar>/terug/", lijsten.terug, name="lijst_terug"),
    path("lijsten/<slug:soort>/<int:jaar>/vaststellen/", lijsten.vaststellen, name="lijst_vaststellen"),
    path("lijsten/<slug:soort>/<int:jaar>/voorbeeld/", lijstdocument.voorbeeld, name="lijst_voorbeeld"),
    path(
        "lijsten/<slug:soort>/<int:jaar>/<int:nummer>/lijst.<slug:formaat>",
        lijstdocument.document,
        name="lijst_document",
    ),
    path(
        "lijsten/<slug:soort>/<int:jaar>/<int:nummer>/verschillen/",
        lijstdocument.verschillen,
        name="lijst_verschillen",
    ),
]
