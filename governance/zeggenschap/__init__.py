"""Our say in every partnership: reading it from the register, and how it is shown."""
