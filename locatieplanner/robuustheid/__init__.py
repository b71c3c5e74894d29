"""Hoe zeker een rangorde is: andere gewichten, andere scores, een andere rekenwijze."""
