"""Een formule die een gebruiker zelf schrijft, veilig uitgerekend.

Toegestaan zijn getallen, de genoemde variabelen, haakjes, ``+ - * / **`` (of ``× ÷ −``) en de
functies van `FUNCTIES`. Al het andere wordt geweigerd voordat er gerekend wordt; gerekend wordt
met kommagetallen, zodat geen formule lang duurt of veel geheugen vraagt.
"""

import ast
import math
import operator
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from simpleeval import SimpleEval

from locatieplanner.domein.notatie import kort_getal, opsomming
from locatieplanner.fouten import FormuleFout
from locatieplanner.invoer.opsomming import kies_uit, lijkt_op

TEKENS = 300
"""Langer is een formule niet."""

DIEPTE = 100
"""Zoveel bewerkingen binnen elkaar mag een formule hebben."""

GROOTSTE_GETAL = 1e12
"""Groter mag een getal in een formule niet zijn, en ook de uitkomst niet."""

FUNCTIES: Mapping[str, Callable[..., float]] = MappingProxyType(
    {
        "min": min, "max": max, "abs": abs,
        "exp": math.exp, "log": math.log, "sqrt": math.sqrt,
    }
)  # fmt: skip
"""De functies die een formule kan aanroepen; ``log`` is de natuurlijke logaritme."""

_MET_MEER = frozenset({"min", "max"})
_TEKENS_VERTAALD = str.maketrans({"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-"})
_KOMMAGETAL = re.compile(r"\d,\d")
_OPERATOREN = MappingProxyType(
    {
        ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
        ast.Div: operator.truediv, ast.Pow: operator.pow, ast.USub: operator.neg,
        ast.UAdd: operator.pos,
    }
)  # fmt: skip
_DELEN = (
    *(ast.Name, ast.Load, ast.Constant, ast.BinOp, ast.UnaryOp, ast.Call),
    *_OPERATOREN,
)


@dataclass(frozen=True)
class Formule:
    """Een gelezen formule.

    Parameters
    ----------
    tekst : str
        De formule zoals de gebruiker haar schreef.
    boom : ast.expr
        De formule, nagekeken.
    """

    tekst: str
    boom: ast.expr

    @classmethod
    def lees(cls, tekst: str, variabelen: Collection[str]) -> "Formule":
        """Lees een formule en kijk haar na; hoofdletters doen er niet toe.

        Parameters
        ----------
        tekst : str
            Zoals ``inwoners * max(0, 1 + ses_woa)``.
        variabelen : collection of str
            De namen die de formule mag gebruiken.

        Raises
        ------
        FormuleFout
            Als de formule niet te lezen is of iets gebruikt wat niet mag.
        """
        kaal = tekst.strip()
        if not kaal:
            raise FormuleFout(
                f"De formule is leeg. Schrijf een formule met {opsomming(list(variabelen))}."
            )
        if len(kaal) > TEKENS:
            raise FormuleFout(
                f"De formule is {len(kaal)} tekens lang; hoogstens {TEKENS} mag. Kort haar in."
            )
        if _KOMMAGETAL.search(kaal):
            raise FormuleFout(
                f"In de formule '{kaal}' staat een komma tussen twee cijfers. Schrijf decimalen "
                "met een punt (0.5); zet tussen twee getallen van een functie een komma met een "
                "spatie (max(0, 5))."
            )
        try:
            boom = ast.parse(kaal.translate(_TEKENS_VERTAALD).lower(), mode="eval").body
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            raise FormuleFout(
                f"De formule '{kaal}' is niet te lezen. Kijk of elk haakje gesloten is en of er "
                "tussen twee delen een teken staat (+ - * / **)."
            ) from None
        delen = list(ast.walk(boom))
        functies = [deel.func for deel in delen if isinstance(deel, ast.Call)]
        for deel in delen:
            if deel not in functies:
                _keur(deel, kaal, variabelen)
        if _diepte(boom) > DIEPTE:
            raise FormuleFout(f"De formule '{kaal}' is te diep genest. Maak haar eenvoudiger.")
        return cls(kaal, boom)

    def waarde(self, waarden: Mapping[str, float]) -> float:
        """Reken de formule uit.

        Parameters
        ----------
        waarden : Mapping of str to float
            Per variabele haar waarde.

        Raises
        ------
        FormuleFout
            Als er geen eindig getal van nul of meer uit komt.
        """
        try:
            uitkomst = _Rekenaar(waarden).eval(self.tekst, self.boom)
        except ZeroDivisionError:
            raise self._fout("deelt door nul") from None
        except OverflowError:
            raise self._fout("geeft een te groot getal") from None
        except ValueError:
            raise self._fout("neemt een wortel of logaritme die niet bestaat") from None
        if isinstance(uitkomst, complex) or not math.isfinite(uitkomst):
            raise self._fout("geeft geen getal")
        if uitkomst > GROOTSTE_GETAL:
            raise self._fout("geeft een te groot getal")
        if uitkomst < 0:
            raise self._fout(
                f"geeft een getal onder nul ({kort_getal(uitkomst)}); zet er bijvoorbeeld "
                "max(0, …) omheen"
            )
        return float(uitkomst)

    def _fout(self, wat: str) -> FormuleFout:
        return FormuleFout(f"De formule '{self.tekst}' {wat}.")


