"""The prestatieladder: rungs on which results are written down, and rules that say whether a goal can be evaluated.

Source: founding document, paragraph 2.4. The filling is our own ('eigen invulling') and lives in versions.
"""
