// The same draft open in two tabs: the later one waits, and can take over.
(() => {
  "use strict";
  const Tremplin = window.Tremplin;

  /** Tell the other tabs that this form is open here, and give way to the one that is being written in. */
  Tremplin.partager = (brouillon) => {
    const moi = crypto.getRandomValues(new Uint32Array(1))[0];
    const canal = new BroadcastChannel("tremplin-saisies");
    const dire = (quoi, a = null) => canal.postMessage({ quoi, cle: brouillon.cle, de: moi, a });
    let attente = null;

    async function ceder() {
      await brouillon.suspendre();
      verrouiller();
    }

    function verrouiller() {
      if (attente) return;
      attente = Object.assign(document.createElement("p"), { className: "avis warn" });
      const bouton = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-sm btn-outline-secondary", textContent: "Continuer ici" });
      bouton.addEventListener("click", prendre);
      attente.setAttribute("role", "status");
      attente.append("Cette saisie est en cours dans un autre onglet. ", bouton);
      brouillon.formulaire.before(attente);
      brouillon.formulaire.inert = true;
      brouillon.suspendu = true;
    }

    async function prendre() {
      attente.remove();
      attente = null;
      const rendu = new Promise((continuer) => {
        canal.addEventListener("message", ({ data }) => data.quoi === "rendu" && data.cle === brouillon.cle && continuer());
        setTimeout(continuer, 1500);
      });
      dire("je-prends");
      await rendu;
      brouillon.formulaire.inert = brouillon.suspendu = brouillon.sale = false;
      await brouillon.retrouver();
    }

    canal.addEventListener("message", async ({ data }) => {
      if (data.cle !== brouillon.cle || data.de === moi) return;
      if (data.quoi === "ouvert" && !attente && (brouillon.existe || brouillon.sale)) dire("deja-ici", data.de);
      if (data.quoi === "deja-ici" && data.a === moi) verrouiller();
      if (data.quoi === "je-prends" && !attente) {
        await brouillon.enregistrer();
        await ceder();
        dire("rendu");
      }
    });
    brouillon.formulaire.addEventListener("saisie:fermee", () => canal.close());
    dire("ouvert");
  };
})();
