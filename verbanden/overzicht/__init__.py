"""The overview of all partnerships: reading it, putting it in order, adding it up."""
