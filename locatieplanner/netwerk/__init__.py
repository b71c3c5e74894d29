"""Hoe ver iets is: hemelsbreed, en over straten waar een netwerk geladen is."""
