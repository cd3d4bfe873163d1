// A passkey is created or read by the browser; what it answers goes with the form. Needs allauth's webauthn-json.js.
(() => {
  "use strict";
  const donnees = document.getElementById("js_data");
  const dire = (formulaire, message) => {
    const zone = formulaire.querySelector("[role=alert]");
    zone.textContent = message;
    zone.hidden = false;
  };
  const pourquoi = (erreur) =>
    erreur.name === "NotAllowedError"
      ? "La clé n’a pas été lue : recommencez, ou choisissez une autre façon."
      : "Ce navigateur ne lit pas de clé à cette adresse. Choisissez l’application.";

  for (const formulaire of document.querySelectorAll("[data-cle]")) {
    formulaire.addEventListener("submit", async (evenement) => {
      evenement.preventDefault();
      const options = JSON.parse(donnees.textContent);
      try {
        const reponse =
          formulaire.dataset.cle === "creer"
            ? await window.webauthnJSON.create(options.creation_options)
            : await window.webauthnJSON.get(options.request_options);
        formulaire.elements.credential.value = JSON.stringify(reponse);
        formulaire.submit();
      } catch (erreur) {
        dire(formulaire, pourquoi(erreur));
      }
    });
  }
})();
