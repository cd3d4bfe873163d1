// The session seen from the page: every request carries a fresh token; when the session is over, one signs in over
// the page, nothing typed is lost, and what was being sent is sent again.
(() => {
  "use strict";
  const Tremplin = (window.Tremplin = window.Tremplin || {});
  const page = document.body.dataset;
  const dialogue = document.getElementById("dialogue-connexion");
  const finProche = document.getElementById("dialogue-fin");
  const DERNIERES_MINUTES = 300;
  let jeton = JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
  let reconnexion = null;
  let derniereTouche = 0;
  document.addEventListener("keydown", () => (derniereTouche = performance.now()), true);

  /** Thrown when somebody closes the sign-in dialog: the text stays in the tab. */
  Tremplin.SessionFinie = class extends Error {};

  /** fetch() that signs in again when needed, calling `surExpiration` before it asks. Rejects when the network is down.
   *  `enEcrivant`: somebody may be typing, so the dialog waits for a pause and does not catch the next keys. */
  Tremplin.envoyer = async (url, options = {}, surExpiration = () => {}, enEcrivant = false) => {
    for (let renouvele = false; ; ) {
      const reponse = await fetch(url, {
        ...options,
        headers: { ...options.headers, "X-Requested-With": "XMLHttpRequest", "X-CSRFToken": jeton },
      });
      if (reponse.status === 401) {
        surExpiration();
        await Tremplin.reconnecter(enEcrivant);
      } else if (reponse.status === 403 && !renouvele && options.method && (await rafraichir())) {
        renouvele = true;
      } else {
        return reponse;
      }
    }
  };

  /** Open the sign-in dialog over the page; resolves once the same user works in the same structure again. */
  Tremplin.reconnecter = (enEcrivant = false) => {
    reconnexion ??= demander(enEcrivant).finally(() => (reconnexion = null));
    return reconnexion;
  };

  async function demander(enEcrivant) {
    while (enEcrivant && performance.now() - derniereTouche < 1500) await new Promise((suite) => setTimeout(suite, 200));
    if (await rafraichir().catch(() => false)) return;
    if (finProche.open) finProche.close();
    dialogue.showModal();
    dialogue.querySelector(enEcrivant ? "h2" : "[type=password]").focus();
    await new Promise((resolve, reject) => {
      dialogue.reprendre = resolve;
      dialogue.oncancel = () => reject(new Tremplin.SessionFinie());
    });
    dialogue.close();
  }

  const interroger = (options = {}) =>
    fetch(page.jeton, {
      ...options,
      headers: { "X-Requested-With": "XMLHttpRequest", "X-CSRFToken": jeton },
    });

  function adopter(nouveau) {
    jeton = nouveau;
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": jeton }));
    for (const champ of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) champ.value = jeton;
  }

  /** Take a new token for the session that is open; false when none is open, or somebody else's. */
  async function rafraichir() {
    const reponse = await interroger();
    if (!reponse.ok) return false;
    const etat = await reponse.json();
    adopter(etat.jeton);
    if (String(etat.utilisateur) !== page.utilisateur) {
      sessionStorage.clear();
      location.assign("/");
      return false;
    }
    if (String(etat.structure) !== page.structure) {
      const choix = new URLSearchParams({ structure: page.structure });
      await fetch(page.structures, { method: "POST", body: choix, headers: { "X-CSRFToken": jeton, "X-Saisie": "1" } });
    }
    return true;
  }

  async function jetonDEntree(url) {
    const html = await (await fetch(url)).text();
    return new DOMParser().parseFromString(html, "text/html").querySelector("[name=csrfmiddlewaretoken]").value;
  }

  async function seConnecter(formulaire) {
    const poster = () =>
      fetch(formulaire.action, {
        method: "POST",
        body: new FormData(formulaire),
        headers: { "X-Requested-With": "XMLHttpRequest", Accept: "application/json" },
      });
    let reponse = await poster();
    if (reponse.status === 403) {
      formulaire.csrfmiddlewaretoken.value = await jetonDEntree(formulaire.action);
      reponse = await poster();
    }
    if (reponse.status === 429) return "Trop d’essais : attendez quelques minutes.";
    if (!reponse.ok) return "Adresse e-mail ou mot de passe incorrect.";
    if (await rafraichir()) return "";
    const suite = (await reponse.json()).location;
    window.open(suite, "_blank");
    dialogue.querySelector("[data-connexion-faite]").hidden = false;
    return "Saisissez votre code dans la fenêtre qui vient de s’ouvrir, puis revenez ici.";
  }

  function dire(message) {
    const zone = dialogue.querySelector("[role=alert]");
    zone.textContent = message;
    zone.hidden = !message;
  }

  dialogue.querySelector("form").addEventListener("submit", async (evenement) => {
    evenement.preventDefault();
    const formulaire = evenement.target;
    const message = await seConnecter(formulaire).catch(() => "Pas de connexion au réseau : réessayez.");
    formulaire.password.value = "";
    dire(message);
    if (message) formulaire.password.focus();
    else dialogue.reprendre();
  });
  dialogue.querySelector("[data-connexion-faite]").addEventListener("click", async () => {
    if (await rafraichir().catch(() => false)) dialogue.reprendre();
    else dire("La connexion n’est pas terminée dans l’autre fenêtre.");
  });

  // --- Requests made by htmx -------------------------------------------------------------------
  document.body.addEventListener("htmx:responseError", async ({ detail }) => {
    if (detail.xhr.status !== 401) return Tremplin.annoncer("Cette action n’a pas abouti. Réessayez.", "error");
    const { verb, path, elt } = detail.requestConfig;
    await Tremplin.reconnecter().then(
      () => window.htmx.ajax(verb, path, { source: elt, target: detail.target }),
      () => {},
    );
  });
  document.body.addEventListener("htmx:sendError", () => Tremplin.annoncer("Pas de connexion au réseau.", "error"));

  // --- The end of the session is told five minutes before ----------------------------------------
  async function surveiller() {
    const reponse = await interroger().catch(() => null);
    if (!reponse?.ok) return;
    const reste = (await reponse.json()).secondes - DERNIERES_MINUTES;
    if (reste <= 30) finProche.showModal();
    else setTimeout(surveiller, Math.min(reste, 600) * 1000);
  }
  setTimeout(surveiller, 60_000);
  finProche.querySelector("[data-fermer]").addEventListener("click", () => finProche.close());
  finProche.querySelector("[data-prolonger]").addEventListener("click", async () => {
    finProche.close();
    await Tremplin.envoyer(page.jeton, { method: "POST" });
    setTimeout(surveiller, 60_000);
  });

  // --- Leaving wipes what this browser held --------------------------------------------------------
  const canal = new BroadcastChannel("tremplin-session");
  canal.addEventListener("message", () => sessionStorage.clear());
  document.addEventListener("submit", ({ target }) => {
    if (!target.matches("[data-deconnexion]")) return;
    addEventListener("pagehide", () => sessionStorage.clear());
    canal.postMessage("deconnexion");
  });
})();
