"""De map met wat een sessie doorrekende; zij verdwijnt met de sessie."""

import shutil
import tempfile
import weakref
from pathlib import Path


class Zoekmap:
    """Een eigen map die alleen dit programma leest; zij verdwijnt met dit object.

    De browser komt er niet bij: wat een gebruiker meeneemt, gaat langs de pagina en dus langs de
    aanmelding.
    """

    def __init__(self) -> None:
        self._pad = Path(tempfile.mkdtemp(prefix="locatieplanner-"))
        # Ook zonder dat iemand erom vraagt, en als het proces eindigt.
        self._opruimen = weakref.finalize(self, shutil.rmtree, self._pad, ignore_errors=True)

    @property
    def raster(self) -> Path:
        """Waar het raster komt."""
        return self._pad / "zoekraster.tif"
