"""The evaluatiekader: criteria, the words of judgements, and the steps of an evaluation, as data.

`kader` reads a version, `toets` says what is wrong with one, `bewerking` changes a concept.
"""
