"""Functie 4: kaders, uitgangspunten, handreikingen, voorbeelden en bibliotheek."""
