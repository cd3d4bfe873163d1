// Ma journée: what is ticked, missed or planned again changes in place; the focus stays there, « Annuler » is offered.
const LIEUX = ["a-faire", "rendez-vous"];

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (!LIEUX.includes(detail.target.id)) return;
  const lieu = document.getElementById(detail.target.id);
  const carte = detail.requestConfig.elt.closest("article")?.getAttribute("aria-labelledby");
  const suite = carte
    ? document.getElementById(carte)?.closest("article").querySelector(".rdv-actions button, .rdv-actions a")
    : lieu.querySelector(".cocher");
  (suite || lieu.querySelector("h2")).focus();
  for (const annonce of document.querySelectorAll("#annonces [data-annonce]")) {
    const phrase = annonce.querySelector("p").textContent;
    const defaire = annonce.querySelector("form")?.getAttribute("action");
    annonce.remove();
    if (defaire) window.Tremplin.annoncerAnnulable(phrase, defaire);
    else window.Tremplin.annoncer(phrase);
  }
});
