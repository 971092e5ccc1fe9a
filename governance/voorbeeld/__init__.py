"""The part of governance in the example municipality: moments on which someone must act."""
