"""Het scherm: alleen hier en in ``app.py`` komt streamlit voor."""
