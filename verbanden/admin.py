"""The beheerder's own screens: organisations, programmes, portfolios, and taking away what nothing depends on."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from samenwerkingswijzer.admin import GevolgdAdmin
from verbanden.models import Organisatie, Portefeuille, Programma, Samenwerkingsverband


@admin.register(Organisatie)
class OrganisatieAdmin(GevolgdAdmin):
    """Organisations that take part."""

    list_display = ("naam", "soort", "tooi", "inwoners")
    list_filter = ("soort",)
    search_fields = ("naam", "tooi", "kvk")


@admin.register(Programma)
class ProgrammaAdmin(GevolgdAdmin):
    """Programmes of the budget."""

    list_display = ("naam", "volgorde")


@admin.register(Portefeuille)
class PortefeuilleAdmin(GevolgdAdmin):
    """Portfolios of the college."""

    list_display = ("naam", "houder", "gebruiker")


@admin.register(Samenwerkingsverband)
class SamenwerkingsverbandAdmin(GevolgdAdmin):
    """Partnerships are edited in the portal; here one without any data around it can be taken away."""

    list_display = ("naam", "vorm", "levensfase", "fictief")
    search_fields = ("naam", "slug")
    fields = ("naam", "slug", "vorm", "levensfase", "fictief")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(super().has_delete_permission(request, obj))
