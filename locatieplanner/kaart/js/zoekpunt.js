// Zoekpunt: een speld op de plek van een zoekresultaat, met het adres als tekst.
(function (lp) {
  "use strict";

  lp.Zoekpunt = L.LayerGroup.extend({
    toon(plek) {
      const sleutel = JSON.stringify(plek);
      if (sleutel === this._sleutel) return;
      this._sleutel = sleutel;
      this.clearLayers();
      if (!plek) return;
      const [lengte, breedte, tekst] = plek;
      const speld = document.createElement("div");
      L.DomUtil.create("i", "lp-speld-kop", speld);
      if (tekst) L.DomUtil.create("span", "lp-speld-tekst", speld).textContent = tekst;
      const icon = L.divIcon({ className: "lp-speld", html: speld, iconSize: [0, 0] });
      L.marker([breedte, lengte], { icon, interactive: false, keyboard: false }).addTo(this);
    },
  });
})(window.locatieplanner);
