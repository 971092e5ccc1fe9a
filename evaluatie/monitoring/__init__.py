"""The portfolio for college and controller: what we stand for, how contributions run, and what nobody can judge yet."""
