"""The part of evaluatie in the example municipality: its goals, its progress, and what it improves."""
