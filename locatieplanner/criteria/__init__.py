"""De vier criteria: elk een zuivere functie van kandidaten en omgeving naar scores en maten."""
