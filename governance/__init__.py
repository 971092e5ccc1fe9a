"""Functie governance."""
