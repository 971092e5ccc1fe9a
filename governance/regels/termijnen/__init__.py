"""Statutory dates as pure, sourced functions: rules as data, time, chains of steps, the council's own meetings.

`grondslagen` holds the law as rows, `tijd` counts, `stap` is what a chain gives back, `begroting`, `jaarrekening`,
`regeling`, `privaat` and `gemeente` build the chains, `keten` is the way in, and `vergaderingen` lays the council's own
calendar beside it. Every date and every fact is an argument: nothing here asks what day it is.
"""
