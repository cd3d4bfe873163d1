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
  // The names of the colleagues are asked for once, when somebody begins to write who was there.
  document.addEventListener("focusin", async ({ target }) => {
    const groupe = target.closest?.("[data-collegues]");
    const liste = groupe?.querySelector("datalist");
    if (!liste || groupe.dataset.demandees) return;
    groupe.dataset.demandees = "1";
    const reponse = await fetch(groupe.dataset.collegues).catch(() => null);
    if (!reponse?.ok) return delete groupe.dataset.demandees;
    const page = new DOMParser().parseFromString(await reponse.text(), "text/html");
    liste.replaceChildren(...page.querySelectorAll("option"));
  });
  preparer(document);
  // A refused form comes back with new elements (saisie.js).
  document.addEventListener("saisie:remplacee", ({ detail }) => preparer(detail));
})();
