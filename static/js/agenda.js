// On a telephone the days of the week follow one another: the page opens on today.
if (matchMedia("(max-width: 900px)").matches && !location.hash) {
  document.querySelector(".agenda-colonne.aujourdhui:not(:first-child)")?.scrollIntoView();
}

// The secret address of the agenda: one press copies it.
for (const bouton of document.querySelectorAll("[data-copier]")) {
  const champ = document.getElementById(bouton.dataset.copier);
  champ.addEventListener("focus", () => champ.select());
  if (!navigator.clipboard) continue;
  bouton.hidden = false;
  bouton.addEventListener("click", async () => {
    await navigator.clipboard.writeText(champ.value);
    window.Tremplin.annoncer("Adresse copiée.");
  });
}
