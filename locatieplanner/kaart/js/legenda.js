// Legenda: een uitklapbaar blok linksonder; op een smal scherm begint het dicht.
(function (lp) {
  "use strict";

  const MAAT = 26;

  function teken(regel) {
    const verhouding = Math.min(window.devicePixelRatio || 1, 2);
    const doek = lp.symbolen.stempel(MAAT, verhouding, (ctx) => {
      if (regel.soort === "gemeente") {
        ctx.fillStyle = lp.symbolen.gemeentevulling(ctx, regel.klasse, 1);
        ctx.fillRect(-11, -7, 22, 14);
        ctx.lineWidth = 1;
        ctx.strokeStyle = "#6b7280";
        ctx.strokeRect(-11, -7, 22, 14);
      } else if (regel.soort === "opvang") {
        lp.symbolen.opvang(ctx, 6);
      } else {
        lp.symbolen.kandidaat(ctx, {
          vorm: lp.stijl.vormen[regel.vorm],
          klasse: regel.klasse,
          straal: Math.min(lp.stijl.stralen[regel.grootte], 10),
          gekozen: regel.soort === "gekozen",
        });
      }
    });
    doek.style.width = doek.style.height = `${MAAT}px`;
    doek.setAttribute("aria-hidden", "true");
    return doek;
  }

  lp.Legenda = L.Control.extend({
    options: { position: "bottomleft" },

    onAdd(map) {
      const blok = L.DomUtil.create("details", "lp-legenda lp-paneel");
      blok.open = map.getSize().x >= 700;
      L.DomUtil.create("summary", "", blok).textContent = "Legenda";
      const inhoud = L.DomUtil.create("div", "lp-legenda-inhoud", blok);
      inhoud.tabIndex = 0;
      inhoud.setAttribute("role", "region");
      inhoud.setAttribute("aria-label", "Legenda van de kaart");
      lp.stijl.legenda.forEach(({ titel, eenheid, regels }) => {
        const deel = L.DomUtil.create("section", "", inhoud);
        L.DomUtil.create("h2", "", deel).textContent = titel;
        if (eenheid) L.DomUtil.create("p", "", deel).textContent = eenheid;
        const lijst = L.DomUtil.create("ul", "", deel);
        regels.forEach((regel) => {
          const rij = L.DomUtil.create("li", "", lijst);
          rij.append(teken(regel), regel.tekst);
        });
      });
      L.DomEvent.disableClickPropagation(blok);
      L.DomEvent.disableScrollPropagation(blok);
      return blok;
    },
  });
})(window.locatieplanner);
