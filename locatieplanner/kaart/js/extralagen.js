// Extra lagen: kaartlagen die de gebruiker aan- en uitzet. Elk bestand komt één keer.
(function (lp) {
  "use strict";

  // Kleiner dan dit is een vlak niet meer als vlak te zien, in beeldpunten.
  const KLEINSTE_VLAK = 5;
  // Lijnen dichter opeen dan dit zijn geen lijnen meer maar een vlek, in beeldpunten.
  const KLEINSTE_MAZEN = 16;
  const BIJNA = 7;

  // Een vorm met haar pad en omvang in vaste beeldpunten.
  lp.vormVan = function (feature) {
    const { type, coordinates } = feature.geometry;
    if (type === "Point" || type === "MultiPoint") {
      const plekken = (type === "Point" ? [coordinates] : coordinates).map((p) => lp.vast(...p));
      const [xs, ys] = [plekken.map(([x]) => x), plekken.map(([, y]) => y)];
      return {
        soort: "punt",
        plekken,
        omvang: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
        eigenschappen: feature.properties,
      };
    }
    if (type === "LineString" || type === "MultiLineString") {
      const delen = type === "LineString" ? [coordinates] : coordinates;
      return {
        soort: "lijn",
        delen: delen.map((deel) => deel.map((p) => lp.vast(...p))),
        ...lp.padVan(delen, false),
        eigenschappen: feature.properties,
      };
    }
    return { soort: "vlak", ...lp.vlakVan(feature) };
  };

  // Afstand van een vaste plek tot een lijn.
  lp.afstandTot = function ({ delen }, x, y) {
    let kleinste = Infinity;
    delen.forEach((deel) => {
      for (let i = 1; i < deel.length; i += 1) {
        const [x0, y0] = deel[i - 1];
        const [dx, dy] = [deel[i][0] - x0, deel[i][1] - y0];
        const langs = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1);
        const t = Math.max(0, Math.min(1, langs));
        kleinste = Math.min(kleinste, Math.hypot(x - x0 - t * dx, y - y0 - t * dy));
      }
    });
    return kleinste;
  };

  lp.Extralagen = lp.Doek.extend({
    // haal(bestand, naam): geeft de vormen, of null als dat niet lukt.
    initialize(haal, options) {
      lp.Doek.prototype.initialize.call(this, options);
      this._haal = haal;
      this._inhoud = new Map();
      this._bezig = new Set();
      this._mislukt = new Set();
      this.lagen = [];
    },

    onAdd(map) {
      lp.Doek.prototype.onAdd.call(this, map);
      // De legenda zegt ook wat er op dit zoomniveau niet te zien is.
      map.on("zoomend", () => this.fire("veranderd"));
    },

    // Of er een laag aan staat die niet te laden was.
    heeftMislukte() {
      return this._mislukt.size > 0;
    },

    toon(lagen) {
      const sleutel = JSON.stringify(lagen);
      if (sleutel === this._sleutel) return;
      this._sleutel = sleutel;
      this.lagen = lagen;
      // Wie een laag uit- en weer aanzet, probeert het opnieuw.
      this._mislukt.forEach((bestand) => {
        if (!lagen.some((laag) => laag.bestand === bestand)) this._mislukt.delete(bestand);
      });
      lagen.forEach((laag) => this._laad(laag));
      this._veranderd();
    },

    async _laad({ bestand, naam }) {
      if (this._inhoud.has(bestand) || this._bezig.has(bestand)) return;
      if (this._mislukt.has(bestand)) return;
      this._bezig.add(bestand);
      const features = await this._haal(bestand, naam);
      this._bezig.delete(bestand);
      if (features) this._inhoud.set(bestand, inhoudVan(features.map(lp.vormVan)));
      else this._mislukt.add(bestand);
      this._veranderd();
    },

    _veranderd() {
      this.herteken();
      this.fire("veranderd");
    },

    // Wat er voor elke laag in de legenda staat.
    regels() {
      return this.lagen.map((laag) => {
        const bij = [this._staat(laag), laag.bron].filter(Boolean).join(" · ");
        const punten = this._inhoud.get(laag.bestand)?.punten;
        return { soort: punten ? "laagpunt" : "laag", laag, tekst: laag.naam, bij };
      });
    },

    _staat(laag) {
      const inhoud = this._inhoud.get(laag.bestand);
      if (!inhoud) return this._mislukt.has(laag.bestand) ? "niet geladen" : "wordt geladen…";
      if (!inhoud.vormen.length) return "niets in dit gebied";
      return this._isTeFijn(laag, inhoud) ? "zoom in om deze laag te zien" : "";
    },

    _isTeFijn(laag, { maat }) {
      return !lp.patronen.isGevuld(laag) && maat * lp.schaal(this._map.getZoom()) < KLEINSTE_MAZEN;
    },

    teken(ctx, blik) {
      const { schaal, dx, dy, maat } = blik;
      const beeld = [-dx / schaal, -dy / schaal, (maat.x - dx) / schaal, (maat.y - dy) / schaal];
      [...this.lagen]
        .sort((a, b) => a.stijl - b.stijl)
        .forEach((laag) => {
          const inhoud = this._inhoud.get(laag.bestand);
          if (!inhoud || this._isTeFijn(laag, inhoud)) return;
          const vormen = inhoud.vormen.filter(
            ({ omvang: o }) =>
              o[0] <= beeld[2] && o[2] >= beeld[0] && o[1] <= beeld[3] && o[3] >= beeld[1],
          );
          ctx.save();
          this._tekenVlakken(ctx, blik, laag, vormen);
          ctx.restore();
          this._tekenStippen(ctx, blik, laag, vormen);
        });
    },

    _tekenVlakken(ctx, { schaal, dx, dy }, laag, vormen) {
      ctx.translate(dx, dy);
      ctx.scale(schaal, schaal);
      lp.patronen.zetKlaar(ctx, laag, 1 / schaal);
      const groot = vormen.filter((vorm) => vorm.pad && !isKlein(vorm, schaal));
      if (lp.patronen.isGevuld(laag)) {
        // Wat eronder ligt blijft te zien.
        ctx.globalAlpha = 0.7;
        groot.filter(({ soort }) => soort === "vlak").forEach(({ pad }) => ctx.fill(pad, "evenodd"));
      }
      ctx.globalAlpha = 1;
      groot.forEach(({ pad }) => ctx.stroke(pad));
    },

    // Punten, en vlakken die hier zo klein zijn dat hun plek alles is wat ervan te zien is.
    _tekenStippen(ctx, { schaal, dx, dy }, laag, vormen) {
      const { kleur } = lp.stijl.laagstijlen[laag.stijl];
      const straal = this._zoom >= 14 ? 4.5 : this._zoom >= 12 ? 3 : 1.6;
      const gevuld = lp.patronen.isGevuld(laag);
      vormen.forEach((vorm) => {
        const { soort, omvang, plekken } = vorm;
        if (soort === "punt") {
          plekken.forEach(([x, y]) =>
            lp.patronen.stip(ctx, dx + x * schaal, dy + y * schaal, straal, kleur),
          );
        } else if (gevuld && isKlein(vorm, schaal)) {
          const [x, y] = [(omvang[0] + omvang[2]) / 2, (omvang[1] + omvang[3]) / 2];
          ctx.fillStyle = kleur;
          ctx.fillRect(dx + x * schaal - 1, dy + y * schaal - 1, 2, 2);
        }
      });
    },

    // Alles wat op een vaste plek ligt, wat boven ligt eerst.
    op(x, y) {
      const rek = BIJNA / lp.schaal(this._map.getZoom());
      return [...this.lagen]
        .sort((a, b) => b.stijl - a.stijl)
        .flatMap((laag) =>
          (this._inhoud.get(laag.bestand)?.vormen ?? [])
            .filter((vorm) => ligtOp(vorm, x, y, rek))
            .map(({ eigenschappen }) => ({ laag, eigenschappen })),
        );
    },
  });

  function inhoudVan(vormen) {
    const maten = vormen
      .filter(({ soort }) => soort === "vlak")
      .map(({ omvang: o }) => Math.max(o[2] - o[0], o[3] - o[1]))
      .sort((a, b) => a - b);
    return {
      vormen,
      // De middelste maat van de vlakken, in vaste beeldpunten.
      maat: maten.length ? maten[maten.length >> 1] : Infinity,
      punten: vormen.length > 0 && vormen.every(({ soort }) => soort === "punt"),
    };
  }

  function isKlein({ soort, omvang: o }, schaal) {
    return soort === "vlak" && Math.max(o[2] - o[0], o[3] - o[1]) * schaal < KLEINSTE_VLAK;
  }

  function ligtOp(vorm, x, y, rek) {
    const o = vorm.omvang;
    if (x < o[0] - rek || x > o[2] + rek || y < o[1] - rek || y > o[3] + rek) return false;
    if (vorm.soort === "vlak") return lp.ligtIn(vorm, x, y);
    if (vorm.soort === "lijn") return lp.afstandTot(vorm, x, y) <= rek;
    return vorm.plekken.some(([px, py]) => Math.hypot(px - x, py - y) <= rek);
  }
})(window.locatieplanner);
