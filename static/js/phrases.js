// « / » at the start of a word of the note opens one's phrases: letters narrow, arrows and Enter (or a finger) choose.
(() => {
  "use strict";
  const APPEL = /(^|\s)\/([^\s/]{0,40})$/;
  const simple = (texte) => texte.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let ouverte = null; // { champ, liste, debut }

  const options = () => [...ouverte.liste.querySelectorAll("[role=option]:not([hidden])")];
  const choisie = () => ouverte.liste.querySelector("[aria-selected=true]");

  function choisir(option) {
    for (const une of ouverte.liste.querySelectorAll("[role=option]")) une.ariaSelected = String(une === option);
    if (!option) return ouverte.champ.removeAttribute("aria-activedescendant");
    ouverte.champ.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function ouvrir(champ, debut, cherche) {
    const liste = champ.form.querySelector(".phrases");
    if (!liste) return;
    ouverte = { champ, liste, debut };
    for (const option of liste.querySelectorAll("[role=option]")) {
      option.hidden = !simple(option.querySelector("strong").textContent).split(" ").some((mot) => mot.startsWith(simple(cherche)));
    }
    const trouvees = options();
    if (!trouvees.length) return fermer();
    champ.setAttribute("aria-controls", liste.id);
    liste.hidden = false;
    choisir(trouvees[0]);
    dire(trouvees.length > 1 ? `${trouvees.length} phrases : flèches pour choisir, Entrée pour écrire` : "1 phrase : Entrée pour l’écrire");
  }

  const dire = (texte) => (ouverte.champ.form.querySelector("[data-phrases-compte]").textContent = texte);

  function fermer() {
    if (!ouverte) return;
    ouverte.liste.hidden = true;
    ouverte.champ.removeAttribute("aria-activedescendant");
    ouverte.champ.removeAttribute("aria-controls");
    dire("");
    ouverte = null;
  }

  /** Written as typing would, so that Ctrl+Z takes it back and the draft is kept. */
  function ecrire(option) {
    const { champ, debut } = ouverte;
    const texte = option.querySelector("[data-texte]").textContent;
    fermer();
    champ.focus();
    champ.setSelectionRange(debut, champ.selectionStart);
    if (document.execCommand("insertText", false, texte)) return;
    champ.setRangeText(texte, debut, champ.selectionEnd, "end");
    champ.dispatchEvent(new Event("input", { bubbles: true }));
  }

  document.addEventListener("input", ({ target }) => {
    if (!target.matches?.("form.quick textarea")) return;
    const appel = APPEL.exec(target.value.slice(0, target.selectionStart));
    if (appel) ouvrir(target, target.selectionStart - appel[2].length - 1, appel[2]);
    else fermer();
  });

  // Before the other listeners: Enter must not send, nor Escape close the note, while the list is open.
  addEventListener("keydown", (evenement) => {
    if (!ouverte || evenement.isComposing || evenement.ctrlKey || evenement.metaKey) return;
    const pas = { ArrowDown: 1, ArrowUp: -1 }[evenement.key];
    const toutes = options();
    if (pas) choisir(toutes[(toutes.indexOf(choisie()) + pas + toutes.length) % toutes.length]);
    else if (evenement.key === "Enter" || evenement.key === "Tab") ecrire(choisie());
    else if (evenement.key === "Escape") fermer();
    else return;
    evenement.preventDefault();
    evenement.stopPropagation();
  }, true);

  document.addEventListener("mousedown", (evenement) => evenement.target.closest?.(".phrases") && evenement.preventDefault());
  document.addEventListener("click", ({ target }) => {
    const bouton = target.closest("[data-phrases-ouvrir]");
    if (bouton) {
      const champ = bouton.closest("form").elements.compte_rendu;
      champ.focus();
      return ouvrir(champ, champ.selectionStart, "");
    }
    const option = target.closest(".phrases [role=option]");
    if (option) ecrire(option);
    else if (ouverte && target !== ouverte.champ) fermer();
  });
})();
