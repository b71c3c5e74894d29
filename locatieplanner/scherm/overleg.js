// Een overleg bedienen met toetsenbord of klikker: elke toets drukt op een knop die er al is.
(() => {
  "use strict";
  if (window.locatieplannerOverleg) return;
  window.locatieplannerOverleg = true;

  const TOETSEN = new Map(Object.entries({
    PageDown: "volgende",
    ArrowRight: "volgende",
    ArrowDown: "volgende",
    PageUp: "vorige",
    ArrowLeft: "vorige",
    ArrowUp: "vorige",
    Backspace: "terug",
    Escape: "terug",
  }));
  // Wie in een veld, een keuze of een venster bezig is, houdt zijn eigen toetsen.
  const BEZIG = "input, textarea, select, [contenteditable=true], [role=slider], [role=radio], " +
    "[role=radiogroup], [role=combobox], [role=listbox], [role=dialog], [role=tab], iframe, .lp-tabel";

  function knop(naam) {
    return document.querySelector(`.st-key-overleg_${naam} button`);
  }

  document.addEventListener("keydown", (gebeurtenis) => {
    const naam = TOETSEN.get(gebeurtenis.key);
    if (!naam || gebeurtenis.defaultPrevented) return;
    if (gebeurtenis.ctrlKey || gebeurtenis.altKey || gebeurtenis.metaKey || gebeurtenis.shiftKey) return;
    const doel = knop(naam);
    if (!doel) return;
    // Een klikker stuurt bladzijden: die werken ook als de aandacht nog op een schuif of keuze staat.
    const bladert = gebeurtenis.key.startsWith("Page");
    const vak = gebeurtenis.target.closest?.(bladert ? "textarea, [role=dialog], iframe, .lp-tabel" : BEZIG);
    const neemtTerug = gebeurtenis.key === "Escape" || gebeurtenis.key === "Backspace";
    const tekst = gebeurtenis.target.matches?.("textarea, input:not([type=range]):not([type=radio])");
    if (vak && !(neemtTerug && !tekst && !gebeurtenis.target.closest("[role=dialog], [role=listbox]"))) return;
    gebeurtenis.preventDefault();
    if (!doel.disabled) doel.click();
  });

  document.addEventListener("click", (gebeurtenis) => {
    if (!gebeurtenis.target.closest?.(".st-key-overleg_scherm")) return;
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  });
})();
