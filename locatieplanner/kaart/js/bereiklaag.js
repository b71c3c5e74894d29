// Bereiklaag: hoe ver men van de gekozen kandidaat komt, de voorzieningen en de route.
(function (lp) {
  "use strict";

  // Dezelfde kleur als een kaartlaag met voorzieningen.
  const KLEUR = lp.stijl.laagstijlen.at(-1).kleur;
  const ROUTE = "#111827";
  const BIJNA = 8;
  const LETTER = "600 12px system-ui, sans-serif";

  function route(ctx, pad, perPunt) {
    ctx.lineJoin = "round";
    ctx.strokeStyle = "#ffffff";
    ctx.lineWidth = 7 * perPunt;
    ctx.stroke(pad);
    ctx.strokeStyle = ROUTE;
    ctx.lineWidth = 3.5 * perPunt;
    ctx.setLineDash([9 * perPunt, 5 * perPunt]);
    ctx.stroke(pad);
    ctx.setLineDash([]);
  }

  function isochroon(ctx, pad, perPunt) {
    ctx.lineJoin = "round";
    ctx.strokeStyle = "rgba(255, 255, 255, 0.8)";
    ctx.lineWidth = 4.5 * perPunt;
    ctx.stroke(pad);
    ctx.strokeStyle = KLEUR;
    ctx.lineWidth = 2 * perPunt;
    ctx.stroke(pad);
  }

  // Een schietschijf: geen kandidaat, en ook zonder kleur te herkennen.
  function voorziening(ctx) {
    const ring = (straal, kleur) => {
      ctx.beginPath();
      ctx.arc(0, 0, straal, 0, 2 * Math.PI);
      ctx.fillStyle = kleur;
      ctx.fill();
    };
    ring(8, "#ffffff");
    ring(6.5, KLEUR);
    ring(4, "#ffffff");
    ring(2, KLEUR);
  }

  lp.bereiktekens = { route, isochroon, voorziening };

  lp.Bereiklaag = lp.Doek.extend({
    isochronen: [],
    routes: [],
    voorzieningen: [],

    laad(features) {
      const van = (soort) =>
        features.filter(({ properties }) => properties.soort === soort).map(lp.vormVan);
      this.isochronen = van("isochroon");
      this.routes = van("route");
      this.voorzieningen = van("voorziening");
      this.herteken();
      this.fire("veranderd");
    },

    regels() {
      const regels = this.routes.map(({ eigenschappen }) => ({
        soort: "route",
        tekst: eigenschappen.tekst,
      }));
      if (this.isochronen.length) {
        // In het bestand staat de buitenste voorop.
        const labels = this.isochronen.map(({ eigenschappen }) => eigenschappen.label).reverse();
        regels.unshift({ soort: "isochroon", tekst: labels.join(" · ") });
      }
      if (this.voorzieningen.length) regels.push({ soort: "voorziening", tekst: "voorziening" });
      return regels;
    },

    teken(ctx, blik) {
      const { schaal, dx, dy } = blik;
      ctx.save();
      ctx.translate(dx, dy);
      ctx.scale(schaal, schaal);
      this.isochronen.forEach(({ pad }) => isochroon(ctx, pad, 1 / schaal));
      this.routes.forEach(({ pad }) => route(ctx, pad, 1 / schaal));
      ctx.restore();
      const plek = ([x, y]) => [dx + x * schaal, dy + y * schaal];
      const bezet = [];
      this.voorzieningen.forEach(({ plekken }) => {
        const [x, y] = plek(plekken[0]);
        ctx.save();
        ctx.translate(x, y);
        voorziening(ctx);
        ctx.restore();
        bezet.push([x - 9, y - 9, x + 9, y + 9]);
      });
      // Een label dat niet past blijft weg; aanwijzen geeft dezelfde woorden.
      // Op het noordelijkste punt liggen de randen van elkaar los.
      this.isochronen.forEach(({ noordpunt, eigenschappen }) =>
        label(ctx, eigenschappen.label, plek(noordpunt), "center", bezet),
      );
      this.voorzieningen.forEach(({ plekken, eigenschappen }) => {
        const [x, y] = plek(plekken[0]);
        label(ctx, eigenschappen.categorie, [x + 12, y], "left", bezet);
      });
    },

    // Voorziening of route op een vaste plek, in woorden.
    op(x, y) {
      const rek = BIJNA / lp.schaal(this._map.getZoom());
      const punt = this.voorzieningen.find(
        ({ plekken: [[px, py]] }) => Math.hypot(px - x, py - y) <= rek,
      );
      if (punt) {
        const { naam, categorie, tekst } = punt.eigenschappen;
        return naam ? [naam, categorie, tekst] : [categorie, tekst];
      }
      const langs = this.routes.find((lijn) => lp.afstandTot(lijn, x, y) <= rek);
      return langs ? [langs.eigenschappen.tekst] : null;
    },

    // De kleinste reistijd waarbinnen een vaste plek ligt, in woorden.
    binnen(x, y) {
      const vorm = this.isochronen.findLast((vlak) => lp.ligtIn(vlak, x, y));
      return vorm ? vorm.eigenschappen.tekst : null;
    },
  });

  function label(ctx, tekst, [x, y], lijning, bezet) {
    ctx.font = LETTER;
    const breedte = ctx.measureText(tekst).width;
    const links = lijning === "center" ? x - breedte / 2 : x;
    const vak = [links - 3, y - 9, links + breedte + 3, y + 9];
    if (bezet.some((b) => vak[0] < b[2] && vak[2] > b[0] && vak[1] < b[3] && vak[3] > b[1])) return;
    bezet.push(vak);
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.lineWidth = 4;
    ctx.strokeStyle = "#ffffff";
    ctx.strokeText(tekst, links, y);
    ctx.fillStyle = KLEUR;
    ctx.fillText(tekst, links, y);
  }
})(window.locatieplanner);
