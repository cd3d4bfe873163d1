// The import: the chosen file is named, and a cell of the grid is corrected from the keyboard (Enter, F2 or a letter, Escape).
(() => {
  "use strict";

  const depot = document.querySelector("[data-depot]");
  if (depot) {
    const champ = depot.querySelector('input[type="file"]');
    const zone = champ.closest(".depot");
    const dire = () => {
      const fichier = champ.files[0];
      depot.querySelector("[data-choisi]").textContent = fichier ? fichier.name : "";
    };
    champ.addEventListener("change", dire);
    champ.addEventListener("dragenter", () => zone.classList.add("survol"));
    for (const fin of ["dragleave", "drop"]) champ.addEventListener(fin, () => zone.classList.remove("survol"));
    dire();
  }

  const FLECHES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const grille = () => document.querySelector("[data-grille]");
  const cellules = (ligne) => [...ligne.querySelectorAll("td[data-rang]")];

  /** One cell only is in the order of Tab; the arrows move it. */
  function preparer() {
    const table = grille();
    if (!table) return;
    const toutes = [...table.querySelectorAll("td[data-rang]")];
    for (const cellule of toutes) cellule.tabIndex = -1;
    const premiere = table.querySelector(".fautif[data-rang]") || toutes[0];
    if (premiere) premiere.tabIndex = 0;
  }

  function viser(cellule) {
    for (const autre of grille().querySelectorAll('td[tabindex="0"]')) autre.tabIndex = -1;
    cellule.tabIndex = 0;
    cellule.focus();
  }

  function bouger(cellule, [lignes, colonnes]) {
    const rangees = [...grille().querySelectorAll("tr[data-numero]")].filter((ligne) => cellules(ligne).length);
    const rangee = rangees.indexOf(cellule.parentElement) + lignes;
    const colonne = cellules(cellule.parentElement).indexOf(cellule) + colonnes;
    const suivante = rangees[rangee] && cellules(rangees[rangee])[colonne];
    if (suivante) viser(suivante);
  }

  function editer(cellule) {
    if (cellule.classList.contains("edite")) return;
    const avant = cellule.textContent;
    const champ = document.createElement(avant.includes("\n") ? "textarea" : "input");
    champ.className = "form-control";
    champ.value = avant;
    champ.setAttribute("aria-label", cellule.dataset.libelle);
    champ.autocomplete = "off";
    cellule.classList.add("edite");
    cellule.replaceChildren(champ);
    champ.focus();
    champ.select();

    let ouvert = true; // removing a focused field blurs it: it is closed once
    const fermer = (texte) => {
      ouvert = false;
      cellule.classList.remove("edite");
      cellule.textContent = texte;
    };
    champ.addEventListener("keydown", (evenement) => {
      evenement.stopPropagation();
      if (evenement.key === "Escape") {
        fermer(avant);
        viser(cellule);
      } else if (evenement.key === "Enter" && !(evenement.shiftKey && champ.tagName === "TEXTAREA")) {
        evenement.preventDefault();
        envoyer(cellule, champ.value, avant, fermer);
      }
    });
    champ.addEventListener("blur", () => ouvert && envoyer(cellule, champ.value, avant, fermer, false));
  }

  function envoyer(cellule, texte, avant, fermer, reprendre = true) {
    fermer(texte);
    if (texte === avant) return reprendre && viser(cellule);
    const { voir, page } = grille().dataset;
    const ligne = cellule.parentElement;
    const ici = { numero: ligne.dataset.numero, rang: cellule.dataset.rang, reprendre };
    const values = { [`cellule_${ici.rang}`]: texte, voir, page };
    htmx
      .ajax("POST", ligne.dataset.url, { source: "#grille", target: "#grille", swap: "outerHTML", values })
      .then(() => retrouver(ici));
    return undefined;
  }

  /** After the server's answer the table is new: back to the same cell, and the counts are said. */
  function retrouver({ numero, rang, reprendre }) {
    preparer();
    const meme = document.querySelector(`#ligne-${numero} td[data-rang="${rang}"]`);
    const cellule = meme || document.querySelector('[data-grille] td[tabindex="0"]');
    if (cellule && reprendre) viser(cellule);
    const section = document.getElementById("grille");
    document.getElementById("grille-etat").textContent = `Corrigé. ${section.dataset.resume}`;
  }

  document.addEventListener("keydown", (evenement) => {
    const cellule = evenement.target.closest?.("td[data-rang]");
    if (!cellule || cellule.classList.contains("edite")) return;
    if (evenement.key === "Enter" || evenement.key === "F2") {
      evenement.preventDefault();
      editer(cellule);
    } else if (FLECHES[evenement.key]) {
      evenement.preventDefault();
      bouger(cellule, FLECHES[evenement.key]);
    } else if (evenement.key.length === 1 && !evenement.ctrlKey && !evenement.metaKey && !evenement.altKey) {
      editer(cellule); // as in a spreadsheet, what is typed replaces what the cell says
    }
  });
  document.addEventListener("click", ({ target }) => {
    const cellule = target.closest?.("td[data-rang]");
    if (cellule && !cellule.classList.contains("edite")) editer(cellule);
  });
  document.addEventListener("htmx:afterSwap", ({ target }) => target.id === "grille" && preparer());
  preparer();
})();
