// The plan: suggestions of the domain chosen, the focus after a change, the print button. All works without this file.

const domaine = document.getElementById("id_domaine");
const intitule = document.querySelector("[list^='suggestions']");

if (domaine && intitule) {
  const accorder = () => {
    const liste = `suggestions-${domaine.value}`;
    intitule.setAttribute("list", document.getElementById(liste) ? liste : "suggestions");
  };
  domaine.addEventListener("change", accorder);
  accorder();
}

for (const bouton of document.querySelectorAll("[data-imprimer]")) {
  bouton.addEventListener("click", () => window.print());
}

// A changed card moves and its button may go: the focus stays on the card, not lost at the top of the page.
document.addEventListener("htmx:afterSettle", (evenement) => {
  const carte = evenement.detail.requestConfig?.elt?.closest?.(".carte-action");
  if (carte && (!document.activeElement || document.activeElement === document.body)) {
    document.getElementById(carte.id)?.focus();
  }
});
