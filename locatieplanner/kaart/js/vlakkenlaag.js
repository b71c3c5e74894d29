// Vlakkenlaag: gemeenten met hun klasse, en de grenzen van provincies.
(function (lp) {
  "use strict";

  const NIET_GETOOND = 7;
  const proef = document.createElement("canvas").getContext("2d");

  // Pad, omvang en noordelijkste punt, in vaste beeldpunten, van ringen of lijnen in graden.
  lp.padVan = function (lijnen, dicht) {
    const pad = new Path2D();
    const omvang = [Infinity, Infinity, -Infinity, -Infinity];
    let noordpunt = null;
    lijnen.forEach((lijn) => {
      lijn.forEach(([lengte, breedte], i) => {
        const [x, y] = lp.vast(lengte, breedte);
        if (i === 0) pad.moveTo(x, y);
        else pad.lineTo(x, y);
        if (y < omvang[1]) noordpunt = [x, y];
        omvang[0] = Math.min(omvang[0], x);
        omvang[1] = Math.min(omvang[1], y);
        omvang[2] = Math.max(omvang[2], x);
        omvang[3] = Math.max(omvang[3], y);
      });
      if (dicht) pad.closePath();
    });
    return { pad, omvang, noordpunt };
  };

  lp.vlakVan = function (feature) {
    return { ...lp.padVan(lp.ringen(feature.geometry), true), eigenschappen: feature.properties };
  };

  lp.ringen = function (geometrie) {
    if (!geometrie) return [];
    if (geometrie.type === "Polygon") return geometrie.coordinates;
    if (geometrie.type === "MultiPolygon") return geometrie.coordinates.flat();
    return [];
  };

  // Of een vaste plek in een vlak van deze laag ligt.
  lp.ligtIn = function ({ pad, omvang }, x, y) {
    if (x < omvang[0] || y < omvang[1] || x > omvang[2] || y > omvang[3]) return false;
    return proef.isPointInPath(pad, x, y, "evenodd");
  };

  lp.Vlakkenlaag = lp.Doek.extend({
    gemeenten: [],
    provincies: [],
    klassen: [],
    doorzichtig: false,

    laad(soort, features) {
      this[soort] = features.map(lp.vlakVan);
      this.herteken();
    },

    toon(klassen, doorzichtig) {
      this.klassen = klassen;
      this.doorzichtig = doorzichtig;
      this.herteken();
    },

    teken(ctx, { schaal, dx, dy }) {
      ctx.translate(dx, dy);
      ctx.scale(schaal, schaal);
      ctx.lineJoin = "round";
      const vullingen = new Map();
      ctx.globalAlpha = this.doorzichtig ? 0.55 : 1;
      this.gemeenten.forEach(({ pad }, i) => {
        const klasse = this.klassen[i] ?? lp.symbolen.ONBEKEND;
        if (klasse === NIET_GETOOND) {
          if (this.doorzichtig) return;
          ctx.fillStyle = "#ffffff";
        } else {
          if (!vullingen.has(klasse)) {
            vullingen.set(klasse, lp.symbolen.gemeentevulling(ctx, klasse, 1 / schaal));
          }
          ctx.fillStyle = vullingen.get(klasse);
        }
        ctx.fill(pad, "evenodd");
      });
      ctx.globalAlpha = 1;
      ctx.lineWidth = 0.6 / schaal;
      ctx.strokeStyle = "#ffffff";
      this.gemeenten.forEach(({ pad }) => ctx.stroke(pad));
      ctx.strokeStyle = "rgba(75, 85, 99, 0.45)";
      ctx.lineWidth = 0.4 / schaal;
      this.gemeenten.forEach(({ pad }) => ctx.stroke(pad));
      ctx.lineWidth = 1.4 / schaal;
      ctx.strokeStyle = "#4b5563";
      this.provincies.forEach(({ pad }) => ctx.stroke(pad));
    },

    gemeenteOp(x, y) {
      const nummer = this.gemeenten.findIndex((vlak) => lp.ligtIn(vlak, x, y));
      if (nummer < 0) return null;
      return {
        eigenschappen: this.gemeenten[nummer].eigenschappen,
        klasse: this.klassen[nummer] ?? lp.symbolen.ONBEKEND,
      };
    },
  });
})(window.locatieplanner);
