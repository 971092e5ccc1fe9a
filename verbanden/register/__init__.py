"""The national register and our rows: reading the portal's side, filling it, proposing and taking over.

The acts stand in `verbanden.handelingen.register`; comparing is pure and stands in `verbanden.roo`.
"""
