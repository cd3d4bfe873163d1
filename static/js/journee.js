// Ma journée: an action ticked leaves the list in place; the focus stays there, and « Annuler » is offered.
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.target.id !== "a-faire") return;
  const liste = document.getElementById("a-faire");
  (liste.querySelector(".cocher") || liste.querySelector("h2")).focus();
  for (const annonce of document.querySelectorAll("#annonces [data-annonce]")) {
    const phrase = annonce.querySelector("p").textContent;
    const defaire = annonce.querySelector("form")?.getAttribute("action");
    annonce.remove();
    if (defaire) window.Tremplin.annoncerAnnulable(phrase, defaire);
    else window.Tremplin.annoncer(phrase);
  }
});
