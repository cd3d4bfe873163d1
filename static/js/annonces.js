// What has just happened, said in the live region, and « Annuler » for ten seconds.
(() => {
  "use strict";
  const Tremplin = (window.Tremplin = window.Tremplin || {});
  const zone = document.getElementById("annonces");
  const DUREE = 6;

  /** One icon of the sprite. */
  Tremplin.icone = (nom) => {
    const modele = document.querySelector("svg.ic").cloneNode(true);
    const dessin = modele.querySelector("use");
    dessin.setAttribute("href", `${dessin.getAttribute("href").split("#")[0]}#icone-${nom}`);
    modele.setAttribute("class", "ic");
    return modele;
  };

  /** Let an announcement leave by itself, never while it is pointed at or focused. */
  function laisserPartir(annonce) {
    let reste = Number(annonce.dataset.annonce || DUREE);
    const horloge = setInterval(() => {
      if (annonce.matches(":hover, :focus-within")) return;
      reste -= 1;
      if (reste > 0) return;
      clearInterval(horloge);
      annonce.remove();
    }, 1000);
  }

  function montrer(modele, phrase, classe = "success") {
    const annonce = document.getElementById(modele).content.firstElementChild.cloneNode(true);
    annonce.classList.add(classe);
    annonce.querySelector("p").textContent = phrase;
    zone.append(annonce);
    laisserPartir(annonce);
    return annonce;
  }

  Tremplin.annoncer = (phrase, classe) => montrer("modele-annonce", phrase, classe);

  /** Announce what was done; `defaire` is an address to POST to, or a function. */
  Tremplin.annoncerAnnulable = (phrase, defaire) => {
    const annonce = montrer("modele-annulation", phrase);
    const formulaire = annonce.querySelector("form");
    if (typeof defaire === "string") {
      formulaire.action = defaire;
      return;
    }
    formulaire.addEventListener("submit", (evenement) => {
      evenement.preventDefault();
      annonce.remove();
      defaire();
    });
  };

  for (const annonce of zone.querySelectorAll("[data-annonce]")) laisserPartir(annonce);
  // What comes with the page is in its region from the start, hence not read out: it is put there again.
  addEventListener("load", () => setTimeout(() => zone.append(...zone.children), 200));
  document.body.addEventListener("annulable", ({ detail }) => Tremplin.annoncerAnnulable(detail.phrase, detail.url));

  // On a phone the tabs scroll: the one that the page stands under is in sight.
  document.querySelector(".onglets [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

  // Whose page this is stays in sight once its heading does not.
  const deQui = document.querySelector(".de-qui p");
  if (deQui) {
    const regard = new IntersectionObserver(([titre]) => {
      deQui.hidden = titre.isIntersecting || titre.boundingClientRect.top > 0;
    });
    regard.observe(document.querySelector(".ph h1"));
  }

  // Menus made of <details> close like menus.
  document.addEventListener("click", ({ target }) => {
    for (const menu of document.querySelectorAll("details[data-menu][open]")) if (!menu.contains(target)) menu.open = false;
  });
  document.addEventListener("keydown", ({ key }) => {
    const menu = key === "Escape" && document.querySelector("details[data-menu][open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
})();
