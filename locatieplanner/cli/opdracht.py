"""De opdracht als zaak: Nederlandse hulp, nette fouten en vaste afsluitcodes."""

import contextlib
import io
import sys
import traceback
from collections.abc import Sequence
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from locatieplanner.cli import nederlands
from locatieplanner.cli.opties import GEEN_WAARDE
from locatieplanner.fouten import LocatieplannerFout

PROBLEMEN = 1
VERKEERD_GEBRUIK = 2
PROGRAMMAFOUT = 3

FOUTOPSPORING = "--foutopsporing"


class Opdracht(TyperCommand):
    """Een opdracht met Nederlandse hulp."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - geeft alleen door
        super().__init__(*args, **kwargs)
        self.options_metavar = nederlands.OPTIES
        nederlands.verberg_typen(self.params)

    def get_usage(self, ctx: Any) -> str:  # noqa: ANN401 - de soort is in Typer niet openbaar
        """Hoe de opdracht geschreven wordt."""
        return nederlands.vertaal_gebruik(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401
        """De optie ``--help``."""
        return _met_hulp(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Toon de hulp."""
        nederlands.vertaal_hulp()
        super().format_help(ctx, formatter)


class Opdrachtengroep(TyperGroup):
    """Een groep opdrachten met Nederlandse hulp; de bovenste vangt ook alle fouten op."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.options_metavar = nederlands.OPTIES
        self.subcommand_metavar = nederlands.OPDRACHTEN

    def get_usage(self, ctx: Any) -> str:  # noqa: ANN401
        """Hoe de opdracht geschreven wordt."""
        return nederlands.vertaal_gebruik(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401
        """De optie ``--help``."""
        return _met_hulp(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Toon de hulp."""
        nederlands.vertaal_hulp()
        super().format_help(ctx, formatter)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Voer de opdracht uit en sluit af; een gebruiker krijgt nooit een stapel regels code."""
        gegeven = list(sys.argv[1:] if args is None else args)
        # Achteraan getypt moet het ook werken: daar staat het na een fout het snelst.
        opsporen = FOUTOPSPORING in gegeven
        gegeven = [deel for deel in gegeven if deel != FOUTOPSPORING]
        _verdraag_elk_teken()
        try:
            # De standaardafhandeling van Typer zou zelf, en in het Engels, melden en stoppen.
            code = super().main(
                gegeven, prog_name, complete_var, False, windows_expand_args, **extra
            )
        except LocatieplannerFout as fout:
            if opsporen:
                traceback.print_exc()
            _stop(str(fout), PROBLEMEN)
        except typer.Abort:
            _stop("Afgebroken.", PROBLEMEN)
        except typer.TyperException as fout:
            _verkeerd_gebruik(fout)
        except Exception as fout:
            if opsporen:
                traceback.print_exc()
            _stop(
                f"Er ging iets mis in het programma zelf ({type(fout).__name__}). "
                f"Herhaal de opdracht met {FOUTOPSPORING} om te zien waar het misging.",
                PROGRAMMAFOUT,
            )
        if not standalone_mode:
            return code
        sys.exit(code if isinstance(code, int) else 0)


def _met_hulp(optie: Any) -> Any:  # noqa: ANN401
    if optie is not None:
        optie.help = nederlands.HULP
        optie.metavar = GEEN_WAARDE
    return optie


def _verkeerd_gebruik(fout: typer.TyperException) -> NoReturn:
    """Meld verkeerd gebruik, met hoe het wel moet."""
    context = getattr(fout, "ctx", None)
    if type(fout).__name__ == "NoArgsIsHelpError":
        # De hulp zelf is dan al getoond.
        sys.exit(VERKEERD_GEBRUIK)
    if context is not None:
        typer.echo(context.get_usage(), err=True)
        typer.echo(f"Hulp: {context.command_path} --help\n", err=True)
    _stop(nederlands.vertaal_fout(fout), VERKEERD_GEBRUIK)


def _stop(bericht: str, code: int) -> NoReturn:
    typer.echo(bericht, err=True)
    sys.exit(code)


def _verdraag_elk_teken() -> None:
    """Laat een scherm dat een teken niet kent een vraagteken tonen in plaats van te stoppen."""
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            with contextlib.suppress(ValueError, OSError):
                stroom.reconfigure(errors="replace")
