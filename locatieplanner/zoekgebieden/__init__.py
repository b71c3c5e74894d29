"""Waar het zou kunnen: dezelfde vier criteria op een raster (rasterio)."""
