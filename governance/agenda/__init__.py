"""The agenda: moments of people, and the steps that the law computes from stored facts, laid beside our own calendar.

`feiten` reads rows, `ketens` asks the engine, `moment` says what stands on the agenda, `opmaken` makes moments out of
steps and rows, `lezen` is the way in and remembers. No date that can be computed is stored anywhere.
"""
