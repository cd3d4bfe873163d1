// The diagnostic partagé: digits 0 to 4 inside the domain that has the focus, and « Toujours exact » in one click.
// Without this file the page works: each answer of the last time is marked on its card.

const choisir = (formulaire, nom, valeur) => {
  const bouton = formulaire.querySelector(`input[name="${CSS.escape(nom)}"][value="${CSS.escape(valeur)}"]`);
  if (!bouton) return null;
  bouton.checked = true;
  bouton.dispatchEvent(new Event("input", { bubbles: true }));
  bouton.dispatchEvent(new Event("change", { bubbles: true }));
  return bouton;
};

const formulaire = document.getElementById("diagnostic");

if (formulaire) {
  formulaire.addEventListener("keydown", (evenement) => {
    if (evenement.ctrlKey || evenement.altKey || evenement.metaKey) return;
    if (!/^[0-4]$/.test(evenement.key) || evenement.target.type !== "radio") return;
    evenement.preventDefault();
    choisir(formulaire, evenement.target.name, evenement.key)?.focus();
  });

  for (const bouton of formulaire.querySelectorAll("[data-toujours]")) {
    bouton.hidden = false;
    bouton.addEventListener("click", () => {
      choisir(formulaire, bouton.dataset.toujours, bouton.dataset.niveau);
      choisir(formulaire, bouton.dataset.toujours.replace("niveau_", "niveau_personne_"), bouton.dataset.avis);
    });
  }

  // The button says what the cards say, however they came to say it (a click, a digit, a draft taken up again).
  const accorder = () => {
    for (const bouton of formulaire.querySelectorAll("[data-toujours]")) {
      const choix = formulaire.querySelector(`input[name="${CSS.escape(bouton.dataset.toujours)}"]:checked`);
      bouton.setAttribute("aria-pressed", choix?.value === bouton.dataset.niveau ? "true" : "false");
    }
  };
  formulaire.addEventListener("change", accorder);
  accorder();
}
