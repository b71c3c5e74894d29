"""De opgave: capaciteitsdoelen, wat er al is, wat gepland is en wat er nog ontbreekt."""
