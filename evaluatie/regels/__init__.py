"""Pure rules of evaluatie."""
