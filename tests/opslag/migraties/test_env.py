from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory

import locatieplanner.opslag.migraties as migraties
from locatieplanner.opslag.migratie import niveaus


def test_de_stappen_zijn_een_rechte_lijn_zonder_gaten():
    instelling = Config()
    instelling.set_main_option("script_location", str(Path(migraties.__file__).parent))
    instelling.set_main_option("path_separator", "newline")
    instelling.set_main_option(
        "version_locations", str(Path(migraties.__file__).parent / "versies")
    )
    stappen = list(ScriptDirectory.from_config(instelling).walk_revisions())
    assert [s.revision for s in reversed(stappen)] == list(niveaus())
    assert [s.down_revision for s in reversed(stappen)] == [None, *niveaus()[:-1]]
    assert niveaus() == tuple(f"{n:04d}" for n in range(1, len(niveaus()) + 1))


def test_wie_het_pakket_meeneemt_neemt_de_stappen_mee():
    namen = {pad.name for pad in Path(migraties.__file__).parent.rglob("*.py")}
    assert {"env.py", "s0001_plannen.py", "s0002_samenwerken.py"} <= namen
