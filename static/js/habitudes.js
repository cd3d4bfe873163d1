// Beside the note, once somebody writes in it: as last time, the durations that one notes most often, one's places.
(() => {
  "use strict";
  const Tremplin = window.Tremplin;

  async function proposer(formulaire) {
    const place = formulaire.querySelector("[data-habitudes]");
    if (!place || place.dataset.demandees) return;
    place.dataset.demandees = "1";
    const reponse = await fetch(place.dataset.habitudes).catch(() => null);
    if (!reponse?.ok) return delete place.dataset.demandees;
    const page = new DOMParser().parseFromString(await reponse.text(), "text/html");
    place.replaceChildren(...page.body.childNodes);
    accorder(formulaire);
    place.dispatchEvent(new Event("habitudes:la", { bubbles: true }));
  }

  /** The button of a duration says whether it is the one chosen. */
  function accorder(formulaire) {
    const duree = formulaire.elements.duree_minutes?.value;
    for (const bouton of formulaire.querySelectorAll("[data-minutes]")) bouton.ariaPressed = String(bouton.dataset.minutes === duree);
  }

  function durer(formulaire, minutes) {
    const liste = formulaire.elements.duree_minutes;
    if (minutes && ![...liste.options].some((option) => option.value === minutes)) liste.add(new Option(`${minutes} min`, minutes));
    liste.value = minutes;
  }

  function cocher(formulaire, nom, valeurs) {
    for (const champ of formulaire.querySelectorAll(`input[name="${nom}"]`)) champ.checked = valeurs.includes(champ.value);
  }

  function commeLaDerniereFois(formulaire, { mode, genre, duree, lieu, themes, accompagnements }) {
    const saisie = new FormData(formulaire);
    const avant = Object.fromEntries([...new Set(saisie.keys())].map((nom) => [nom, saisie.getAll(nom)]));
    cocher(formulaire, "mode", [mode]);
    cocher(formulaire, "themes", themes.split(" "));
    cocher(formulaire, "accompagnements", accompagnements.split(" "));
    formulaire.elements.genre.value = genre;
    formulaire.elements.lieu.value = lieu;
    if (duree) durer(formulaire, duree);
    noter(formulaire);
    Tremplin.annoncerAnnulable("Genre, lieu, durée et thèmes repris de la dernière fois.", () => {
      Tremplin.remplir(formulaire, avant);
      noter(formulaire);
    });
  }

  function noter(formulaire) {
    accorder(formulaire);
    formulaire.dispatchEvent(new Event("input", { bubbles: true }));
    formulaire.elements.compte_rendu.focus();
  }

  document.addEventListener("focusin", ({ target }) => {
    const formulaire = target.closest?.("form.quick");
    if (formulaire) proposer(formulaire);
  });
  document.addEventListener("change", ({ target }) => target.name === "duree_minutes" && accorder(target.form));
  document.addEventListener("click", ({ target }) => {
    const bouton = target.closest("[data-minutes], [data-reprendre]");
    if (!bouton) return;
    const formulaire = bouton.closest("form");
    if (bouton.dataset.minutes) {
      durer(formulaire, bouton.dataset.minutes);
      noter(formulaire);
    } else {
      commeLaDerniereFois(formulaire, bouton.dataset);
    }
  });
})();
