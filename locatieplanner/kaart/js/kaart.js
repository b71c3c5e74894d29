// Kaart: brengt de lagen samen, toont een toestand en meldt wat de gebruiker doet.
//
//   locatieplanner.maak(vak, opties)    eenmaal; geeft de Leaflet-kaart
//   locatieplanner.toon(map, toestand)  elke stap, met alleen wat verandert
//
// Tekst van gebruikers komt uitsluitend met textContent op het scherm.
(function (lp) {
  "use strict";

  const NEDERLAND = L.latLngBounds([50.74, 3.34], [53.57, 7.24]);
  const BEWEGINGSRUIMTE = L.latLngBounds([49.5, 0.5], [54.8, 10.0]);
  const BEWAARD = "locatieplanner.beeld";
  const NAAM = "Kaart";
  const OPZOEKEN = { perceel: "Het perceel wordt opgezocht…", pand: "Het pand wordt opgezocht…" };

  // Twee klassen per teken; zie pak() in klassen.py.
  function pakUit(tekst) {
    const codes = new Uint8Array(2 * tekst.length);
    for (let i = 0; i < tekst.length; i += 1) {
      const paar = lp.stijl.tekens.indexOf(tekst[i]);
      codes[2 * i] = paar >> 3;
      codes[2 * i + 1] = paar & 7;
    }
    return codes;
  }

  // Van [lengte, breedte] naar plekken van Leaflet, hoe diep ook genest.
  const draai = (deel) =>
    typeof deel[0] === "number" ? L.latLng(deel[1], deel[0]) : deel.map((kleiner) => draai(kleiner));

  class Kaart {
    constructor(vak, opties) {
      this.map = L.map(vak, {
        zoomControl: false,
        minZoom: 6,
        maxZoom: 19,
        // Kwartstappen, zodat Nederland of een provincie het kader vult.
        zoomSnap: 0.25,
        maxBounds: BEWEGINGSRUIMTE,
        ...opties.leaflet,
      });
      this.opties = opties;
      this.toestand = null;
      this.geladen = { kandidaten: "", opvang: "", bereik: "" };
      this.gevraagd = {};
      this.nummer = 0;
      this.tekeningen = 0;
      this._richtIn();
      this._maakKnoppen();
      this._beginbeeld();
      this._maakLagen();
      this._luister();
      this._haal(opties.lagen + opties.bestanden.gemeenten).then(
        (f) => f && this.vlakken.laad("gemeenten", f),
      );
      this._haal(opties.lagen + opties.bestanden.provincies).then(
        (f) => f && this.vlakken.laad("provincies", f),
      );
    }

    _richtIn() {
      const vak = this.map.getContainer();
      document.documentElement.lang = "nl";
      document.title = this.opties.document ?? NAAM;
      if (window.frameElement) window.frameElement.title = document.title;
      vak.classList.add("lp-kaart");
      vak.setAttribute("role", "region");
      vak.setAttribute(
        "aria-label",
        this.opties.omschrijving ??
          "Kaart van Nederland met kandidaten. Verschuif met de pijltoetsen, zoom met plus en " +
            "min. Kies een kandidaat met het toetsenbord in de lijst naast de kaart.",
      );
    }

    _maakLagen() {
      const paneel = (naam, hoogte) => {
        this.map.createPane(naam).style.zIndex = hoogte;
        return naam;
      };
      this.vlakken = new lp.Vlakkenlaag({ pane: paneel("lp-vlakken", 300) }).addTo(this.map);
      this.raster = new lp.Rasterbeeld(this.opties.kandidaten, {
        pane: paneel("lp-raster", 310),
      }).addTo(this.map);
      this.extra = new lp.Extralagen((bestand, naam) => this._haalExtra(bestand, naam), {
        pane: paneel("lp-extra", 320),
      }).addTo(this.map);
      this.bereik = new lp.Bereiklaag({ pane: paneel("lp-bereik", 340) }).addTo(this.map);
      this.punten = new lp.Puntenlaag({ pane: paneel("lp-punten", 350) }).addTo(this.map);
      this.zoekpunt = new lp.Zoekpunt().addTo(this.map);
      const legenda = () =>
        this.legenda.toonExtra([
          ...(this.opties.legenda ?? []),
          this.raster.blok(),
          { titel: "Bereik van de gekozen kandidaat", regels: this.bereik.regels() },
          { titel: "Kaartlagen", regels: this.extra.regels() },
        ]);
      this.extra.on("veranderd", legenda);
      this.bereik.on("veranderd", legenda);
      this.raster.on("veranderd", legenda);
      this.raster.on("mislukt", () =>
        this._meld("Het raster kon niet geladen worden. Ververs de pagina.", "raster"),
      );
      legenda();
      this.concept = L.layerGroup().addTo(this.map);
      this.punten.on("getekend", ({ aantal }) => {
        const vak = this.map.getContainer();
        this.tekeningen += 1;
        vak.dataset.getekend = this.tekeningen;
        vak.dataset.kandidaten = aantal;
      });
    }

    _maakKnoppen() {
      const { map } = this;
      map.attributionControl
        .setPosition("bottomleft")
        .setPrefix(false)
        .addAttribution(lp.stijl.bronvermelding);
      L.control.zoom({ zoomInTitle: "Inzoomen", zoomOutTitle: "Uitzoomen" }).addTo(map);
      const heel = new L.Control({ position: "topleft" });
      heel.onAdd = () => {
        const blok = L.DomUtil.create("div", "leaflet-bar lp-heel");
        const knop = L.DomUtil.create("button", "", blok);
        knop.type = "button";
        knop.textContent = "NL";
        knop.title = "Heel Nederland";
        knop.setAttribute("aria-label", "Heel Nederland");
        L.DomEvent.disableClickPropagation(blok);
        L.DomEvent.on(knop, "click", () => this._pas(NEDERLAND));
        return blok;
      };
      heel.addTo(map);
      L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
      this.tekenen = new lp.Tekengereedschap((soort, punten) => this._getekend(soort, punten));
      this.tekenen.addTo(map);
      this.legenda = new lp.Legenda(this.opties.legendakeuze).addTo(map);
      this.melding = L.DomUtil.create("p", "lp-melding lp-paneel", map.getContainer());
      this.melding.setAttribute("role", "status");
      this.melding.hidden = true;
    }

    _luister() {
      const { map } = this;
      this.uitleg = new lp.Uitleg(map, this);
      map.on("mousemove", (e) => {
        this.muis = e.latlng;
        this.kijkt ??= requestAnimationFrame(() => {
          this.kijkt = null;
          this._wijsAan(this.muis);
        });
      });
      map.on("mouseout movestart zoomstart", () => {
        this.muis = null;
        this.uitleg.verberg();
      });
      map.on("click", (e) => {
        if (this.tekenen.soort) {
          this.tekenen.klik(e.latlng);
          return;
        }
        this._wijsAan(e.latlng);
        const nummer = this.punten.kandidaatOp(...lp.vast(e.latlng.lng, e.latlng.lat));
        if (nummer !== null) this._kies(nummer);
      });
      map.on("moveend", () => this._bewaarBeeld());
    }

    // --- wat er te zien is -------------------------------------------------------------

    toon(toestand) {
      const vorige = this.toestand;
      this.toestand = toestand;
      const doorzichtig = Boolean(toestand.achtergrond);
      // De gemeenten veranderen zelden: bij een ander gewicht blijft hun tekening staan.
      if (toestand.gemeenten !== vorige?.gemeenten || doorzichtig !== this.vlakken.doorzichtig) {
        this.vlakken.toon(pakUit(toestand.gemeenten ?? ""), doorzichtig);
      }
      this.tekenen.toonKnoppen(Boolean(toestand.tekenen), Boolean(toestand.kiezen));
      this.extra.toon(toestand.lagen ?? []);
      if (!this.extra.heeftMislukte()) this._wisMelding("kaartlaag");
      this.raster.toon(toestand.raster);
      this.zoekpunt.toon(toestand.zoekpunt);
      this._toonAchtergrond(toestand.achtergrond);
      this._toonConcept(toestand);
      this._toonOpvang(toestand.opvang);
      this._toonBereik(toestand.bereik);
      this._toonKandidaten(toestand);
      if (toestand.beeld) this._gaNaar(toestand.beeld);
    }

    _toonKandidaten({ kandidaten = "", scores = "", gekozen = null, randen = "" }) {
      if (kandidaten === this.geladen.kandidaten) {
        this.punten.toon(pakUit(scores), gekozen, pakUit(randen));
      }
      // Tot de nieuwe ligging er is blijft de oude staan, met haar eigen klassen.
      this._haalVerse("kandidaten", kandidaten, this.opties.kandidaten + kandidaten, (features) => {
        this.punten.laadKandidaten(features);
        const nu = this.toestand;
        this.punten.toon(pakUit(nu.scores ?? ""), nu.gekozen ?? null, pakUit(nu.randen ?? ""));
      });
    }

    _toonOpvang(eigen = "") {
      const { lagen, kandidaten, bestanden } = this.opties;
      const adres = eigen ? kandidaten + eigen : lagen + bestanden.opvang;
      this._haalVerse("opvang", adres, adres, (features) => this.punten.laadOpvang(features));
    }

    _toonBereik(naam = "") {
      // Het bereik van een andere kandidaat blijft geen ogenblik staan.
      if (this.geladen.bereik && naam !== this.geladen.bereik) {
        this.geladen.bereik = "";
        this.bereik.laad([]);
      }
      this._haalVerse("bereik", naam, this.opties.kandidaten + naam, (features) =>
        this.bereik.laad(features),
      );
    }

    // Haal een laag die kan wisselen; alleen het antwoord op de laatste vraag telt.
    async _haalVerse(soort, naam, adres, gebruik) {
      if (naam === this.geladen[soort]) {
        this.gevraagd[soort] = null;
        return;
      }
      if (this.gevraagd[soort] === naam) return;
      this.gevraagd[soort] = naam;
      const features = naam ? await this._haal(adres) : [];
      if (this.gevraagd[soort] !== naam) return;
      this.gevraagd[soort] = null;
      if (!features) return;
      this.geladen[soort] = naam;
      gebruik(features);
    }

    _haalExtra(bestand, naam) {
      return this._haal(
        this.opties.lagen + bestand,
        `De kaartlaag '${naam}' kon niet geladen worden. Zet haar uit en weer aan.`,
        "kaartlaag",
      );
    }

    async _haal(
      adres,
      melding = "Een laag van de kaart kon niet geladen worden. Ververs de pagina.",
      reden = "",
    ) {
      // Een basislaag heet naar haar inhoud en mag bewaard blijven; kandidaten nooit.
      const bewaren = adres.startsWith(this.opties.lagen);
      try {
        let antwoord = await fetch(adres, { cache: bewaren ? "force-cache" : "no-store" });
        if (!antwoord.ok) antwoord = await fetch(adres, { cache: "reload" });
        if (!antwoord.ok) throw new Error(antwoord.statusText);
        return (await antwoord.json()).features;
      } catch {
        this._meld(melding, reden);
        return null;
      }
    }

    _toonConcept({ concept, verwerkt = 0 }) {
      // Een tekening die nog onderweg is blijft staan tot zij verwerkt is.
      if (!concept && verwerkt < this.nummer) return;
      if (verwerkt >= this.nummer) this._wisMelding("opzoeken");
      this.concept.clearLayers();
      if (concept) this._tekenConcept(draai(concept));
    }

    _tekenConcept(plekken) {
      const stijl = { color: lp.symbolen.KEUZE, weight: 3, interactive: false };
      this.concept.clearLayers();
      const punt = plekken.length === 1 && plekken[0] instanceof L.LatLng;
      if (punt) L.circleMarker(plekken[0], { ...stijl, radius: 9 }).addTo(this.concept);
      // Over een raster geen vulling: die zou de klassen eronder een andere kleur geven.
      else {
        const fill = !this.toestand?.raster;
        L.polygon(plekken, { ...stijl, fill, dashArray: "6 4" }).addTo(this.concept);
      }
    }

    _toonAchtergrond(bron) {
      if (Boolean(bron) === Boolean(this.achtergrond)) return;
      this.achtergrond?.remove();
      this.achtergrond = null;
      if (!bron) return;
      this.achtergrond = L.tileLayer(bron.adres, {
        attribution: bron.bron,
        maxNativeZoom: 19,
        maxZoom: 19,
      });
      let gelukt = false;
      this.achtergrond.on("tileload", () => {
        gelukt = true;
      });
      this.achtergrond.on("tileerror", () => {
        if (!gelukt) this._meld("De achtergrondkaart is nu niet bereikbaar; de kaart werkt zonder.");
      });
      this.achtergrond.addTo(this.map);
    }

    // Een melding met een reden gaat weg als die reden weg is.
    _meld(tekst, reden = "") {
      this.melding.textContent = tekst;
      this.melding.dataset.reden = reden;
      this.melding.hidden = false;
    }

    _wisMelding(reden) {
      if (this.melding.dataset.reden === reden) this.melding.hidden = true;
    }

    // --- het beeld ---------------------------------------------------------------------

    _beginbeeld() {
      let bewaard = null;
      try {
        bewaard = JSON.parse(sessionStorage.getItem(this.opties.bewaard ?? BEWAARD));
      } catch {
        // Geen opslag in deze browser: dan begint de kaart bij heel Nederland.
      }
      this.beeld = bewaard?.merk ?? null;
      if (bewaard) this.map.setView([bewaard.lat, bewaard.lng], bewaard.zoom, { animate: false });
      else this._pas(NEDERLAND, { animate: false });
    }

    // Laat een gebied zien in het deel van de kaart dat de legenda vrijlaat.
    _pas(omvang, opties) {
      const blok = this.legenda.getContainer();
      const links = blok.open && this.map.getSize().x >= 700 ? blok.offsetWidth : 0;
      this.map.fitBounds(omvang, {
        maxZoom: 17,
        paddingTopLeft: [links + 24, 8],
        paddingBottomRight: [16, 8],
        ...opties,
      });
    }

    _gaNaar([merk, west, zuid, oost, noord]) {
      if (merk === this.beeld) return;
      this.beeld = merk;
      // Bij het openen staat de kaart er meteen; pas daarna is een beweging te volgen.
      this._pas([[zuid, west], [noord, oost]], this.tekeningen ? {} : { animate: false });
      this._bewaarBeeld();
    }

    _bewaarBeeld() {
      const { lat, lng } = this.map.getCenter();
      try {
        sessionStorage.setItem(
          this.opties.bewaard ?? BEWAARD,
          JSON.stringify({ lat, lng, zoom: this.map.getZoom(), merk: this.beeld }),
        );
      } catch {
        // Zonder opslag wordt het beeld niet onthouden; de kaart werkt gewoon.
      }
    }

    // --- wat de gebruiker doet ---------------------------------------------------------

    _kies(nummer) {
      const { id } = this.punten.kandidaten[nummer].eigenschappen;
      if (id === null) return;
      this.punten.kies(nummer);
      this._stuur("kandidaat", null, { id });
    }

    _getekend(soort, plekken) {
      const coordinaten = plekken.map(({ lat, lng }) => [
        Number(lng.toFixed(7)),
        Number(lat.toFixed(7)),
      ]);
      this._tekenConcept(plekken);
      if (soort in OPZOEKEN) this._meld(OPZOEKEN[soort], "opzoeken");
      this._stuur(
        soort,
        soort === "vlak"
          ? { type: "Polygon", coordinates: [[...coordinaten, coordinaten[0]]] }
          : { type: "Point", coordinates: coordinaten[0] },
      );
    }

    // streamlit-folium geeft bij draw:created door wat layer.toGeoJSON() zegt.
    _stuur(soort, geometry, eigenschappen = {}) {
      this.nummer = Math.max(Date.now(), this.nummer + 1);
      const feature = {
        type: "Feature",
        geometry,
        properties: { soort, nummer: this.nummer, ...eigenschappen },
      };
      this.map.fire("draw:created", { layerType: soort, layer: { toGeoJSON: () => feature } });
    }

    _wijsAan(plek) {
      if (!plek || this.tekenen.soort) this.uitleg.verberg();
      else this.uitleg.wijsAan(plek);
    }
  }

  lp.Kaart = Kaart;
  lp.maak = (vak, opties) => {
    const kaart = new Kaart(vak, opties);
    kaart.map.locatieplanner = kaart;
    return kaart.map;
  };
  lp.toon = (map, toestand) => map.locatieplanner.toon(toestand);
})(window.locatieplanner);
