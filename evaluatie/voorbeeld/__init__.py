"""The part of evaluatie in the example municipality: what it improves."""
