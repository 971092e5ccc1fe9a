"""How often somebody asked for something dear in the current window, so that one reader cannot take all the time."""

from __future__ import annotations

from typing import ClassVar

from django.db import connection, models

from samenwerkingswijzer.models.gebruiker import Gebruiker

TEL = """
    INSERT INTO samenwerkingswijzer_drukte AS toen (gebruiker_id, soort, begin, aantal)
    VALUES (%(gebruiker)s, %(soort)s, statement_timestamp(), 1)
    ON CONFLICT (gebruiker_id, soort) DO UPDATE SET
        begin = CASE WHEN toen.begin + %(duur)s * interval '1 second' <= EXCLUDED.begin
            THEN EXCLUDED.begin ELSE toen.begin END,
        aantal = CASE WHEN toen.begin + %(duur)s * interval '1 second' <= EXCLUDED.begin
            THEN 1 ELSE toen.aantal + 1 END
    RETURNING aantal
"""


class DrukteManager(models.Manager["Drukte"]):
    """Counts; requests at the same time are each counted once."""

    def tel(self, *, gebruiker_id: int, soort: str, duur: int) -> int:
        """Count one more and say how many that makes in this window of `duur` seconds; one query.

        The clock is that of the database: every web server shares it.
        """
        with connection.cursor() as cursor:
            cursor.execute(TEL, {"gebruiker": gebruiker_id, "soort": soort, "duur": duur})
            return int(cursor.fetchone()[0])


class Drukte(models.Model):
    """How often a user asked for one thing since `begin`. Derived; OWASP ASVS 5.0, 2.4.1."""

    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+", verbose_name="gebruiker")
    soort = models.CharField("soort", max_length=40)
    begin = models.DateTimeField("begin")
    aantal = models.PositiveIntegerField("aantal")

    objects: ClassVar[DrukteManager] = DrukteManager()

    class Meta:
        verbose_name = "drukte"
        verbose_name_plural = "drukte"
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["gebruiker", "soort"], name="drukte_een_keer"),)

    def __str__(self) -> str:
        return f"{self.soort}: {self.aantal}"
