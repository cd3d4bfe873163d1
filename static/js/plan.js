// The plan: suggestions of the domain chosen, the print button. All works without this file.

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
