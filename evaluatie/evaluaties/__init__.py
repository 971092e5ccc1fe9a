"""Reading evaluations: one with all its judgements, a year of them as a bundle, and what is overdue."""
