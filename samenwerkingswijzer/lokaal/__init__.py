"""Everything that only a demo or a developer's machine needs: embedded PostgreSQL, static build, start and stop."""
