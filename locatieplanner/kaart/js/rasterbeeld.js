// Rasterbeeld: een raster van klassen als beeld over de kaart, met zijn regels in de legenda.
(function (lp) {
  "use strict";

  lp.Rasterbeeld = L.LayerGroup.extend({
    // basis: waar de browser het beeld ophaalt.
    initialize(basis, options) {
      L.LayerGroup.prototype.initialize.call(this, [], options);
      this._basis = basis;
      this.stand = null;
    },

    toon(stand) {
      const vorige = this.stand;
      this.stand = stand ?? null;
      if (stand?.bestand !== vorige?.bestand) this._vervang();
      this._beeld?.setOpacity(this.stand?.dekking ?? 0);
      this.fire("veranderd");
    },

    // Het oude beeld blijft staan tot het nieuwe er is.
    _vervang() {
      const oud = this._beeld;
      this._beeld = null;
      if (!this.stand) {
        oud?.remove();
        return;
      }
      const [west, zuid, oost, noord] = this.stand.omvang;
      const nieuw = L.imageOverlay(
        this._basis + this.stand.bestand,
        [[zuid, west], [noord, oost]],
        { pane: this.options.pane, className: "lp-raster", alt: this.stand.titel },
      );
      this._beeld = nieuw;
      nieuw.once("load", () => {
        oud?.remove();
        nieuw.getElement()?.setAttribute("data-geladen", "");
      });
      nieuw.once("error", () => {
        oud?.remove();
        this.fire("mislukt");
      });
      nieuw.addTo(this._map);
    },

    blok() {
      const { titel = "", eenheid = "", regels = [] } = this.stand ?? {};
      return {
        titel,
        eenheid,
        regels: regels.map(([tekst, kleur]) => ({ soort: "raster", tekst, kleur })),
      };
    },
  });
})(window.locatieplanner);
