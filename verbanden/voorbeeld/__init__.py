"""The example municipality: data files, and the loader that turns them into rows with a history of their own.

An app adds its part in `<app>/voorbeeld`: it registers the sections of its own models and the folder with its
data files (`secties.registreer`). The command `laad_voorbeeld` reads all of them in one transaction.
"""
