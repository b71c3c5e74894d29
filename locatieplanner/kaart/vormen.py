"""Randen: wat de rand van een kandidaat op een van twee kaarten naast elkaar zegt."""

RANDEN = (
    "in beide plannen, evenveel plaatsen",
    "alleen in dit plan",
    "in beide plannen, ander aantal plaatsen",
    "alleen in het andere plan",
)
"""Wat de rand van een kandidaat op een van twee kaarten naast elkaar zegt."""
