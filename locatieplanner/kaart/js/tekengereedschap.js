// Tekengereedschap: een punt plaatsen, een vlak tekenen, of een perceel of pand aanwijzen, met
// muis, vinger of toetsenbord.
(function (lp) {
  "use strict";

  const STIJL = { color: "#d9480f", weight: 2.5, dashArray: "6 4", interactive: false };
  const HINT = {
    punt: "Klik op de plek van het punt, of druk op Enter voor het midden van de kaart.",
    vlak:
      "Klik de hoekpunten aan, of zet ze met de spatiebalk in het midden van de kaart. " +
      "Sluit met een dubbelklik, met Enter of op het eerste hoekpunt.",
    perceel:
      "Klik op het perceel, of druk op Enter voor het midden van de kaart. " +
      "Zoom in om precies te kiezen.",
    pand:
      "Klik op het pand, of druk op Enter voor het midden van de kaart. " +
      "Zoom in om precies te kiezen.",
    teweinig: "Een vlak heeft ten minste drie hoekpunten.",
  };

  lp.Tekengereedschap = L.Control.extend({
    // klaar(soort, punten): wat er met een voltooide tekening gebeurt.
    initialize(klaar, options) {
      L.Util.setOptions(this, { position: "topleft", ...options });
      this._klaar = klaar;
      this._mag = {};
      this.soort = null;
      this._punten = [];
    },

    onAdd(map) {
      this._kaart = map;
      this._schets = L.layerGroup().addTo(map);
      const blok = L.DomUtil.create("div", "lp-tekenen lp-paneel");
      this._blok = blok;
      blok.setAttribute("role", "toolbar");
      blok.setAttribute("aria-label", "Tekenen en kiezen op de kaart");
      const soort = (naam, tekst, titel) => this._knop(blok, tekst, titel, () => this.kies(naam));
      this._knoppen = {
        punt: soort("punt", "Punt plaatsen", "Plaats een punt op de kaart"),
        vlak: soort("vlak", "Vlak tekenen", "Teken een vlak op de kaart"),
        perceel: soort("perceel", "Kies perceel", "Wijs een perceel aan op de kaart"),
        pand: soort("pand", "Kies pand", "Wijs een pand aan op de kaart"),
      };
      this._gereed = this._knop(blok, "Klaar", "Sluit het vlak (Enter)", () => this.sluit());
      this._weg = this._knop(blok, "Annuleren", "Stop met tekenen (Esc)", () => this.kies(null));
      this._hint = L.DomUtil.create("p", "lp-melding lp-paneel", map.getContainer());
      this._hint.setAttribute("role", "status");
      L.DomEvent.disableClickPropagation(blok);
      L.DomEvent.disableScrollPropagation(blok);
      // Geen toets mag ongezien verdwijnen: tijdens het tekenen luistert het hele kader.
      this._toets = (e) => this._opToets(e);
      document.addEventListener("keydown", this._toets, true);
      map.on("dblclick", this._dubbel, this);
      map.on("mousemove", this._beweeg, this);
      this._werkBij();
      return blok;
    },

    onRemove(map) {
      this.kies(null);
      this._schets.remove();
      this._hint.remove();
      document.removeEventListener("keydown", this._toets, true);
      map.off("dblclick", this._dubbel, this);
      map.off("mousemove", this._beweeg, this);
    },

    _knop(blok, tekst, titel, doe) {
      const knop = L.DomUtil.create("button", "", blok);
      knop.type = "button";
      knop.textContent = tekst;
      knop.title = titel;
      L.DomEvent.on(knop, "click", doe);
      return knop;
    },

    toonKnoppen(tekenen, kiezen) {
      this._mag = { punt: tekenen, vlak: tekenen, perceel: kiezen, pand: kiezen };
      if (this.soort && !this._mag[this.soort]) this.kies(null);
      this._blok.hidden = !tekenen && !kiezen;
      this._werkKnoppenBij();
    },

    kies(soort) {
      this.soort = this.soort === soort ? null : soort;
      this._punten = [];
      this._muis = null;
      this._schets.clearLayers();
      // Een dubbelklik sluit het vlak en mag dan niet ook inzoomen.
      this._kaart.doubleClickZoom[this.soort ? "disable" : "enable"]();
      if (this.soort) this._kaart.getContainer().focus({ preventScroll: true });
      this._werkBij();
    },

    _werkKnoppenBij() {
      const breed = !this.soort && Object.values(this._mag).filter(Boolean).length > 2;
      this._blok.classList.toggle("lp-breed", breed);
      Object.entries(this._knoppen).forEach(([soort, knop]) => {
        knop.setAttribute("aria-pressed", String(soort === this.soort));
        knop.hidden = this.soort !== null || !this._mag[soort];
      });
    },

    _werkBij(melding) {
      this._werkKnoppenBij();
      this._gereed.hidden = this.soort !== "vlak";
      this._weg.hidden = this.soort === null;
      this._hint.hidden = this.soort === null;
      this._hint.textContent = melding ?? HINT[this.soort] ?? "";
      this._kaart.getContainer().classList.toggle("lp-tekent", this.soort !== null);
    },

    // Een klik op de kaart terwijl er getekend wordt.
    klik(plek) {
      if (this.soort !== "vlak") {
        this._rondAf([plek]);
        return;
      }
      if (this._dichtbij(plek, this._punten.at(-1), 5)) return;
      if (this._punten.length >= 3 && this._dichtbij(plek, this._punten[0], 10)) {
        this.sluit();
        return;
      }
      this._punten.push(plek);
      this._tekenSchets();
    },

    sluit() {
      if (this._punten.length < 3) this._werkBij(HINT.teweinig);
      else this._rondAf(this._punten);
    },

    _rondAf(punten) {
      const soort = this.soort;
      this.kies(null);
      this._klaar(soort, punten);
    },

    _dichtbij(a, b, beeldpunten) {
      if (!b) return false;
      const plek = (p) => this._kaart.latLngToContainerPoint(p);
      return plek(a).distanceTo(plek(b)) <= beeldpunten;
    },

    _dubbel() {
      if (this.soort === "vlak") this.sluit();
    },

    _beweeg(e) {
      if (this.soort !== "vlak" || !this._punten.length) return;
      this._muis = e.latlng;
      this._tekenSchets();
    },

    _tekenSchets() {
      this._schets.clearLayers();
      const lijn = this._muis ? [...this._punten, this._muis] : this._punten;
      L.polygon(lijn, { ...STIJL, fillOpacity: 0.1 }).addTo(this._schets);
      this._punten.forEach((punt, i) =>
        L.circleMarker(punt, { ...STIJL, dashArray: null, radius: i ? 3 : 6 }).addTo(this._schets),
      );
    },

    _opToets(e) {
      if (!this.soort) return;
      const opKnop = e.target.closest?.("button, summary");
      if (e.key === "Escape") this.kies(null);
      else if (opKnop) return;
      else if (e.key === "Enter" && this.soort === "vlak") this.sluit();
      else if (e.key === "Enter" || e.key === " ") this.klik(this._kaart.getCenter());
      else return;
      e.preventDefault();
      e.stopPropagation();
    },
  });
})(window.locatieplanner);
