"""OpenStreetMap in het klein: bestanden schrijven, een echte stad op RD, en een dienst ervoor."""
