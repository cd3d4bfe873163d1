// The session seen from the page: every request carries a fresh token; when the session is over, one signs in over
// the page, nothing typed is lost, and what was being sent is sent again.
(() => {
  "use strict";
  const Tremplin = (window.Tremplin = window.Tremplin || {});
  const page = document.body.dataset;
  const dialogue = document.getElementById("dialogue-connexion");
  const [motDePasse, code] = dialogue.querySelectorAll("form");
  const finProche = document.getElementById("dialogue-fin");
  const DERNIERES_MINUTES = 300;
  let jeton = JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
  let reconnexion = null;
  let derniereTouche = 0;
  let actif = false; // since the server last heard of it
  document.addEventListener("keydown", () => (derniereTouche = performance.now()), true);
  for (const geste of ["keydown", "pointerdown"]) document.addEventListener(geste, () => (actif = true), true);

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
    globalThis.caches?.delete("feuille");
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

  /** Send `formulaire` from where one is, with a token of the entrance when that of the page has gone. */
  async function poster(formulaire, options = {}) {
    const essayer = () =>
      fetch(formulaire.action, {
        method: "POST",
        body: new FormData(formulaire),
        headers: { "X-Requested-With": "XMLHttpRequest", Accept: "application/json" },
        ...options,
      });
    const reponse = await essayer();
    if (reponse.status !== 403) return reponse;
    formulaire.csrfmiddlewaretoken.value = await jetonDEntree(formulaire.action);
    return essayer();
  }

  /** Sign in; answers what to tell, or "" once it is done. The second factor is asked for in its turn. */
  async function seConnecter() {
    const reponse = await poster(motDePasse);
    if (reponse.status === 429) return "Trop d’essais : attendez quelques minutes.";
    const suite = await reponse.json();
    if (!reponse.ok) return suite.form?.errors[0] ?? "Adresse e-mail ou mot de passe incorrect.";
    if (await rafraichir()) return "";
    if (!suite.location.includes("2fa")) return "Ajoutez d’abord un second facteur : ouvrez Tremplin dans un autre onglet.";
    montrer(code);
    code.csrfmiddlewaretoken.value = await jetonDEntree(code.action);
    code.elements.code.focus();
    return null;
  }

  async function donnerLeCode() {
    const reponse = await poster(code, { redirect: "manual", headers: {} });
    if (reponse.type === "opaqueredirect" && (await rafraichir())) return "";
    return "Ce code ne convient pas. Attendez le suivant, ou prenez un code de secours.";
  }

  function montrer(etape) {
    motDePasse.hidden = etape !== motDePasse;
    code.hidden = etape !== code;
    dire("");
  }

  function dire(message) {
    const zone = dialogue.querySelector("[role=alert]");
    zone.textContent = message;
    zone.hidden = !message;
  }

  dialogue.addEventListener("submit", async (evenement) => {
    evenement.preventDefault();
    const [etape, champ] = evenement.target === code ? [donnerLeCode, "code"] : [seConnecter, "password"];
    const message = await etape().catch(() => "Pas de connexion au réseau : réessayez.");
    evenement.target.elements[champ].value = "";
    if (message === null) return;
    dire(message);
    if (message) return evenement.target.elements[champ].focus();
    montrer(motDePasse);
    dialogue.reprendre();
  });
  for (const revenu of dialogue.querySelectorAll("[data-connexion-faite]"))
    revenu.addEventListener("click", async () => {
      if (await rafraichir().catch(() => false)) dialogue.reprendre();
      else dire("La connexion n’est pas terminée dans l’autre fenêtre.");
    });

  // --- Requests made by htmx -------------------------------------------------------------------
  document.body.addEventListener("htmx:responseError", async ({ detail }) => {
    if (detail.xhr.status === 503) return Tremplin.annoncer("Tremplin revient dans un instant. Réessayez dans une minute.", "error");
    if (detail.xhr.status !== 401) return Tremplin.annoncer("Cette action n’a pas abouti. Réessayez.", "error");
    const { verb, path, elt } = detail.requestConfig;
    await Tremplin.reconnecter().then(
      () => window.htmx.ajax(verb, path, { source: elt, target: detail.target }),
      () => {},
    );
  });
  document.body.addEventListener("htmx:sendError", () => Tremplin.annoncer("Pas de connexion au réseau.", "error"));

  // --- The end of the session is told five minutes before; only somebody at the keyboard puts it off ----
  const saisi = (champ) =>
    ["checkbox", "radio"].includes(champ.type) ? champ.checked !== champ.defaultChecked : champ.value !== champ.defaultValue;

  /** Nobody was there: a page where nothing is being written does not stay on the screen; what is written does. */
  function fermer() {
    if (![...document.querySelectorAll("main textarea, main input")].some(saisi)) return location.reload();
    return Tremplin.reconnecter(true).catch(() => {});
  }

  async function surveiller() {
    const reponse = await interroger(actif ? { method: "POST" } : {}).catch(() => null);
    if (reponse?.status === 401) return fermer();
    if (!reponse?.ok) return setTimeout(surveiller, 60_000);
    actif = false;
    const etat = await reponse.json();
    if (etat.secondes - DERNIERES_MINUTES > 30) {
      return setTimeout(surveiller, Math.min(etat.secondes - DERNIERES_MINUTES, 600) * 1000);
    }
    finProche.dataset.derniere = etat.secondes_en_tout - DERNIERES_MINUTES <= 30;
    if (!finProche.open) finProche.showModal();
    setTimeout(surveiller, (etat.secondes + 1) * 1000);
  }
  setTimeout(surveiller, 60_000);
  finProche.querySelector("[data-fermer]").addEventListener("click", () => finProche.close());
  finProche.querySelector("[data-prolonger]").addEventListener("click", async () => {
    finProche.close();
    await Tremplin.envoyer(page.jeton, { method: "POST" });
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
