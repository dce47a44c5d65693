"""What printers are asked and what they say, by language: pure functions, tried against printed vectors.

No question here has a side effect. ``DLE ENQ``, ``DLE DC4`` and ``ESC ! R`` restart, cut or open a drawer and are never sent.
"""
