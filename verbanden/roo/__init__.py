"""Reading the Register van Overheidsorganisaties (ROO): a pure, streaming, hardened parser without models.

Entrances: `verbanden.roo.lezer.lees` and `verbanden.roo.lezer.gemeenten`; results in `verbanden.roo.gegevens`;
everything that can be wrong with a file is one `verbanden.roo.fouten.RegisterFout`.
"""
