"""Een kopie van de lagen die een test mag beschadigen."""

import shutil
from pathlib import Path

import pytest

from locatieplanner.bronnen.lagenmap import lagenmap


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    doel = tmp_path / "lagen"
    shutil.copytree(lagenmap(), doel, ignore=shutil.ignore_patterns("maak", "__pycache__"))
    for bestand in doel.rglob("*"):
        bestand.chmod(0o755 if bestand.is_dir() else 0o644)
    return doel
