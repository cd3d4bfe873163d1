// After htmx has replaced what had the focus, the focus is on the same control of what came, else at its beginning:
// without this it would be lost at the top of the page (RGAA 12.8). A page that knows better moves it afterwards.
// What is new in a part marked `data-dire` (a count) is said in the region that does not go.
(() => {
  "use strict";
  const COMMANDES = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const nommer = (e) => (e.getAttribute("aria-label") || e.value || e.textContent).replace(/[↑↓]/g, "").trim();
  let perdu = null; // what had the focus, when it was in what goes

  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const e = document.activeElement;
    perdu = null;
    if (!e || e === document.body || !detail.target.contains(e)) return;
    const lieu = e.parentElement.closest("[id]")?.id;
    perdu = { id: e.id, genre: e.localName, nom: e.name, dit: nommer(e), lieu, remplace: e === detail.target };
  });

  /** The same control in `zone`: its name and what it says, else its name alone. */
  function pareil({ id, genre, nom, dit }, zone) {
    if (id && document.getElementById(id)) return document.getElementById(id);
    const siennes = [...zone.querySelectorAll(genre)].filter((e) => e.matches(COMMANDES) && e.name === nom && !e.disabled);
    return siennes.find((e) => nommer(e) === dit) || (nom && siennes.length === 1 ? siennes[0] : null);
  }

  /** The beginning of what came: its own focus, its heading or the whole of it. */
  function debut(zone) {
    const e = zone.matches("[tabindex]") ? zone : zone.querySelector("h2, h3") || zone.querySelector(COMMANDES) || zone;
    if (!e.matches(COMMANDES)) e.tabIndex = -1;
    return e;
  }

  const texte = (e) => e.textContent.trim().replace(/\s+/g, " ");
  const parties = () => [...document.querySelectorAll("[data-dire]")];
  let dites = parties().map(texte);

  function dire(remplacee) {
    const nouvelles = parties().filter((e) => remplacee.contains(e) || !dites.includes(texte(e)));
    dites = parties().map(texte);
    if (nouvelles.length) document.getElementById("dit").textContent = nouvelles.map(texte).join(". ");
  }

  document.addEventListener("htmx:afterSettle", ({ target }) => {
    const voulu = perdu;
    perdu = null;
    dire(target);
    if (!voulu || document.activeElement !== document.body || !target.isConnected) return;
    const lieu = document.getElementById(voulu.lieu);
    const meme = voulu.remplace ? null : pareil(voulu, lieu || target);
    (meme || (lieu?.matches("[tabindex]") && target.contains(lieu) ? lieu : debut(target))).focus();
  });
})();
