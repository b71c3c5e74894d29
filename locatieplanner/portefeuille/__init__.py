"""Portefeuilles: welke kandidaten samen het doel halen, en wat er knelt als dat niet lukt."""
