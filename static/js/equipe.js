// « Équipe »: how many people are ticked, the whole page in one tick, the panel of one person that Esc closes.
(() => {
  "use strict";
  const panneau = document.getElementById("panneau");
  let origine = null;

  const cases = () => [...document.querySelectorAll("#selection input[name=personne]")];

  function compter() {
    const dit = document.querySelector("[data-coches]");
    if (!dit) return;
    const ici = cases().filter((c) => c.checked).length;
    const ailleurs = Number(dit.dataset.ailleurs || 0);
    const nombre = ici + ailleurs;
    const reste = ailleurs ? `, dont ${ailleurs} sur d’autres pages` : "";
    dit.textContent = nombre ? `${nombre} personne${nombre > 1 ? "s cochées" : " cochée"}${reste}` : "Cochez des personnes";
    const page = document.getElementById("cocher-page");
    if (!page) return;
    page.checked = ici > 0 && ici === cases().length;
    page.indeterminate = ici > 0 && !page.checked;
  }

  document.addEventListener("change", ({ target }) => {
    if (target.id === "cocher-page") for (const une of cases()) une.checked = target.checked;
    if (target.closest("#selection")) compter();
  });

  function fermer() {
    if (!panneau?.firstElementChild) return;
    panneau.replaceChildren();
    origine?.focus();
  }

  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    if (panneau && detail.target === panneau) origine = detail.elt;
  });
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (panneau && detail.target === panneau) panneau.querySelector("h2").focus();
    else compter();
  });
  document.addEventListener("keydown", (evenement) => {
    if (evenement.key === "Escape" && !document.querySelector("dialog[open]")) fermer();
  });
  panneau?.addEventListener("click", (evenement) => {
    if (!evenement.target.closest("[data-fermer]")) return;
    evenement.preventDefault();
    fermer();
  });
  compter();
})();
