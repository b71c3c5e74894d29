"""De kaart: lagen als bestand, klassen en kleuren, de Leaflet-kaart en wat een klik betekent."""
