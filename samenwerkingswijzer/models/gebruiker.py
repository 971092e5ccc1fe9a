from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from samenwerkingswijzer.historie import Geschiedenis
from samenwerkingswijzer.rechten import Rol

# Columns that change by logging in: the time of it, and the same password under a newer hash.
DOOR_INLOGGEN = frozenset({"last_login", "password"})


class GebruikerManager(BaseUserManager["Gebruiker"]):
    """Makes and finds users by e-mail address, in any case."""

    def create_user(self, email: str, password: str | None = None, **velden: Any) -> Gebruiker:
        gebruiker = self.model(email=self.normalize_email(email), **velden)
        gebruiker.set_password(password)
        gebruiker.full_clean()
        gebruiker.save(using=self._db)
        return gebruiker

    def create_superuser(self, email: str, password: str | None = None, **velden: Any) -> Gebruiker:
        return self.create_user(email, password, **{**velden, "rol": Rol.BEHEERDER})

    def get_by_natural_key(self, username: str | None) -> Gebruiker:
        return self.get(email__iexact=username)


class Gebruiker(AbstractBaseUser):
    """Someone who may log in: a name, an e-mail address and one role. Nothing more is kept of them."""

    email = models.EmailField("e-mailadres")
    naam = models.CharField("naam", max_length=120, help_text="Zoals het in het portaal staat.")
    rol = models.CharField("rol", max_length=20, choices=Rol)
    fractie = models.CharField("fractie", max_length=60, blank=True, help_text="Alleen bij een raadslid.")
    is_active = models.BooleanField("mag inloggen", default=True)
    sinds = models.DateTimeField("account sinds", default=timezone.now, editable=False)

    history = Geschiedenis(excluded_fields=["password", "last_login"])
    objects = GebruikerManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        ordering = ("naam",)
        constraints = (
            models.UniqueConstraint(
                Lower("email"), name="gebruiker_email_uniek", violation_error_message="Dit adres is al in gebruik."
            ),
            models.CheckConstraint(condition=models.Q(rol__in=Rol.values), name="gebruiker_rol_bekend"),
            models.CheckConstraint(
                condition=models.Q(fractie="") | models.Q(rol=Rol.RAADSLID),
                name="gebruiker_fractie_alleen_raadslid",
                violation_error_message="Alleen een raadslid heeft een fractie.",
            ),
        )

    def __str__(self) -> str:
        return self.naam

    def save(self, *args: Any, **opties: Any) -> None:
        """Save; logging in is no change of the account, so it leaves no row in its history."""
        velden = opties.get("update_fields")
        if velden is None or not DOOR_INLOGGEN.issuperset(velden):
            super().save(*args, **opties)
            return
        self.skip_history_when_saving = True
        try:
            super().save(*args, **opties)
        finally:
            del self.skip_history_when_saving

    @property
    def is_staff(self) -> bool:
        """Only the administrator enters the admin."""
        return self.rol == Rol.BEHEERDER

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        return self.is_active and self.is_staff

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and self.is_staff


def namen(ids: Iterable[int | None], moment: datetime | None) -> dict[int, str]:
    """Names of these users, as they were at `moment` (None: now); one query, none without ids."""
    gezocht = {nummer for nummer in ids if nummer is not None}
    if not gezocht:
        return {}
    if moment is None:
        return dict(Gebruiker.objects.filter(id__in=gezocht).values_list("id", "naam"))
    toen = Gebruiker.history.filter(history_date__lte=moment, id__in=gezocht)
    return dict(toen.order_by("id", "-history_date", "-history_id").distinct("id").values_list("id", "naam"))
