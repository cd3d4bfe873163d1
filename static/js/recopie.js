// « À recopier »: a button copies what it names, and says so. Without this file the value is selected by hand.

const DUREE = 2000;

async function copier(bouton) {
  const source = document.getElementById(bouton.dataset.copier);
  await navigator.clipboard.writeText(source.value ?? source.textContent);
  const dit = bouton.querySelector("[data-dit]");
  const avant = dit.dataset.avant ?? dit.textContent;
  dit.dataset.avant = avant;
  dit.textContent = "Copié";
  bouton.setAttribute("aria-live", "polite");
  setTimeout(() => { dit.textContent = avant; }, DUREE);
}

for (const bouton of document.querySelectorAll("[data-copier]")) {
  bouton.hidden = !navigator.clipboard;
  bouton.addEventListener("click", () => copier(bouton));
}
