// Ctrl+K: find a person in three letters, Enter opens their page, or the note when one came to write an entretien.
(() => {
  "use strict";
  const palette = document.getElementById("palette");
  if (!palette) return;
  const champ = palette.querySelector("input[name=q]");
  const resultats = document.getElementById("palette-resultats");
  const LIBELLES = { personne: "Rechercher une personne", entretien: "Saisir un entretien avec…", contact: "Contact rapide avec…" };
  const INVITES = { entretien: "Entretien avec… (nom, prénom)", contact: "Contact avec… (nom, prénom)" };

  function ouvrir(mode) {
    if (palette.open) return;
    palette.dataset.mode = mode;
    palette.ariaLabel = LIBELLES[mode];
    palette.querySelector("[data-palette-libelle]").textContent = LIBELLES[mode];
    champ.placeholder = INVITES[mode] || "Nom, prénom, téléphone, entreprise";
    champ.value = "";
    resultats.replaceChildren();
    palette.showModal();
  }

  const liens = () => [...resultats.querySelectorAll("a")];
  const choisi = () => resultats.querySelector("[aria-selected=true]");

  function choisir(lien) {
    for (const autre of liens()) autre.setAttribute("aria-selected", String(autre === lien));
    if (!lien) return champ.removeAttribute("aria-activedescendant");
    lien.id ||= `palette-${liens().indexOf(lien)}`;
    champ.setAttribute("aria-activedescendant", lien.id);
    lien.scrollIntoView({ block: "nearest" });
  }

  champ.addEventListener("htmx:configRequest", ({ detail }) => (detail.parameters.mode = palette.dataset.mode));
  resultats.addEventListener("htmx:afterSwap", () => {
    for (const liste of resultats.querySelectorAll("ul, ol")) {
      liste.setAttribute("role", "listbox");
      liste.ariaLabel ??= "Personnes trouvées";
    }
    for (const ligne of resultats.querySelectorAll("li")) ligne.setAttribute("role", "presentation");
    for (const lien of liens()) lien.setAttribute("role", "option");
    if (!choisi()) choisir(liens()[0]);
  });

  champ.addEventListener("keydown", (evenement) => {
    const pas = { ArrowDown: 1, ArrowUp: -1 }[evenement.key];
    if (pas) {
      evenement.preventDefault();
      const tous = liens();
      choisir(tous[(tous.indexOf(choisi()) + pas + tous.length) % tous.length]);
    } else if (evenement.key === "Enter") {
      evenement.preventDefault();
      choisi()?.click();
    }
  });

  for (const declencheur of document.querySelectorAll("[data-palette-ouvrir]")) {
    const mode = declencheur.dataset.paletteOuvrir;
    if (declencheur.matches("a")) {
      declencheur.addEventListener("click", (evenement) => {
        if (evenement.ctrlKey || evenement.metaKey) return;
        evenement.preventDefault();
        ouvrir(mode);
      });
    }
  }
  document.addEventListener("keydown", (evenement) => {
    if ((evenement.ctrlKey || evenement.metaKey) && evenement.key.toLowerCase() === "k") {
      evenement.preventDefault();
      ouvrir("personne");
    }
  });
  palette.addEventListener("click", ({ target }) => target === palette && palette.close());
})();
