// Puntenlaag: bestaande opvang en kandidaten. De ligging komt één keer, de klassen elke stap.
(function (lp) {
  "use strict";

  const NIET_GETOOND = 7;
  // Wat het meeste zegt komt boven: uitgesloten en onbekend onderop, dan laag naar hoog.
  const PLAATS = [2, 3, 4, 5, 6, 1, 0];
  // Een vlak wordt pas als vlak getekend als het groter is dan zijn symbool.
  const KLEINSTE_VLAK = 24;

  function puntVan(feature) {
    const { geometry, properties } = feature;
    if (!geometry) return { eigenschappen: properties, x: NaN, y: NaN };
    if (geometry.type === "Point") {
      const [x, y] = lp.vast(...geometry.coordinates);
      return { eigenschappen: properties, x, y };
    }
    const vlak = lp.vlakVan(feature);
    const [x0, y0, x1, y1] = vlak.omvang;
    return { eigenschappen: properties, x: (x0 + x1) / 2, y: (y0 + y1) / 2, vlak };
  }

  lp.Puntenlaag = lp.Doek.extend({
    kandidaten: [],
    opvang: [],
    klassen: [],
    gekozen: null,
    randen: [],

    initialize(options) {
      lp.Doek.prototype.initialize.call(this, options);
      this._stempels = new Map();
    },

    laadOpvang(features) {
      this.opvang = features.map(puntVan);
      this.herteken();
    },

    laadKandidaten(features) {
      this.kandidaten = features.map(puntVan);
    },

    toon(klassen, gekozen, randen = []) {
      this.klassen = klassen;
      this.gekozen = gekozen;
      this.randen = randen;
      this.herteken();
    },

    kies(nummer) {
      this.gekozen = nummer;
      this.herteken();
    },

    // Op de kaart van het hele land zijn symbolen kleiner, zeker als het er veel zijn.
    _factor() {
      if (this._zoom >= 12) return 1.25;
      if (this._zoom >= 9) return 1;
      return this.kandidaten.length > 500 ? 0.5 : 0.85;
    },

    _straal(punt, gekozen) {
      const straal = lp.stijl.stralen[punt.eigenschappen.grootte] * this._factor();
      return gekozen ? Math.max(straal * 1.2, 8) : straal;
    },

    // Duizenden symbolen delen enkele tientallen stempels.
    _stempel(punt, klasse, gekozen, rand) {
      const { vorm, grootte } = punt.eigenschappen;
      const sleutel = (((vorm * 8 + grootte) * 8 + klasse) * 4 + rand) * 2 + Number(gekozen);
      let stempel = this._stempels.get(sleutel);
      if (!stempel) {
        const straal = this._straal(punt, gekozen);
        stempel = lp.symbolen.stempel(
          2 * Math.ceil(1.6 * straal + (gekozen || rand ? 8 : 3)),
          this._verhouding,
          (ctx) =>
            lp.symbolen.kandidaat(ctx, {
              vorm: lp.stijl.vormen[vorm],
              klasse,
              straal,
              gekozen,
              rand,
            }),
        );
        this._stempels.set(sleutel, stempel);
      }
      return stempel;
    },

    teken(ctx, blik) {
      const maten = `${this._factor()} ${this._verhouding}`;
      if (maten !== this._maten) {
        this._maten = maten;
        this._stempels.clear();
      }
      this.opvang.forEach((punt) => {
        const x = blik.dx + punt.x * blik.schaal;
        const y = blik.dy + punt.y * blik.schaal;
        ctx.save();
        ctx.translate(x, y);
        lp.symbolen.opvang(ctx, 5 * this._factor());
        ctx.restore();
      });
      const perKlasse = PLAATS.map(() => []);
      this.kandidaten.forEach((punt, i) => {
        if (i !== this.gekozen && this.isTeZien(i)) perKlasse[PLAATS[this.klassen[i]]].push(i);
      });
      const rij = perKlasse.flat();
      if (this.isTeZien(this.gekozen)) rij.push(this.gekozen);
      rij.forEach((i) => this._tekenVlak(ctx, blik, i));
      this._tekenSymbolen(ctx, blik, rij);
      this.fire("getekend", { aantal: rij.length });
    },

    // Op hele beeldpunten: dan is een stempel een kopie, geen berekening.
    _tekenSymbolen(ctx, { schaal, dx, dy, maat }, rij) {
      const v = this._verhouding;
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      rij.forEach((i) => {
        const punt = this.kandidaten[i];
        const x = dx + punt.x * schaal;
        const y = dy + punt.y * schaal;
        if (!(x > -30 && y > -30 && x < maat.x + 30 && y < maat.y + 30)) return;
        const rand = this.randen[i] ?? 0;
        const beeld = this._stempel(punt, this.klassen[i], i === this.gekozen, rand);
        ctx.drawImage(
          beeld,
          Math.round(x * v - beeld.width / 2),
          Math.round(y * v - beeld.height / 2),
        );
      });
    },

    _tekenVlak(ctx, { schaal, dx, dy }, i) {
      const { vlak } = this.kandidaten[i];
      if (!vlak || this._maat(vlak, schaal) < KLEINSTE_VLAK) return;
      const klasse = this.klassen[i];
      ctx.save();
      ctx.translate(dx, dy);
      ctx.scale(schaal, schaal);
      ctx.fillStyle = klasse < 5 ? lp.stijl.scores.kleuren[klasse] : "#ffffff";
      ctx.globalAlpha = 0.6;
      ctx.fill(vlak.pad, "evenodd");
      ctx.globalAlpha = 1;
      ctx.lineWidth = (i === this.gekozen ? 3 : 1.5) / schaal;
      ctx.strokeStyle = i === this.gekozen ? lp.symbolen.KEUZE : "#1f2933";
      ctx.stroke(vlak.pad);
      ctx.restore();
    },

    _maat({ omvang }, schaal) {
      return Math.max(omvang[2] - omvang[0], omvang[3] - omvang[1]) * schaal;
    },

    isTeZien(i) {
      return i !== null && i < this.kandidaten.length && (this.klassen[i] ?? 7) !== NIET_GETOOND;
    },

    // De kandidaat op een vaste plek: het dichtstbijzijnde symbool, anders het vlak eronder.
    kandidaatOp(x, y) {
      const schaal = lp.schaal(this._map.getZoom());
      let beste = null;
      let kleinste = Infinity;
      this.kandidaten.forEach((punt, i) => {
        if (!this.isTeZien(i)) return;
        const afstand = Math.hypot(punt.x - x, punt.y - y) * schaal;
        if (afstand < kleinste && afstand <= this._straal(punt, i === this.gekozen) + 4) {
          beste = i;
          kleinste = afstand;
        }
      });
      if (beste !== null) return beste;
      const onder = this.kandidaten.findIndex(
        ({ vlak }, i) =>
          vlak &&
          this.isTeZien(i) &&
          this._maat(vlak, schaal) >= KLEINSTE_VLAK &&
          lp.ligtIn(vlak, x, y),
      );
      return onder < 0 ? null : onder;
    },

    opvangOp(x, y) {
      const bereik = 8 / lp.schaal(this._map.getZoom());
      return this.opvang.find((p) => Math.hypot(p.x - x, p.y - y) <= bereik) ?? null;
    },
  });
})(window.locatieplanner);