class _Rekenaar(SimpleEval):  # type: ignore[misc] # simpleeval heeft geen typen
    """Rekent alleen met kommagetallen: die worden nooit groter dan 64 bits."""

    def __init__(self, waarden: Mapping[str, float]) -> None:
        super().__init__(
            operators=dict(_OPERATOREN),
            functions=dict(FUNCTIES),
            names={naam: float(waarde) for naam, waarde in waarden.items()},
        )
        self.nodes[ast.Constant] = lambda deel: float(deel.value)


def _diepte(boom: ast.expr) -> int:
    """Hoeveel bewerkingen er binnen elkaar staan."""
    laag: list[ast.AST] = [boom]
    diepte = 0
    while laag:
        laag = [kind for deel in laag for kind in ast.iter_child_nodes(deel)]
        diepte += 1
    return diepte


def _keur(deel: ast.AST, tekst: str, variabelen: Collection[str]) -> None:
    """Weiger wat geen getal, variabele, functie of bewerking is."""
    if isinstance(deel, ast.BitXor):
        raise FormuleFout(f"In de formule '{tekst}' staat ^. Schrijf een macht met **.")
    if isinstance(deel, ast.Call):
        _keur_functie(deel, tekst)
    elif isinstance(deel, ast.Name):
        if deel.id not in variabelen:
            lijkt = lijkt_op(deel.id, list(variabelen))
            keuze = kies_uit(f"'{lijkt}'" if lijkt else "", ", ".join(variabelen))
            raise FormuleFout(
                f"De formule '{tekst}' gebruikt '{deel.id}', en dat is geen variabele: {keuze}."
            )
    elif isinstance(deel, ast.Constant):
        getal = deel.value
        if isinstance(getal, bool) or not isinstance(getal, int | float):
            raise FormuleFout(
                f"In de formule '{tekst}' staat iets wat geen getal is. Gebruik alleen getallen, "
                "variabelen en functies."
            )
        if abs(getal) > GROOTSTE_GETAL:
            raise FormuleFout(
                f"In de formule '{tekst}' staat een getal boven {kort_getal(GROOTSTE_GETAL)}. "
                "Maak het kleiner."
            )
    elif not isinstance(deel, _DELEN):
        raise FormuleFout(
            f"De formule '{tekst}' bevat iets wat niet mag. Gebruik alleen getallen, variabelen, "
            f"haakjes, + - * / ** en {opsomming(list(FUNCTIES))}."
        )


def _keur_functie(aanroep: ast.Call, tekst: str) -> None:
    naam = aanroep.func.id if isinstance(aanroep.func, ast.Name) else ""
    if naam not in FUNCTIES:
        raise FormuleFout(
            f"De formule '{tekst}' roept een functie aan die er niet is. Kies uit "
            f"{opsomming(list(FUNCTIES))}."
        )
    aantal = len(aanroep.args)
    if aanroep.keywords or (aantal < 2 if naam in _MET_MEER else aantal != 1):
        nodig = "twee of meer getallen" if naam in _MET_MEER else "precies één getal"
        raise FormuleFout(f"In de formule '{tekst}' heeft {naam} {nodig} nodig.")
