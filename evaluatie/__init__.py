"""Functie 3: doelen, metingen, evaluaties, ontwikkelagenda en signalen."""
