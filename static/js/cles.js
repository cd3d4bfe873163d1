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
      : "Ce navigateur ne lit pas de clé à cette adresse, ou le réseau manque. Choisissez une autre façon.";

  const lues = () => JSON.parse(donnees.textContent);
  const GESTES = {
    /** A key that the device can keep opens the session by itself; a simple USB key is a second factor only. */
    creer() {
      const { creation_options: demande } = lues();
      demande.publicKey.authenticatorSelection.residentKey = "preferred";
      return window.webauthnJSON.create(demande);
    },
    lire: () => window.webauthnJSON.get(lues().request_options),
    /** Nobody is known yet: the device proposes the keys that it keeps for this site. */
    async entrer(formulaire) {
      const reponse = await fetch(formulaire.action, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      return window.webauthnJSON.get((await reponse.json()).request_options);
    },
  };

  for (const formulaire of document.querySelectorAll("[data-cle]")) {
    if (window.PublicKeyCredential) formulaire.hidden = false;
    formulaire.addEventListener("submit", async (evenement) => {
      evenement.preventDefault();
      try {
        const reponse = await GESTES[formulaire.dataset.cle](formulaire);
        formulaire.elements.credential.value = JSON.stringify(reponse);
        formulaire.submit();
      } catch (erreur) {
        dire(formulaire, pourquoi(erreur));
      }
    });
    formulaire.querySelector("[type=submit]").disabled = false; // sent before, it would go without its key
  }
})();
