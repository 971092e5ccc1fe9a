"""Pure rules of governance: plain values in, small frozen values out; no Django, no database, no clock."""
