"""Van deelscores en gewichten naar totaal, rang en uitleg."""
