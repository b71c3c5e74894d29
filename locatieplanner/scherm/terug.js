(aangemeld) => {
  // Aanmelden gaat via een andere site en komt terug zonder de link waarmee iemand kwam.
  const sleutel = "locatieplanner-terug";
  const hier = window.location;
  if (!aangemeld) {
    if (/[?&](plan|uitnodiging)=/.test(hier.search)) sessionStorage.setItem(sleutel, hier.search);
    return;
  }
  const terug = sessionStorage.getItem(sleutel);
  sessionStorage.removeItem(sleutel);
  if (terug && hier.search === "") hier.replace(hier.pathname + terug);
}
