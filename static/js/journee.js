// Ma journée: what is noted, ticked, missed or planned again changes in place; the focus stays there, « Annuler » is offered.
(() => {
  "use strict";
  const LIEUX = ["a-faire", "rendez-vous", "journee"];

  // --- The note box opens in the line of its appointment, one at a time ---------------------------
  function fermer(place) {
    const formulaire = place.querySelector("form");
    if (!formulaire) return;
    formulaire.dispatchEvent(new Event("saisie:fermee"));
    place.replaceChildren();
  }

  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const { target } = detail;
    if (!target.matches(".note-en-place")) return;
    detail.shouldSwap = !target.querySelector("form"); // « Noter » pressed again
    for (const place of document.querySelectorAll(".note-en-place")) if (place !== target) fermer(place);
    target.querySelector("textarea")?.focus();
  });

  function ouvrir(place) {
    const formulaire = place.querySelector("form");
    document.dispatchEvent(new CustomEvent("saisie:remplacee", { detail: formulaire }));
    formulaire.querySelector("textarea").focus();
  }

  const refermer = (place) => {
    fermer(place);
    place.closest("article").querySelector(".rdv-actions a").focus();
  };
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-fermer-note]")) refermer(target.closest(".note-en-place"));
  });
  document.addEventListener("keydown", ({ key, target, isComposing }) => {
    const place = target.closest?.(".note-en-place");
    if (place && key === "Escape" && !isComposing) refermer(place);
  });

  // Once it is saved, the day is read again, and one is at the next line.
  document.addEventListener("saisie:faite", (evenement) => {
    const place = evenement.target.closest(".note-en-place");
    if (!place) return;
    evenement.preventDefault();
    fermer(place);
    history.replaceState(null, "", evenement.detail);
    const lieu = { target: "#journee", select: "#journee", selectOOB: "#annonces:innerHTML", swap: "outerHTML" };
    window.htmx.ajax("GET", location.pathname + location.search, lieu);
  });

  // --- After a change in place -----------------------------------------------------------------
  function reprendre(lieu, origine) {
    if (lieu.id === "journee") return document.querySelector(location.hash || "h2");
    const carte = origine.closest("article")?.getAttribute("aria-labelledby");
    const suite = carte
      ? document.getElementById(carte)?.closest("article").querySelector(".rdv-actions button, .rdv-actions a")
      : lieu.querySelector(".cocher");
    return suite || lieu.querySelector("h2");
  }

  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (detail.target.matches(".note-en-place")) return ouvrir(detail.target);
    if (!LIEUX.includes(detail.target.id)) return;
    reprendre(document.getElementById(detail.target.id), detail.requestConfig.elt)?.focus();
    for (const annonce of document.querySelectorAll("#annonces [data-annonce]")) {
      const phrase = annonce.querySelector("p").textContent;
      const defaire = annonce.querySelector("form")?.getAttribute("action");
      annonce.remove();
      if (defaire) window.Tremplin.annoncerAnnulable(phrase, defaire);
      else window.Tremplin.annoncer(phrase, annonce.classList[1]);
    }
  });
})();
