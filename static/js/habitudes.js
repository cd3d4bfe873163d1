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
    const durees = page.querySelector("[data-durees]")?.dataset.durees;
    if (durees === undefined) return delete place.dataset.demandees; // the session is over: that page is another one
    place.replaceChildren(...page.body.childNodes);
    ranger(formulaire, durees.split(" ").filter(Boolean));
    place.dispatchEvent(new Event("habitudes:la", { bubbles: true }));
  }

  /** The list of durations begins with those that one notes most often. */
  function ranger(formulaire, minutes) {
    const liste = formulaire.elements.duree_minutes;
    if (!liste || !minutes.length) return;
    const choisie = liste.value;
    const habituelles = Object.assign(document.createElement("optgroup"), { label: "Le plus souvent" });
    for (const une of minutes) {
      ajouter(liste, une);
      habituelles.append([...liste.options].find((option) => option.value === une));
    }
    const autres = Object.assign(document.createElement("optgroup"), { label: "Autres durées" });
    autres.append(...liste.children);
    liste.append(habituelles, autres);
    liste.value = choisie;
  }

  function ajouter(liste, minutes) {
    if (![...liste.options].some((option) => option.value === minutes)) liste.add(new Option(`${minutes} min`, minutes));
  }

  function durer(formulaire, minutes) {
    const liste = formulaire.elements.duree_minutes;
    ajouter(liste, minutes);
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
    formulaire.dispatchEvent(new Event("input", { bubbles: true }));
    formulaire.elements.compte_rendu.focus();
  }

  document.addEventListener("focusin", ({ target }) => {
    const formulaire = target.closest?.("form.quick");
    if (formulaire) proposer(formulaire);
  });
  document.addEventListener("click", ({ target }) => {
    const bouton = target.closest("[data-reprendre]");
    if (bouton) commeLaDerniereFois(bouton.closest("form"), bouton.dataset);
  });
})();
