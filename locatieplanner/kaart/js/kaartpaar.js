// Kaartpaar: twee kaarten naast elkaar, of op een smal scherm onder elkaar, die samen bewegen.
//
//   locatieplanner.maakPaar(vak, opties)    eenmaal; geeft de linker Leaflet-kaart
//   locatieplanner.toonPaar(map, toestand)  elke stap
(function (lp) {
  "use strict";

  const LETTERS = ["A", "B"];

  class Kaartpaar {
    constructor(id, opties) {
      const vak = document.getElementById(id);
      vak.classList.add("lp-paar");
      this.koppen = [];
      this.kaarten = LETTERS.map((letter) => this._blad(vak, letter, opties));
      const [links, rechts] = this.kaarten.map((kaart) => kaart.map);
      rechts.setView(links.getCenter(), links.getZoom(), { animate: false });
      this._volg(links, rechts);
      this._volg(rechts, links);
    }

    _blad(vak, letter, opties) {
      const deel = L.DomUtil.create("section", "lp-blad", vak);
      this.koppen.push(L.DomUtil.create("h2", "", deel));
      const kaart = L.DomUtil.create("div", "lp-bladkaart", deel);
      return new lp.Kaart(kaart, {
        ...opties,
        document: "Twee kaarten",
        bewaard: `locatieplanner.beeld.${letter}`,
        omschrijving:
          `Kaart van plan ${letter}. Verschuif met de pijltoetsen, zoom met plus en min; de ` +
          "andere kaart beweegt mee. Dezelfde locaties staan in de tabel onder de kaarten.",
        // Tot de tweede kaart er is, is de eerste zo breed als beide samen.
        legendakeuze: { openVanaf: Infinity },
        // Zonder overgang staan beide kaarten op elk ogenblik gelijk.
        leaflet: { zoomAnimation: false },
      });
    }

    _volg(van, naar) {
      van.on("move", () => {
        if (this.volgt) return;
        this.volgt = true;
        naar.setView(van.getCenter(), van.getZoom(), { animate: false });
        this.volgt = false;
      });
    }

    toon({ bladen, ...gedeeld }) {
      bladen.forEach(({ titel, ...eigen }, i) => {
        this.koppen[i].textContent = `${LETTERS[i]} · ${titel}`;
        this.kaarten[i].toon({ ...gedeeld, ...eigen });
      });
    }
  }

  lp.maakPaar = (id, opties) => {
    const paar = new Kaartpaar(id, opties);
    const { map } = paar.kaarten[0];
    map.kaartpaar = paar;
    return map;
  };
  lp.toonPaar = (map, toestand) => map.kaartpaar.toon(toestand);
})(window.locatieplanner);
