// Doek: een canvas dat met de Leaflet-kaart meebeweegt en niets van de muis wil weten.
// Meetkunde staat in vaste beeldpunten (zoomniveau 12, gerekend vanaf het midden van
// Nederland); een ander zoomniveau is alleen een andere schaal.
(function (lp) {
  "use strict";

  const ZOOM = 12;
  const OORSPRONG = L.CRS.EPSG3857.latLngToPoint(L.latLng(52.15, 5.35), ZOOM);

  lp.vast = function (lengte, breedte) {
    const punt = L.CRS.EPSG3857.latLngToPoint(L.latLng(breedte, lengte), ZOOM);
    return [punt.x - OORSPRONG.x, punt.y - OORSPRONG.y];
  };

  lp.schaal = (zoom) => 2 ** (zoom - ZOOM);

  lp.Doek = L.Renderer.extend({
    options: { padding: 0.25 },

    _initContainer() {
      this._container = L.DomUtil.create("canvas");
      this._container.style.pointerEvents = "none";
      this._container.setAttribute("aria-hidden", "true");
      this._ctx = this._container.getContext("2d");
    },

    _destroyContainer() {
      cancelAnimationFrame(this._beurt);
      this._beurt = null;
      this._container.remove();
      this._container = null;
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const maat = this._bounds.getSize();
      this._verhouding = Math.min(window.devicePixelRatio || 1, 2);
      L.DomUtil.setPosition(this._container, this._bounds.min);
      this._container.width = Math.round(maat.x * this._verhouding);
      this._container.height = Math.round(maat.y * this._verhouding);
      this._container.style.width = `${maat.x}px`;
      this._container.style.height = `${maat.y}px`;
      this._schilder();
    },

    _updatePaths() {},

    // Vraag een nieuwe tekening; meer vragen in dezelfde beeldbeurt geven er één.
    herteken() {
      if (!this._map || this._beurt) return;
      this._beurt = requestAnimationFrame(() => {
        this._beurt = null;
        if (this._map && !this._map._animatingZoom) this._schilder();
      });
    },

    _schilder() {
      const schaal = lp.schaal(this._zoom);
      const links = OORSPRONG.multiplyBy(schaal)
        .subtract(this._map.getPixelOrigin())
        .subtract(this._bounds.min);
      this._ctx.setTransform(1, 0, 0, 1, 0, 0);
      this._ctx.clearRect(0, 0, this._container.width, this._container.height);
      this._ctx.setTransform(this._verhouding, 0, 0, this._verhouding, 0, 0);
      this.teken(this._ctx, { schaal, dx: links.x, dy: links.y, maat: this._bounds.getSize() });
    },
  });
})(window.locatieplanner);
