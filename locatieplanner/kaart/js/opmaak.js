// Opmaak: zet de CSS in het document voordat de kaart gebouwd wordt.
(function (lp) {
  "use strict";

  const blok = document.createElement("style");
  blok.textContent = lp.opmaak;
  document.head.append(blok);
})(window.locatieplanner);
