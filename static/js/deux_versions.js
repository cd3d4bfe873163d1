// One draft written in two windows, or on two devices: neither is written over, whoever wrote both chooses.
(() => {
  "use strict";
  const Tremplin = window.Tremplin;
  const creer = (balise, className, ...dedans) => {
    const element = Object.assign(document.createElement(balise), { className });
    element.append(...dedans);
    return element;
  };
  const mots = (element) => element?.textContent.replace(/\s+/g, " ").trim();

  /** What the fields `nom` of `formulaire` read as with these values. */
  function enMots(champs, valeurs) {
    const dits = valeurs.map((valeur) => {
      const choix = champs.find((c) => /radio|checkbox/.test(c.type) && c.value === valeur)?.labels[0];
      return mots(choix || [...(champs[0].options || [])].find((option) => option.value === valeur)) || valeur;
    });
    return dits.filter(Boolean).join(", ") || "(vide)";
  }

  /** The fields that somebody fills, on which `mien` and `sien` ({name: [values]}) differ. */
  function ecarts(formulaire, mien, sien) {
    const visibles = [...formulaire.elements].filter((c) => c.name && !/^(hidden|submit|button|file|fieldset)$/.test(c.type));
    return [...new Set(visibles.map((c) => c.name))].flatMap((nom) => {
      const [ici, ailleurs] = [mien[nom] || [], sien[nom] || []];
      if (JSON.stringify(ici.filter(Boolean)) === JSON.stringify(ailleurs.filter(Boolean))) return [];
      const champs = visibles.filter((c) => c.name === nom);
      const groupe = /radio|checkbox/.test(champs[0].type) && champs[0].closest("fieldset")?.querySelector("legend");
      const titre = mots(groupe || champs[0].labels?.[0]) || nom;
      return [{ nom, titre, ici, ailleurs, texte: champs.length === 1 && champs[0].localName === "textarea" }];
    });
  }

  const versions = (formulaire, { nom, titre, ici, ailleurs }) => {
    const champs = [...formulaire.elements].filter((c) => c.name === nom);
    const cote = (entete, valeurs) => creer("div", "", creer("strong", "", entete), enMots(champs, valeurs));
    const deux = creer("div", "versions", cote("Écrit ici", ici), cote("Écrit ailleurs", ailleurs));
    return [creer("h3", "", titre), deux];
  };

  /** Show what is typed in the form of `brouillon` beside `autre`, the draft of the server; false when both say the same. */
  Tremplin.opposer = (brouillon, autre) => {
    const { formulaire } = brouillon;
    const mien = brouillon.lire();
    const opposes = ecarts(formulaire, mien, autre.champs);
    if (!opposes.length) return false;
    brouillon.suspendu = brouillon.sale = true;
    brouillon.echecs += 1; // the browser asks before this page is left
    brouillon.secourir();
    formulaire.querySelector("[data-reprise]")?.remove();
    const bouton = (texte, champs, classe = "btn-outline-secondary") => {
      const element = creer("button", `btn ${classe}`, texte);
      element.type = "button";
      element.addEventListener("click", () => garder(champs));
      return element;
    };
    const garder = (champs) => {
      section.remove();
      formulaire.hidden = false;
      if (champs !== mien) Tremplin.remplir(formulaire, champs);
      brouillon.le = autre.le;
      brouillon.existe = true;
      brouillon.reprendre();
      formulaire.querySelector("textarea, input:not([type=hidden])")?.focus();
    };
    const textes = opposes.filter(({ texte, ici, ailleurs }) => texte && ici[0] && ailleurs[0]);
    const lesDeux = { ...mien, ...Object.fromEntries(textes.map((t) => [t.nom, [`${t.ailleurs[0]}\n\n${t.ici[0]}`]])) };
    const boutons = creer("div", "boutons", bouton("Garder ce qui est écrit ici", mien, "btn-primary"), bouton("Prendre l’autre", autre.champs));
    if (textes.length) boutons.append(bouton("Garder les deux textes", lesDeux));
    const titre = creer("h2", "mb-2", "Vous avez écrit ce texte à deux endroits");
    const phrase = `Une autre fenêtre, ou un autre appareil, a enregistré ce brouillon à ${autre.heure}. Rien n’est perdu\u00a0: choisissez ce qui doit rester.`;
    const section = creer("section", "card", titre, creer("p", "", phrase), ...opposes.flatMap((ecart) => versions(formulaire, ecart)), boutons);
    titre.id = "titre-deux-versions";
    section.id = "deux-versions";
    section.tabIndex = -1;
    section.setAttribute("aria-labelledby", "titre-deux-versions");
    document.getElementById("deux-versions")?.remove();
    formulaire.before(section);
    formulaire.hidden = true;
    section.focus();
    return true;
  };
})();
