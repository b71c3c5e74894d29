"""Vind een Chromium voor de browsertests, of haal er een.

Gezocht wordt in ``CHROMIUM``, op het pad, en bij Playwright; daarna probeert `zorg_voor` er een te
halen met Playwright of, waar dat mag, met apt-get. Zonder browser falen de tests; zij worden nooit
overgeslagen.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.debian import haal

VLAGGEN = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
"""Vlaggen waarmee Chromium zonder scherm en zonder eigen verzoeken draait."""

NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def vind() -> str | None:
    """Geef het pad van een Chromium, of None."""
    genoemd = os.environ.get("CHROMIUM")
    if genoemd:
        return shutil.which(genoemd)
    for naam in NAMEN:
        gevonden = shutil.which(naam)
        if gevonden:
            return gevonden
    with sync_playwright() as playwright:
        eigen = Path(playwright.chromium.executable_path)
    return str(eigen) if eigen.exists() else None


def zorg_voor() -> str:
    """Geef het pad van een Chromium; haal er zo nodig een. Faalt met een duidelijke melding."""
    gevonden = vind()
    if gevonden:
        return gevonden
    if os.environ.get("CHROMIUM"):
        raise SystemExit(
            f"CHROMIUM={os.environ['CHROMIUM']} is geen uitvoerbaar bestand. "
            "Laat de variabele naar een Chromium wijzen, of haal haar weg."
        )
    sys.stdout.write("Chromium halen: playwright install chromium\n")
    sys.stdout.flush()
    opdracht = [sys.executable, "-m", "playwright", "install", "chromium"]
    subprocess.run(opdracht, check=False, stdout=subprocess.DEVNULL)
    gevonden = vind()
    if not gevonden:
        haal("Chromium", "chromium")
        gevonden = vind()
    if gevonden:
        return gevonden
    raise SystemExit(
        "Er is geen Chromium gevonden en er was er geen te halen. De browsertests horen erbij: "
        "installeer Chromium of Chrome, of laat CHROMIUM ernaar wijzen."
    )


if __name__ == "__main__":
    sys.stdout.write(f"Browser voor de tests: {zorg_voor()}\n")
