"""Functie verbanden."""
