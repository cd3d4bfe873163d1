// Keys that act without Ctrl, for whoever asked for them, the list of all keys, and Ctrl+Enter in forms without a draft.
(() => {
  "use strict";
  const dialogue = document.getElementById("touches");
  if (!dialogue) return;
  const permises = document.body.dataset.touches;
  const ecrit = (cible) => cible.closest?.("input, textarea, select, [contenteditable]");

  function montrer() {
    if (!document.querySelector("dialog[open]")) dialogue.showModal();
  }

  /** The first command of the page that bears this key. */
  const commande = (touche) =>
    [...document.querySelectorAll(`[data-touche="${CSS.escape(touche)}"]`)].find((une) => une.checkVisibility() && !une.disabled);

  function agir(touche) {
    if (touche === "?") return montrer;
    const cible = permises === "seules" && commande(touche);
    return cible && (() => (cible.matches("textarea") ? cible.focus() : cible.click()));
  }

  document.addEventListener("keydown", (evenement) => {
    if (evenement.isComposing || evenement.altKey) return;
    if (evenement.ctrlKey || evenement.metaKey) return evenement.key === "z" ? annuler(evenement) : envoyer(evenement);
    if (permises === "aucune" || ecrit(evenement.target) || document.querySelector("dialog[open]")) return;
    const geste = agir(evenement.key);
    if (!geste) return;
    evenement.preventDefault();
    geste();
  });

  /** The bar stays ten seconds: too short to go there by Tab. */
  function annuler(evenement) {
    const bouton = [...document.querySelectorAll("#annonces .barre-annuler button")].pop();
    if (!bouton || ecrit(evenement.target)) return;
    evenement.preventDefault();
    bouton.click();
  }

  function envoyer(evenement) {
    const formulaire = evenement.key === "Enter" && evenement.target.closest?.("form[method=post]:not([data-brouillon])");
    if (!formulaire || !evenement.target.matches("textarea, input, select")) return;
    evenement.preventDefault();
    formulaire.requestSubmit();
  }

  for (const bouton of document.querySelectorAll("[data-touches-ouvrir]")) {
    bouton.hidden = false;
    bouton.addEventListener("click", montrer);
  }
  dialogue.addEventListener("click", ({ target }) => {
    if (target === dialogue || target.closest("[data-fermer]")) dialogue.close();
  });
})();
