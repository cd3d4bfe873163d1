// Ctrl+K: three letters find people, firms, documents, things to do; Enter opens the one chosen, by default the first.
// Opened to write about somebody (`mode`), it finds people only and leads to what is written.
(() => {
  "use strict";
  const palette = document.getElementById("palette");
  if (!palette) return;
  const champ = palette.querySelector("input[name=q]");
  const resultats = document.getElementById("palette-resultats");
  const LIBELLES = { tout: "Rechercher", entretien: "Saisir un entretien avec…", contact: "Contact rapide avec…" };
  let montrees = ""; // what the answers shown were asked with
  let presse = false; // Enter came before the answers
  const INVITES = { entretien: "Entretien avec… (nom, prénom)", contact: "Contact avec… (nom, prénom)" };

  function ouvrir(mode) {
    if (palette.open) return;
    palette.dataset.mode = mode;
    palette.ariaLabel = LIBELLES[mode];
    palette.querySelector("[data-palette-libelle]").textContent = LIBELLES[mode];
    champ.placeholder = INVITES[mode] || "Nom, naissance, téléphone, entreprise…";
    champ.value = montrees = "";
    resultats.replaceChildren();
    nommer();
    palette.showModal();
  }

  const options = () => [...resultats.querySelectorAll("a, button")];
  const choisie = () => resultats.querySelector("[aria-selected=true]");

  function choisir(option) {
    for (const autre of options()) autre.setAttribute("aria-selected", String(autre === option));
    if (!option) return champ.removeAttribute("aria-activedescendant");
    option.id ||= `palette-${options().indexOf(option)}`;
    champ.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  /** The answers are a page's headings and lists: here they are the options of one list box, in groups. */
  function nommer() {
    const trouvees = options();
    champ.ariaExpanded = String(trouvees.length > 0);
    if (trouvees.length) Object.assign(resultats, { role: "listbox", ariaLabel: "Réponses" });
    else for (const attribut of ["role", "aria-label"]) resultats.removeAttribute(attribut);
    for (const groupe of resultats.querySelectorAll("section")) groupe.role = "group";
    for (const element of resultats.querySelectorAll("h2, ul, li")) element.role = "presentation";
    for (const option of trouvees) Object.assign(option, { role: "option", tabIndex: -1 });
    const compte = resultats.querySelector("[data-nombre]");
    document.getElementById("palette-compte").textContent = compte?.textContent || "";
    compte?.remove();
    choisir(trouvees[0]?.dataset.deLoin === undefined ? trouvees[0] : null); // Enter opens nobody who only looks alike
  }

  champ.addEventListener("htmx:configRequest", ({ detail }) => (detail.parameters.mode = palette.dataset.mode));
  champ.addEventListener("input", () => (presse = false));
  resultats.addEventListener("htmx:afterSwap", ({ detail }) => {
    nommer();
    montrees = detail.requestConfig.parameters.q;
    if (presse && montrees === champ.value) choisie()?.click();
  });

  champ.addEventListener("keydown", (evenement) => {
    const pas = { ArrowDown: 1, ArrowUp: -1 }[evenement.key];
    if (pas) {
      evenement.preventDefault();
      const toutes = options();
      const rang = choisie() ? toutes.indexOf(choisie()) + pas : Math.min(pas, 0);
      choisir(toutes[(rang + toutes.length) % toutes.length]);
    } else if (evenement.key === "Enter") {
      evenement.preventDefault();
      if (montrees === champ.value) choisie()?.click();
      else presse = true;
    }
  });

  for (const declencheur of document.querySelectorAll("[data-palette-ouvrir]")) {
    const mode = declencheur.dataset.paletteOuvrir;
    declencheur.addEventListener("click", (evenement) => {
      if (evenement.ctrlKey || evenement.metaKey) return;
      evenement.preventDefault();
      ouvrir(mode);
    });
  }
  document.addEventListener("keydown", (evenement) => {
    if ((evenement.ctrlKey || evenement.metaKey) && evenement.key.toLowerCase() === "k") {
      evenement.preventDefault();
      ouvrir("tout");
    }
  });
  palette.addEventListener("click", ({ target }) => target === palette && palette.close());
})();
