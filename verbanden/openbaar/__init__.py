"""What residents see of the register: read (`lezen`), in words (`weergave`), as files (`bestanden`, `catalogus`)."""
