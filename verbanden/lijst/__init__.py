"""The list of verbonden partijen (BBV art. 15): who stands on it and what it says."""
