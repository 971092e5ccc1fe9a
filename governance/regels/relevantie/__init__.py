"""The handreiking politieke relevantie: answers give an explained proposal of class and reasons, never a decision.

Source: founding document, paragraph 2.3 point 1. The filling is our own ('eigen invulling') and lives in versions.
"""
