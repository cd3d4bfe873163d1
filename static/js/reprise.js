// Putting a draft back into its form, and the way to start again from nothing.
(() => {
  "use strict";
  const Tremplin = window.Tremplin;

  function ajouterLesLignes(formulaire, champs) {
    for (const total of formulaire.querySelectorAll("input[name$='-TOTAL_FORMS']")) {
      const bouton = total.closest("[data-lignes]")?.querySelector("[data-ajouter-ligne]");
      const voulu = Math.min(Number(champs[total.name]?.[0] || 0), 30);
      while (bouton && Number(total.value) < voulu) bouton.click();
    }
  }

  /** Give the fields of `formulaire` the values of `champs` ({name: [values]}). */
  Tremplin.remplir = (formulaire, champs) => {
    ajouterLesLignes(formulaire, champs);
    const rangs = new Map();
    for (const champ of formulaire.elements) {
      if (!champ.name || champ.type === "file" || ["csrfmiddlewaretoken", "brouillon"].includes(champ.name)) continue;
      const valeurs = champs[champ.name] || [];
      if (champ.type === "checkbox" || champ.type === "radio") {
        champ.checked = valeurs.includes(champ.value);
      } else if (champ.multiple && champ.options) {
        for (const option of champ.options) option.selected = valeurs.includes(option.value);
      } else if (champ.type === "hidden") {
        if (valeurs[0] && !champ.name.endsWith("_FORMS")) champ.value = valeurs[0];
      } else if (champ.type !== "submit" && champ.type !== "button") {
        const rang = rangs.get(champ.name) ?? 0;
        rangs.set(champ.name, rang + 1);
        if (valeurs[rang] !== undefined) champ.value = valeurs[rang];
      }
    }
    for (const repli of formulaire.querySelectorAll("details")) {
      const rempli = [...repli.querySelectorAll("textarea, input[type=text]")].some((champ) => champ.value);
      if (rempli) repli.open = true;
    }
  };

  /** One goes on where one stopped: at the end of the first text put back, unless one is somewhere else already. */
  Tremplin.placerLeCurseur = (formulaire) => {
    const repris = [...formulaire.elements].find((e) => e.matches("textarea, input[type=text]") && e.value !== e.defaultValue);
    if (!repris || ![null, document.body, repris].includes(document.activeElement)) return;
    repris.focus({ preventScroll: true });
    repris.setSelectionRange(repris.value.length, repris.value.length);
  };

  function quand(le) {
    const date = new Date(le);
    const heure = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit" }).format(date);
    if (date.toDateString() === new Date().toDateString()) return `Brouillon de ${heure} repris.`;
    const jour = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long" }).format(date);
    return `Brouillon du ${jour} à ${heure} repris.`;
  }

  /** Say that a draft was put back, and offer to start from nothing (which can itself be undone). */
  Tremplin.annoncerReprise = (brouillon, garde) => {
    const { formulaire } = brouillon;
    const avis = formulaire.querySelector("[data-reprise]") || document.createElement("p");
    const bouton = Object.assign(document.createElement("button"), { type: "button", textContent: "Repartir de zéro" });
    avis.className = "reprise";
    avis.setAttribute("role", "status");
    if (!avis.isConnected) formulaire.prepend(avis); // a copy of this tab, of which the server knew nothing
    const dite = garde.heure && avis.firstChild; // with the page, in the time of the server
    avis.replaceChildren(dite || `${quand(garde.le)} `, bouton);
    requestAnimationFrame(() => setTimeout(() => (avis.dataset.reprise = "faite"))); // once the text has its place
    bouton.addEventListener("click", async () => {
      avis.remove();
      formulaire.reset();
      await brouillon.supprimer().catch(() => {});
      brouillon.suspendu = brouillon.existe = false;
      brouillon.dire("non-enregistre", "");
      formulaire.querySelector("textarea, input:not([type=hidden])")?.focus();
      Tremplin.annoncerAnnulable("Brouillon effacé.", () => {
        Tremplin.remplir(formulaire, garde.champs);
        brouillon.noter();
      });
    });
  };
})();
