"""The interplay with partners: reading what each party wants, does and pays, and how it is shown."""
