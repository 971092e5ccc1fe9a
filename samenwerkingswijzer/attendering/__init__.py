"""Attenderen: the rules of the signals, and what a signal is. The functions bring the finders."""
