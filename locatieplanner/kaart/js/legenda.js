// Legenda: een uitklapbaar blok linksonder; op een smal scherm begint het dicht.
(function (lp) {
  "use strict";

  const MAAT = 26;

  const KAARTLAAGTEKENS = {
    laag(ctx, { laag }) {
      const vak = new Path2D();
      vak.rect(-11, -8, 22, 16);
      ctx.fillStyle = "#ffffff";
      ctx.fill(vak);
      lp.patronen.zetKlaar(ctx, laag, 1);
      ctx.fill(vak);
      ctx.stroke(vak);
    },
    laagpunt: (ctx, { laag }) =>
      lp.patronen.stip(ctx, 0, 0, 5, lp.stijl.laagstijlen[laag.stijl].kleur),
    raster(ctx, { kleur }) {
      ctx.fillStyle = kleur;
      ctx.fillRect(-11, -8, 22, 16);
      ctx.lineWidth = 1;
      ctx.strokeStyle = "#6b7280";
      ctx.strokeRect(-11, -8, 22, 16);
    },
    isochroon: (ctx) => lp.bereiktekens.isochroon(ctx, boog(), 1),
    route: (ctx) => lp.bereiktekens.route(ctx, new Path2D("M -12 0 L 12 0"), 1),
    voorziening: (ctx) => lp.bereiktekens.voorziening(ctx),
  };

  const boog = () => new Path2D("M -10 5 Q 0 -13 10 5");

  function teken(regel) {
    const verhouding = Math.min(window.devicePixelRatio || 1, 2);
    const doek = lp.symbolen.stempel(MAAT, verhouding, (ctx) => {
      if (regel.soort === "gemeente") {
        ctx.fillStyle = lp.symbolen.gemeentevulling(ctx, regel.klasse, 1);
        ctx.fillRect(-11, -7, 22, 14);
        ctx.lineWidth = 1;
        ctx.strokeStyle = "#6b7280";
        ctx.strokeRect(-11, -7, 22, 14);
      } else if (regel.soort in KAARTLAAGTEKENS) {
        KAARTLAAGTEKENS[regel.soort](ctx, regel);
      } else if (regel.soort === "opvang") {
        lp.symbolen.opvang(ctx, 6);
      } else {
        lp.symbolen.kandidaat(ctx, {
          vorm: lp.stijl.vormen[regel.vorm],
          klasse: regel.klasse,
          straal: Math.min(lp.stijl.stralen[regel.grootte], 10),
          gekozen: regel.soort === "gekozen",
          rand: regel.rand,
        });
      }
    });
    doek.style.width = doek.style.height = `${MAAT}px`;
    doek.setAttribute("aria-hidden", "true");
    return doek;
  }

  function sectie({ titel, eenheid, regels }) {
    const deel = L.DomUtil.create("section");
    L.DomUtil.create("h2", "", deel).textContent = titel;
    if (eenheid) L.DomUtil.create("p", "", deel).textContent = eenheid;
    const lijst = L.DomUtil.create("ul", "", deel);
    regels.forEach((regel) => {
      const rij = L.DomUtil.create("li", "", lijst);
      const woorden = L.DomUtil.create("span", "");
      woorden.textContent = regel.tekst;
      if (regel.bij) L.DomUtil.create("small", "", woorden).textContent = regel.bij;
      rij.append(teken(regel), woorden);
    });
    return deel;
  }

  lp.Legenda = L.Control.extend({
    // Op een smalle kaart dekt een open legenda te veel af.
    options: { position: "bottomleft", openVanaf: 700 },

    onAdd(map) {
      const blok = L.DomUtil.create("details", "lp-legenda lp-paneel");
      blok.open = map.getSize().x >= this.options.openVanaf;
      L.DomUtil.create("summary", "", blok).textContent = "Legenda";
      const inhoud = L.DomUtil.create("div", "lp-legenda-inhoud", blok);
      inhoud.tabIndex = 0;
      inhoud.setAttribute("role", "region");
      inhoud.setAttribute("aria-label", "Legenda van de kaart");
      // Wat aan- en uitgaat staat bovenaan: daar is te zien dat het er staat.
      this._extra = L.DomUtil.create("div", "", inhoud);
      lp.stijl.legenda.forEach((deel) => inhoud.append(sectie(deel)));
      L.DomEvent.disableClickPropagation(blok);
      L.DomEvent.disableScrollPropagation(blok);
      return blok;
    },

    // Blokken die van de toestand afhangen; een blok zonder regels blijft weg.
    toonExtra(blokken) {
      this._extra.replaceChildren(...blokken.filter(({ regels }) => regels.length).map(sectie));
    },
  });
})(window.locatieplanner);
