"""Ingang van het scherm: ``streamlit run app.py``, of ``locatieplanner app``."""

from locatieplanner.scherm.start import start

start()
