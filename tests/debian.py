"""Haal een Debian-pakket dat de tests nodig hebben."""

import os
import shutil
import subprocess
import sys


def haal(wat: str, pakket: str) -> None:
    """Installeer een pakket met apt-get, waar dat er is en mag; anders gebeurt er niets.

    Of het gelukt is, ziet de aanroeper doordat `wat` er dan is.
    """
    if not (shutil.which("apt-get") and os.geteuid() == 0):
        return
    installeren = ["install", "-y", "--no-install-recommends", pakket]
    for woorden in (["update"], installeren):
        sys.stdout.write(f"{wat} halen: apt-get {woorden[0]}\n")
        sys.stdout.flush()
        # Een ander kan net iets installeren; dan even wachten.
        opdracht = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", *woorden]
        subprocess.run(opdracht, check=False, stdout=subprocess.DEVNULL)
