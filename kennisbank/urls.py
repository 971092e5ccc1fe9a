"""Addresses of the kennisbank."""

from django.urls import URLPattern, path

from kennisbank.views import artikel, bijlagen, handleiding, schrijven, start, uitgangspunten, versies

app_name = "kennisbank"

urlpatterns: list[URLPattern] = [
    path("kennisbank/", start.start, name="start"),
    path("kennisbank/begrippen/", start.begrippen, name="begrippen"),
    path("kennisbank/beleidskaders/", start.beleidskaders, name="beleidskaders"),
    path("kennisbank/uitgangspunten/", uitgangspunten.alle, name="uitgangspunten"),
    path("kennisbank/uitgangspunten/<slug:slug>/", uitgangspunten.van_verband, name="uitgangspunten_verband"),
    path("kennisbank/onderhoud/", versies.onderhoud, name="onderhoud"),
    path("kennisbank/handleiding/", handleiding.begin, name="handleiding"),
    path("kennisbank/handleiding/<slug:blad>/", handleiding.blad, name="handleiding_blad"),
    path("kennisbank/nieuw/", schrijven.nieuw, name="nieuw"),
    path("kennisbank/voorbeeld/", schrijven.voorbeeld, name="voorbeeld"),
    path("kennisbank/vragen/<int:vraag_id>/", artikel.antwoord, name="antwoord"),
    path("kennisbank/<slug:artikel>/", artikel.artikel, name="artikel"),
    path("kennisbank/<slug:artikel>/nuttig/", artikel.nuttig, name="nuttig"),
    path("kennisbank/<slug:artikel>/vraag/", artikel.vraag, name="vraag"),
    path("kennisbank/<slug:artikel>/bewerken/", schrijven.bewerken, name="bewerken"),
    path("kennisbank/<slug:artikel>/bijlagen/", bijlagen.bijlagen, name="bijlagen"),
    path("kennisbank/<slug:artikel>/bijlagen/<int:bijlage>/weg/", bijlagen.weg, name="bijlage_weg"),
    path("kennisbank/<slug:artikel>/versies/", versies.versies, name="versies"),
    path("kennisbank/<slug:artikel>/versies/nieuw/", schrijven.begin_versie, name="begin_versie"),
    path("kennisbank/<slug:artikel>/versies/<int:nummer>/", versies.versie, name="versie"),
    path("kennisbank/<slug:artikel>/versies/<int:nummer>/bijlagen/<int:bijlage>/", bijlagen.bestand, name="bijlage"),
    path("kennisbank/<slug:artikel>/versies/<int:nummer>/beelden/<int:bijlage>/", bijlagen.beeld, name="beeld"),
]
