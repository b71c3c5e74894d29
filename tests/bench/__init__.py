"""Metingen van snelheid en geheugen, naast de gangbare aanpak: ``make bench``."""
