// Patronen: de arceringen en randen van kaartlagen. De kaart en de legenda gebruiken dezelfde.
(function (lp) {
  "use strict";

  // Per arcering de breedte van een tegel in beeldpunten, en hoe zij getekend wordt.
  const TEGELS = {
    dalend: { maat: 12, teken: (pen, m) => schuin(pen, m, 1) },
    stijgend: { maat: 12, teken: (pen, m) => schuin(pen, m, -1) },
    liggend: { maat: 8, teken: (pen, m) => lijn(pen, 0, m / 2, m, m / 2) },
    staand: { maat: 8, teken: (pen, m) => lijn(pen, m / 2, 0, m / 2, m) },
    stippels: { maat: 10, teken: stippen },
    kruis: { maat: 12, teken: kruis },
    dichtkruis: { maat: 7, teken: kruis },
    raster: {
      maat: 9,
      teken: (pen, m) => {
        lijn(pen, 0, m / 2, m, m / 2);
        lijn(pen, m / 2, 0, m / 2, m);
      },
    },
  };
  // Tegels zijn dubbel zo fijn getekend als zij in beeld komen.
  const FIJN = 2;

  function lijn(pen, x0, y0, x1, y1) {
    pen.beginPath();
    pen.moveTo(x0, y0);
    pen.lineTo(x1, y1);
    pen.stroke();
  }

  function schuin(pen, m, richting) {
    // Drie keer, zodat de hoeken van de tegel op hun buren aansluiten.
    for (const start of [-m, 0, m]) {
      lijn(pen, start, richting > 0 ? 0 : m, start + m, richting > 0 ? m : 0);
    }
  }

  function kruis(pen, m) {
    schuin(pen, m, 1);
    schuin(pen, m, -1);
  }

  function stippen(pen, m) {
    for (const plek of [m / 4, (3 * m) / 4]) {
      pen.beginPath();
      pen.arc(plek, plek, 1.1, 0, 2 * Math.PI);
      pen.fill();
    }
  }

  // `perPunt` is hoeveel eenheden van het doek één beeldpunt is.
  function vulling(ctx, arcering, kleur, perPunt) {
    const { maat, teken } = TEGELS[arcering];
    const tegel = document.createElement("canvas");
    tegel.width = tegel.height = maat * FIJN;
    const pen = tegel.getContext("2d");
    pen.scale(FIJN, FIJN);
    pen.strokeStyle = pen.fillStyle = kleur;
    pen.lineWidth = 1;
    teken(pen, maat);
    const patroon = ctx.createPattern(tegel, "repeat");
    patroon.setTransform(new DOMMatrix().scale(perPunt / FIJN));
    return patroon;
  }

  // Zet rand en vulling van een laag klaar op een doek.
  function zetKlaar(ctx, { stijl, patroon = 0 }, perPunt) {
    const { kleur, dikte, patronen } = lp.stijl.laagstijlen[stijl];
    const { arcering, streep } = patronen[patroon % patronen.length];
    ctx.lineJoin = "round";
    ctx.lineCap = streep[0] === 1 ? "round" : "butt";
    ctx.lineWidth = dikte * perPunt;
    ctx.strokeStyle = kleur;
    ctx.setLineDash(streep.map((lengte) => lengte * perPunt));
    ctx.fillStyle = arcering ? vulling(ctx, arcering, kleur, perPunt) : "transparent";
  }

  // Of lagen van deze stijl een arcering hebben, en dus ook vol te tekenen zijn.
  const isGevuld = ({ stijl }) => Boolean(lp.stijl.laagstijlen[stijl].patronen[0].arcering);

  function stip(ctx, x, y, straal, kleur) {
    ctx.beginPath();
    ctx.arc(x, y, straal, 0, 2 * Math.PI);
    ctx.fillStyle = kleur;
    ctx.fill();
    ctx.lineWidth = Math.min(1.5, straal / 2);
    ctx.strokeStyle = "#ffffff";
    ctx.stroke();
  }

  lp.patronen = { zetKlaar, isGevuld, stip };
})(window.locatieplanner);
