"""Project and shared ground of the portal."""
