"""Our partners: at which tables we meet them, and what that comes to on balance."""
