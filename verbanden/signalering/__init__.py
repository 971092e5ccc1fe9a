"""Signals about partnerships: finding those of the register, and reading those of all functions for a page."""
