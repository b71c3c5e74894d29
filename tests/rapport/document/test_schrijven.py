import subprocess
import sys

from locatieplanner.rapport.document.inhoud import Document
from locatieplanner.rapport.document.schrijven import Schrijfsoort, schrijf_document

LEEG = Document("Proef", "Proef", "2026-11-25", (), ("Een zin.",), ())


def test_elke_soort_begint_zoals_haar_bestand_hoort_te_beginnen():
    assert schrijf_document(LEEG, Schrijfsoort.PDF).startswith(b"%PDF-")
    assert schrijf_document(LEEG, Schrijfsoort.DOCX).startswith(b"PK")


def test_een_proces_laadt_de_rekenkern_niet_mee():
    vraag = (
        "import sys, locatieplanner.rapport.document.schrijven, "
        "locatieplanner.rapport.document.meewerker; "
        "print([n for n in ('geopandas', 'scipy', 'streamlit', 'sqlalchemy') if n in sys.modules])"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", vraag], capture_output=True, text=True, check=True
    )
    assert klaar.stdout.strip() == "[]"
