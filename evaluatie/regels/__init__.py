"""Rules of evaluatie: no Django, no clock; plain values in, small frozen values out."""
