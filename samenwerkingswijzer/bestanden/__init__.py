"""Files of people: looked at before they are kept, kept outside the web root, and only given as an attachment.

`keuring` and what it uses run in a process of their own (`werker`) and know nothing of Django.
See docs/adr/0022-bestanden.md.
"""
