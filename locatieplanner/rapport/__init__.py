"""Uitkomsten de deur uit: bestanden voor een rekenblad, een GIS of een ander programma.

`uitvoer` is de ingang. `deelbaar` bepaalt wat er in de rijen staat, `herkomst` waar het op rust;
`csv_uitvoer`, `excel_uitvoer`, `geo_uitvoer` en `json_uitvoer` schrijven elk hun eigen soort.
"""
