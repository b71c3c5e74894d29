// Uitleg: de woorden bij wat de gebruiker aanwijst. Alles is tekst, nooit opmaak.
(function (lp) {
  "use strict";

  const MEESTE_LAGEN = 5;
  // Zoveel beeldpunten heeft de uitleg nodig om boven de plek te passen.
  const RUIMTE = { opzij: 125, boven: 150 };
  const getal = new Intl.NumberFormat("nl-NL", { useGrouping: "always" });

  lp.Uitleg = class {
    constructor(map, { punten, vlakken, extra, bereik }) {
      Object.assign(this, { map, punten, vlakken, extra, bereik });
      this.tooltip = L.tooltip({ className: "lp-uitleg" });
    }

    verberg() {
      this.tooltip.remove();
    }

    wijsAan(plek) {
      const vast = lp.vast(plek.lng, plek.lat);
      const nummer = this.punten.kandidaatOp(...vast);
      this.map.getContainer().classList.toggle("lp-raak", nummer !== null);
      const regels = nummer === null ? this._woorden(vast) : this._kandidaat(nummer);
      if (!regels) {
        this.verberg();
        return;
      }
      const blok = document.createElement("div");
      regels.filter(Boolean).forEach((tekst, i) => {
        const regel = document.createElement(i ? "div" : "strong");
        regel.textContent = tekst;
        blok.append(regel);
      });
      Object.assign(this.tooltip.options, this._kant(plek));
      this.tooltip.setLatLng(plek).setContent(blok);
      if (!this.map.hasLayer(this.tooltip)) this.tooltip.addTo(this.map);
    }

    // Aan welke kant van de plek de uitleg in beeld blijft, ook op een smal scherm.
    _kant(plek) {
      const { x, y } = this.map.latLngToContainerPoint(plek);
      if (x < RUIMTE.opzij) return { direction: "right", offset: [10, 0] };
      if (x > this.map.getSize().x - RUIMTE.opzij) return { direction: "left", offset: [-10, 0] };
      if (y < RUIMTE.boven) return { direction: "bottom", offset: [0, 10] };
      return { direction: "top", offset: [0, -10] };
    }

    _kandidaat(nummer) {
      const { naam, type, capaciteit } = this.punten.kandidaten[nummer].eigenschappen;
      const klasse = this.punten.klassen[nummer];
      const score = lp.stijl.scores.namen[klasse];
      const rand = lp.stijl.randen[this.punten.randen[nummer]] ?? "";
      return [naam, type, plaatsen(capaciteit), klasse < 5 ? `totaalscore ${score}` : score, rand];
    }

    _woorden(vast) {
      const bereik = this.bereik.op(...vast);
      if (bereik) return bereik;
      const opvang = this.punten.opvangOp(...vast);
      if (opvang) return woordenOpvang(opvang.eigenschappen);
      const regels = [
        ...this._gemeente(vast),
        ...woordenLagen(this.extra.op(...vast)),
        this.bereik.binnen(...vast),
      ].filter(Boolean);
      return regels.length ? regels : null;
    }

    _gemeente(vast) {
      const gemeente = this.vlakken.gemeenteOp(...vast);
      if (!gemeente || gemeente.klasse > lp.symbolen.ONBEKEND) return [];
      const { namen, eenheid } = lp.stijl.dichtheid;
      const onbekend = gemeente.klasse === lp.symbolen.ONBEKEND;
      return [
        gemeente.eigenschappen.gemeente,
        gemeente.eigenschappen.provincie,
        onbekend ? `${eenheid}: onbekend` : `${namen[gemeente.klasse]} ${eenheid}`,
      ];
    }
  };

  function woordenOpvang(e) {
    return [
      e.naam,
      `bestaande opvang${e.type ? `, ${e.type}` : ""}${e.plaats ? ` in ${e.plaats}` : ""}`,
      plaatsen(e.plaatsen),
      [e.peildatum && `peildatum ${e.peildatum}`, e.zekerheid].filter(Boolean).join(" · "),
    ];
  }

  function woordenLagen(gevonden) {
    const teksten = gevonden.map(({ laag, eigenschappen: { naam, soort } }) => {
      const wat = [soort, naam].filter(Boolean).join(", ");
      return wat ? `${laag.naam}: ${wat}` : laag.naam;
    });
    // Een laag kan op één plek uit veel dezelfde stukken bestaan.
    const enkel = [...new Set(teksten)];
    const rest = enkel.length - MEESTE_LAGEN;
    return [...enkel.slice(0, MEESTE_LAGEN), rest > 0 ? `en nog ${rest}` : null];
  }

  function plaatsen(aantal) {
    return aantal === null ? "capaciteit onbekend" : `${getal.format(aantal)} plaatsen`;
  }
})(window.locatieplanner);
