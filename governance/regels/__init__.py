"""Pure rules of governance: plain values in, plain values out. No Django, no clock."""
