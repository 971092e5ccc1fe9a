from kennisbank.models.artikel import Artikel, Soort
from kennisbank.models.artikelversie import VOLGENDE_STATUS, Artikelversie, Status
from kennisbank.models.artikelvraag import Artikelvraag
from kennisbank.models.bijlage import Bijlage
from kennisbank.models.keuzes import Fase, Functiedeel, Leespad
from kennisbank.models.nuttig import Nuttig

__all__ = [
    "VOLGENDE_STATUS",
    "Artikel",
    "Artikelversie",
    "Artikelvraag",
    "Bijlage",
    "Fase",
    "Functiedeel",
    "Leespad",
    "Nuttig",
    "Soort",
    "Status",
]
