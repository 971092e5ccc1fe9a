"""The beheerder's screens for users and the municipality, and the base for those of the other apps."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm, UserChangeForm
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from simple_history.admin import SimpleHistoryAdmin

from samenwerkingswijzer.historie import Gevolgd, bewaar, verwijder
from samenwerkingswijzer.models import Gebruiker, Gemeente
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast

HERKOMST = "beheer"


class GevolgdAdmin(SimpleHistoryAdmin):
    """Writes tracked rows as the acts do: with version, history and a line in the audit log."""

    actions = None

    def save_model(self, request: HttpRequest, obj: Gevolgd, form: forms.ModelForm, change: bool) -> None:
        nu = timezone.now()
        bewaar(obj, door=request.user, op=nu)  # type: ignore[arg-type]  # the admin knows logged in users only
        wat = Handeling.GEWIJZIGD if change else Handeling.AANGEMAAKT
        leg_vast(wat, door=request.user, op=nu, over=obj, herkomst=HERKOMST, velden=form.changed_data)  # type: ignore[arg-type]

    def history_form_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """An earlier state of a row, to look at only."""
        if request.method != "GET":
            raise PermissionDenied
        antwoord: HttpResponse = super().history_form_view(request, *args, **kwargs)
        return antwoord

    def revert_disabled(self, request: HttpRequest, obj: Any = None) -> bool:
        """An older state is looked at, never put back: that would undo the count of versions."""
        return True

    def delete_model(self, request: HttpRequest, obj: Gevolgd) -> None:
        nu = timezone.now()
        leg_vast(Handeling.VERWIJDERD, door=request.user, op=nu, over=obj, herkomst=HERKOMST)  # type: ignore[arg-type]
        verwijder(obj, door=request.user, op=nu)  # type: ignore[arg-type]


class NieuweGebruiker(AdminUserCreationForm):
    """A new user; the password may be left out, and is then set by the user."""

    class Meta:
        model = Gebruiker
        fields = ("email", "naam", "rol", "fractie")


@admin.register(Gebruiker)
class GebruikerAdmin(UserAdmin):
    """Users: who they are, what they may do, and whether they may log in. They are never removed."""

    form = UserChangeForm
    add_form = NieuweGebruiker
    change_password_form = AdminPasswordChangeForm
    actions = None
    ordering = ("naam",)
    list_display = ("naam", "email", "rol", "fractie", "is_active", "last_login")
    list_filter = ("rol", "is_active")
    search_fields = ("naam", "email")
    filter_horizontal = ()
    readonly_fields = ("last_login", "sinds")
    fieldsets = (
        (None, {"fields": ("email", "naam", "rol", "fractie", "is_active", "password", "last_login", "sinds")}),
    )
    add_fieldsets = (
        (None, {"fields": ("email", "naam", "rol", "fractie", "usable_password", "password1", "password2")}),
    )

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @transaction.atomic
    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002
        """The page on which the beheerder sets a password; a new one goes into the audit log."""
        antwoord = super().user_change_password(request, id, form_url)
        if request.method == "POST" and antwoord.status_code == 302:
            gebruiker = Gebruiker.objects.get(pk=id)
            leg_vast(
                Handeling.GEWIJZIGD,
                door=request.user,  # type: ignore[arg-type]  # the admin knows logged in users only
                op=timezone.now(),
                over=gebruiker,
                herkomst=HERKOMST,
                velden=["wachtwoord"],
            )
        return antwoord

    def save_model(self, request: HttpRequest, obj: Gebruiker, form: forms.ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        wat = Handeling.GEWIJZIGD if change else Handeling.AANGEMAAKT
        velden = [naam for naam in form.changed_data if "password" not in naam]
        leg_vast(wat, door=request.user, op=timezone.now(), over=obj, herkomst=HERKOMST, velden=velden)  # type: ignore[arg-type]


@admin.register(Gemeente)
class GemeenteAdmin(GevolgdAdmin):
    """The settings of the one municipality."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return not Gemeente.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Gevolgd, form: forms.ModelForm, change: bool) -> None:
        obj.pk = 1
        super().save_model(request, obj, form, change)
