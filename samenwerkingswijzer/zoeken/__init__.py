"""One search over everything: sources register what can be found, an index keeps it, a question reads the index.

See docs/adr/0020-zoeken.md.
"""
