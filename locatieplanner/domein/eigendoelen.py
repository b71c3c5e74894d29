"""Eigen doelen: de rijen die een gebruiker in plaats van de ingebouwde zet, per doelset."""

from collections.abc import Mapping
from dataclasses import dataclass

from locatieplanner.domein.doel import Doel, Doelset

_REDEN_NIEUW = (
    "Aanname van dit programma: een eigen doelset noemt alle plaatsen die er moeten zijn, met wat "
    "er al staat."
)


@dataclass(frozen=True)
class Eigendoelen:
    """De eigen rijen van een gebruiker, voor bestaande doelsets en voor nieuwe.

    Parameters
    ----------
    rijen : tuple of (str, Doel), optional
        Per rij het id van de doelset en het doel.
    namen : tuple of (str, str), optional
        Id en naam van doelsets die er nog niet zijn.
    """

    rijen: tuple[tuple[str, Doel], ...] = ()
    namen: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rijen or self.namen)

    @property
    def doelsets(self) -> tuple[str, ...]:
        """De id's van de doelsets waar iets eigens in zit."""
        return tuple(dict.fromkeys(id_ for id_, _ in (*self.rijen, *self.namen)))

    def van(self, doelset: str) -> tuple[Doel, ...]:
        """Geef de eigen rijen van een doelset."""
        return tuple(doel for id_, doel in self.rijen if id_ == doelset)

    def met(self, nieuw: "Eigendoelen") -> "Eigendoelen":
        """Geef deze doelen met nieuwe erbij; van een provincie in beide gelden de nieuwe rijen."""
        vervangen = {(id_, doel.provincie) for id_, doel in nieuw.rijen}
        oud = ((id_, doel) for id_, doel in self.rijen if (id_, doel.provincie) not in vervangen)
        return Eigendoelen(
            (*oud, *nieuw.rijen), tuple((dict(self.namen) | dict(nieuw.namen)).items())
        )

    def zonder(self, doelset: str, provincie: str | None = None) -> "Eigendoelen":
        """Geef deze doelen zonder die van een doelset, of zonder die van één provincie daarin.

        Zonder `provincie` vervalt ook een doelset die niet ingebouwd is.
        """
        rijen = tuple(
            (id_, doel)
            for id_, doel in self.rijen
            if id_ != doelset or provincie not in (None, doel.provincie)
        )
        houd = provincie is not None
        return Eigendoelen(
            rijen, tuple((id_, naam) for id_, naam in self.namen if houd or id_ != doelset)
        )

    def zonder_gelijke(self, doelsets: Mapping[str, Doelset]) -> "Eigendoelen":
        """Geef deze doelen zonder de provincies waar de rijen gelijk zijn aan de ingebouwde.

        Parameters
        ----------
        doelsets : mapping of str to Doelset
            De ingebouwde doelsets, per id.
        """
        anders = {id_: doelset.eigen_provincies for id_, doelset in self.pas_toe(doelsets).items()}
        rijen = ((id_, d) for id_, d in self.rijen if d.provincie in anders.get(id_, ()))
        return Eigendoelen(tuple(rijen), self.namen)

    def pas_toe(self, doelsets: Mapping[str, Doelset]) -> dict[str, Doelset]:
        """Geef de doelsets met de eigen rijen erin; nieuwe doelsets staan achteraan.

        Parameters
        ----------
        doelsets : mapping of str to Doelset
            De ingebouwde doelsets, per id.
        """
        nieuw = {
            id_: Doelset(id_, naam, "", True, _REDEN_NIEUW, (), naam)
            for id_, naam in self.namen
            if id_ not in doelsets
        }
        return {
            id_: doelset.met_doelen(self.van(id_)) for id_, doelset in {**doelsets, **nieuw}.items()
        }
