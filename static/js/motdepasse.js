// « Afficher » beside each password: what is typed can be read over, and pasted as anywhere.
(() => {
  "use strict";
  for (const champ of document.querySelectorAll("input[type=password]")) {
    const cadre = document.createElement("div");
    const bouton = document.createElement("button");
    cadre.className = "mot-de-passe";
    Object.assign(bouton, { type: "button", className: "btn btn-outline-secondary" });
    bouton.setAttribute("aria-controls", champ.id);
    champ.replaceWith(cadre);
    cadre.append(champ, bouton);
    const montrer = (visible) => {
      champ.type = visible ? "text" : "password";
      bouton.textContent = visible ? "Masquer" : "Afficher";
    };
    montrer(false);
    bouton.addEventListener("click", () => montrer(champ.type === "password"));
    champ.form?.addEventListener("submit", () => montrer(false)); // a browser keeps what is typed in a plain field
  }
})();
