// A long list of boxes has a field that narrows it; what is ticked stays in sight. Without JavaScript the list is whole.
for (const legende of document.querySelectorAll("#div_id_concernees legend")) {
  const liste = legende.nextElementSibling;
  const lignes = [...liste.querySelectorAll(".form-check")];
  if (lignes.length < 12) continue;
  const simple = (texte) => texte.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const champ = Object.assign(document.createElement("input"), { type: "search", className: "form-control mb-2", autocomplete: "off", placeholder: "Chercher un nom" });
  champ.setAttribute("aria-label", "Chercher une personne dans la liste");
  const combien = Object.assign(document.createElement("p"), { className: "visually-hidden" });
  combien.setAttribute("role", "status");
  liste.before(champ, combien);
  champ.addEventListener("input", () => {
    const mots = simple(champ.value).split(/\s+/);
    for (const ligne of lignes) {
      const texte = simple(ligne.textContent);
      ligne.hidden = !ligne.querySelector("input").checked && !mots.every((mot) => texte.includes(mot));
    }
    for (const titre of liste.querySelectorAll("strong")) titre.hidden = champ.value !== "";
    combien.textContent = `${lignes.filter((ligne) => !ligne.hidden).length} personnes dans la liste`;
  });
  champ.addEventListener("keydown", (evenement) => {
    if (evenement.key === "Enter") evenement.preventDefault(); // the form is not sent by a search
  });
}
