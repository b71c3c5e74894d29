// Symbolen: hoe een kandidaat, bestaande opvang en een gemeente getekend worden.
// De kaart en de legenda gebruiken dezelfde tekening.
(function (lp) {
  "use strict";

  const ONBEKEND = 5;
  const UITGESLOTEN = 6;
  const LIJN = "#1f2933";
  const KEUZE = "#d9480f";

  // In welk van twee plannen een kandidaat staat; zie RANDEN in vormen.py.
  const ALLEEN_HIER = 1;
  const ANDER_AANTAL = 2;
  const ALLEEN_DAAR = 3;

  // Elke vorm krijgt ongeveer hetzelfde oppervlak als een cirkel met straal r.
  const VORMEN = {
    cirkel: (ctx, r) => ctx.arc(0, 0, r, 0, 2 * Math.PI),
    vierkant: (ctx, r) => ctx.rect(-0.89 * r, -0.89 * r, 1.78 * r, 1.78 * r),
    ruit: (ctx, r) => veelhoek(ctx, 4, 1.25 * r, 0),
    driehoek: (ctx, r) => veelhoek(ctx, 3, 1.42 * r, 0.15 * r),
    zeshoek: (ctx, r) => veelhoek(ctx, 6, 1.1 * r, 0),
  };

  function veelhoek(ctx, hoeken, straal, omlaag) {
    for (let i = 0; i < hoeken; i += 1) {
      const hoek = (2 * Math.PI * i) / hoeken - Math.PI / 2;
      ctx.lineTo(straal * Math.cos(hoek), omlaag + straal * Math.sin(hoek));
    }
    ctx.closePath();
  }

  function kandidaat(ctx, { vorm, klasse, straal, gekozen, rand = 0 }) {
    const pad = (r = straal) => {
      ctx.beginPath();
      VORMEN[vorm](ctx, r);
    };
    ctx.lineJoin = "round";
    if (rand === ALLEEN_DAAR) {
      afwezig(ctx, pad);
      return;
    }
    if (rand) buitenrand(ctx, () => pad(straal + 3.5), rand);
    if (gekozen) {
      pad();
      ctx.lineWidth = 11;
      ctx.strokeStyle = KEUZE;
      ctx.stroke();
    }
    // Een witte rand houdt het symbool los van elke ondergrond.
    pad();
    ctx.lineWidth = gekozen ? 5 : Math.min(3, 0.6 * straal);
    ctx.strokeStyle = "#ffffff";
    ctx.stroke();
    ctx.fillStyle = klasse < ONBEKEND ? lp.stijl.scores.kleuren[klasse] : "#ffffff";
    ctx.fill();
    ctx.lineWidth = Math.min(1.2, 0.25 * straal);
    ctx.strokeStyle = klasse === UITGESLOTEN ? "#6b7280" : LIJN;
    ctx.stroke();
    if (klasse === ONBEKEND) {
      ctx.beginPath();
      ctx.arc(0, 0, Math.min(1.4, 0.3 * straal), 0, 2 * Math.PI);
      ctx.fillStyle = LIJN;
      ctx.fill();
    } else if (klasse === UITGESLOTEN) {
      const a = 0.5 * straal;
      ctx.beginPath();
      ctx.moveTo(-a, -a);
      ctx.lineTo(a, a);
      ctx.moveTo(-a, a);
      ctx.lineTo(a, -a);
      ctx.stroke();
    }
  }

  // Wat er niet staat is leeg en gestippeld: nergens voor aan te zien.
  function afwezig(ctx, pad) {
    pad();
    ctx.lineWidth = 4;
    ctx.strokeStyle = ctx.fillStyle = "rgba(255, 255, 255, 0.8)";
    ctx.stroke();
    ctx.fill();
    ctx.setLineDash([2, 2]);
    ctx.lineWidth = 2;
    ctx.strokeStyle = LIJN;
    ctx.stroke();
    ctx.setLineDash([]);
  }

  function buitenrand(ctx, pad, rand) {
    pad();
    ctx.lineWidth = 5;
    ctx.strokeStyle = "#ffffff";
    ctx.stroke();
    pad();
    if (rand === ANDER_AANTAL) ctx.setLineDash([3, 2.5]);
    ctx.lineWidth = rand === ALLEEN_HIER ? 2.5 : 2;
    ctx.strokeStyle = LIJN;
    ctx.stroke();
    ctx.setLineDash([]);
  }

  function opvang(ctx, straal) {
    const kruis = () => {
      ctx.beginPath();
      ctx.moveTo(-straal, 0);
      ctx.lineTo(straal, 0);
      ctx.moveTo(0, -straal);
      ctx.lineTo(0, straal);
    };
    kruis();
    ctx.lineWidth = 5;
    ctx.strokeStyle = "#ffffff";
    ctx.stroke();
    kruis();
    ctx.lineWidth = 2.2;
    ctx.strokeStyle = "#000000";
    ctx.stroke();
  }

  // Onbekend is gearceerd op wit: het kan niet voor een lage waarde worden aangezien.
  function arcering(ctx, schaal) {
    const tegel = document.createElement("canvas");
    tegel.width = tegel.height = 12;
    const pen = tegel.getContext("2d");
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, 12, 12);
    pen.strokeStyle = "#c9c5bf";
    pen.lineWidth = 1.6;
    pen.beginPath();
    for (const start of [-12, 0, 12]) {
      pen.moveTo(start, 12);
      pen.lineTo(start + 12, 0);
    }
    pen.stroke();
    const patroon = ctx.createPattern(tegel, "repeat");
    patroon.setTransform(new DOMMatrix().scale(schaal / 2));
    return patroon;
  }

  function gemeentevulling(ctx, klasse, schaal) {
    return klasse < ONBEKEND ? lp.stijl.dichtheid.kleuren[klasse] : arcering(ctx, schaal);
  }

  // Een klein beeld met één symbool in het midden, om duizenden keren af te drukken.
  function stempel(breedte, verhouding, teken) {
    const doek = document.createElement("canvas");
    doek.width = doek.height = Math.ceil(breedte * verhouding);
    const ctx = doek.getContext("2d");
    ctx.scale(verhouding, verhouding);
    ctx.translate(breedte / 2, breedte / 2);
    teken(ctx);
    return doek;
  }

  lp.symbolen = { kandidaat, opvang, gemeentevulling, stempel, KEUZE, ONBEKEND, UITGESLOTEN };
})(window.locatieplanner);
