// Streamlit spreekt op een paar plekken Engels waar het niet in te stellen is; hier Nederlands.
(() => {
  "use strict";
  document.documentElement.lang = "nl";
  if (window.locatieplannerTaal) return;
  window.locatieplannerTaal = true;

  const VAST = new Map(Object.entries({
    "Skip to main content": "Naar de inhoud",
    "Choose an option": "Kies",
    "Choose options": "Kies",
    "No results": "Niets gevonden",
    Open: "Openen",
    Close: "Sluiten",
    Dismiss: "Sluiten",
    Decrement: "Lager",
    Increment: "Hoger",
    "Clear value": "Leegmaken",
    Search: "Zoeken",
    Fullscreen: "Volledig scherm",
    "Close fullscreen": "Volledig scherm sluiten",
    "Download as CSV": "Download als CSV",
    "Show/hide columns": "Kolommen kiezen",
    "Sort ascending": "Oplopend",
    "Sort descending": "Aflopend",
    "Autosize": "Breedte passend maken",
    "Pin column": "Kolom vastzetten",
    "Unpin column": "Kolom losmaken",
    "Hide column": "Kolom verbergen",
    "Statistics": "Kengetallen",
    "Show data": "Gegevens tonen",
    "Download as PNG": "Download als PNG",
    "Copy Vega-Lite spec": "Beschrijving van de grafiek kopiëren",
    "Vega visualization": "Grafiek",
    "Add files": "Nog een bestand",
    "file upload": "Bestand kiezen",
    "Link to heading": "Verwijzing naar deze kop",
    "Connection error": "Geen verbinding",
    "Connecting": "Verbinden",
    "CONNECTING": "VERBINDEN",
    "Running...": "Bezig…",
    "empty": "leeg",
  }));
  const BEGIN = [["Help for ", "Uitleg bij "], ["Remove ", "Verwijder "]];
  const ATTRIBUTEN = ["aria-label", "title", "placeholder"];
  // Wat een gebruiker schreef blijft zoals het is.
  const VAN_GEBRUIKERS = "[data-testid='stMarkdownContainer'], [data-testid='stHtml'], [role='option'], textarea, script, style";

  function vertaal(tekst) {
    const kaal = tekst.trim();
    if (VAST.has(kaal)) return VAST.get(kaal);
    const deel = BEGIN.find(([engels]) => kaal.startsWith(engels));
    return deel ? deel[1] + kaal.slice(deel[0].length) : null;
  }

  function attributen(element) {
    ATTRIBUTEN.forEach((naam) => {
      const nieuw = element.hasAttribute?.(naam) ? vertaal(element.getAttribute(naam)) : null;
      if (nieuw !== null) element.setAttribute(naam, nieuw);
    });
  }

  function tekst(knoop) {
    const nieuw = knoop.parentElement?.closest(VAN_GEBRUIKERS) ? null : vertaal(knoop.data);
    if (nieuw !== null) knoop.data = nieuw;
  }

  function alles(wortel) {
    if (wortel.nodeType === Node.TEXT_NODE) tekst(wortel);
    if (wortel.nodeType !== Node.ELEMENT_NODE) return;
    attributen(wortel);
    wortel.querySelectorAll(ATTRIBUTEN.map((naam) => `[${naam}]`).join(",")).forEach(attributen);
    const loper = document.createTreeWalker(wortel, NodeFilter.SHOW_TEXT);
    while (loper.nextNode()) tekst(loper.currentNode);
  }

  new MutationObserver((veranderingen) => {
    veranderingen.forEach(({ type, target, addedNodes }) => {
      if (type === "attributes") attributen(target);
      else if (type === "characterData") tekst(target);
      else addedNodes.forEach(alles);
    });
  }).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTEN,
  });
  alles(document.body);
})();
