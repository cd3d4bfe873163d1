// The note: one more line of « Suite à donner », numbered as Django's formset wants it.
(() => {
  "use strict";

  const preparer = (racine) => racine.querySelectorAll("[data-lignes]").forEach((groupe) => {
    const bouton = groupe.querySelector("[data-ajouter-ligne]");
    const total = groupe.querySelector("input[name$='-TOTAL_FORMS']");
    bouton.hidden = false;
    bouton.addEventListener("click", () => {
      const lignes = groupe.querySelectorAll("[data-ligne]");
      const modele = lignes[lignes.length - 1].cloneNode(true);
      const numero = Number(total.value);
      for (const champ of modele.querySelectorAll("[name], [for], [id]")) {
        for (const attribut of ["name", "id", "for"]) {
          if (champ.hasAttribute(attribut)) {
            champ.setAttribute(attribut, champ.getAttribute(attribut).replace(/-\d+-/, `-${numero}-`));
          }
        }
        if (champ.matches("input")) champ.value = "";
      }
      total.value = numero + 1;
      bouton.before(modele);
      modele.querySelector("input").focus();
    });
  });
  preparer(document);
  // A refused form comes back with new elements (saisie.js).
  document.addEventListener("saisie:remplacee", ({ detail }) => preparer(detail));
})();
