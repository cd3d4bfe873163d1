// Sending a form that has a draft, as each one with a long text has: once, over any cut of the network or of the
// session, its answer shown in place.
(() => {
  "use strict";
  const Tremplin = window.Tremplin;
  const brouillons = new WeakMap();

  // Loaded again by `partir`, a page shows what was written, not where it stood.
  addEventListener("load", () => {
    if (!history.state?.ecrit) return;
    history.replaceState(null, "", location.href);
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  });

  const aGarder = (formulaire) => "brouillon" in formulaire.dataset || (formulaire.method === "post" && formulaire.querySelector("textarea"));

  function preparer(formulaire) {
    if (brouillons.has(formulaire)) return;
    const brouillon = new Tremplin.Brouillon(formulaire);
    brouillons.set(formulaire, brouillon);
    const cle = formulaire.querySelector("[name=brouillon]") || document.createElement("input");
    formulaire.append(Object.assign(cle, { type: "hidden", name: "brouillon", value: brouillon.cle }));
    montrerLEtat(formulaire);
    Tremplin.partager(brouillon);
    brouillon.retrouver();
  }

  const boutonPrincipal = (formulaire) =>
    [...formulaire.elements].find((e) => e.type === "submit" && !e.hasAttribute("formaction"));

  function montrerLEtat(formulaire) {
    if (formulaire.querySelector("[data-etat-saisie]")) return;
    const etat = Object.assign(document.createElement("span"), { className: "saved", role: "status" });
    etat.dataset.etatSaisie = "";
    const bouton = boutonPrincipal(formulaire);
    (bouton?.closest(".boutons")?.lastElementChild ?? bouton)?.after(etat);
  }

  const occuper = (formulaire, occupe) => {
    for (const champ of formulaire.elements) {
      if (champ.type === "submit") champ.classList.toggle("occupe", occupe);
      if (champ.matches("textarea, input[type=text]")) champ.readOnly = occupe;
    }
    formulaire.ariaBusy = String(occupe);
  };

  /** Send `formulaire` as its native submit would; `brouillon` is its draft (the one of the page for a conflict). */
  async function soumettre(formulaire, brouillon, bouton) {
    if (formulaire.ariaBusy === "true") return;
    const action = (bouton?.hasAttribute("formaction") && bouton.formAction) || formulaire.getAttribute("action") || location.href;
    const donnees = new FormData(formulaire, bouton);
    donnees.delete("csrfmiddlewaretoken");
    occuper(formulaire, true);
    await brouillon.suspendre();
    for (let essai = 1; ; essai += 1) {
      brouillon.dire("enregistrement");
      let panne = "Hors connexion";
      try {
        const options = { method: "POST", body: donnees, headers: { "X-Saisie": "1", ...brouillon.entetes } };
        const reponse = await Tremplin.envoyer(action, options, () => brouillon.secourir());
        if (reponse.status !== 503) {
          occuper(formulaire, false);
          return await recevoir(reponse, formulaire, brouillon);
        }
        panne = "Tremplin revient dans un instant";
      } catch (erreur) {
        brouillon.secourir();
        if (erreur instanceof Tremplin.SessionFinie) return abandonner(formulaire, brouillon);
      }
      brouillon.secourir();
      brouillon.dire("hors-ligne", `${panne}, texte gardé dans cet onglet. L’envoi reprendra seul.`);
      await attendre(Math.min(2 ** essai, 60) * 1000);
    }
  }

  const attendre = (delai) =>
    new Promise((continuer) => {
      setTimeout(continuer, delai);
      addEventListener("online", continuer, { once: true });
    });

  function abandonner(formulaire, brouillon) {
    occuper(formulaire, false);
    brouillon.suspendu = false;
    const renvoyer = () => formulaire.requestSubmit(boutonPrincipal(formulaire));
    brouillon.dire("echec", "Session expirée, texte gardé dans cet onglet.", ["Se reconnecter", renvoyer]);
  }

  async function recevoir(reponse, formulaire, brouillon) {
    if (reponse.status === 204) return partir(reponse.headers.get("X-Suite"), brouillon);
    const texte = await reponse.text();
    const page = new DOMParser().parseFromString(texte, "text/html");
    const nouveau = [...page.forms].find((f) => Tremplin.cleDeBrouillon(f, reponse.url) === brouillon.cle);
    if (reponse.status === 409) return montrerConflit(page.getElementById("conflit"), formulaire, brouillon);
    if (nouveau && (reponse.status === 422 || reponse.ok)) return montrerErreurs(nouveau, brouillon);
    brouillon.reprendre();
    const reessayer = ["Réessayer", () => formulaire.requestSubmit(boutonPrincipal(formulaire))];
    if (reponse.status === 403) return brouillon.dire("echec", "Vous n’avez pas le droit d’enregistrer ici.");
    if (reponse.status === 404) return brouillon.dire("echec", "Cette fiche n’existe plus. Copiez votre texte.");
    return brouillon.dire("echec", "Échec, votre texte est gardé.", reessayer);
  }

  function partir(suite, brouillon) {
    brouillon.oublier();
    const cible = new URL(suite || location.href, location.href);
    const faite = new CustomEvent("saisie:faite", { bubbles: true, cancelable: true, detail: cible });
    if (!brouillon.formulaire.dispatchEvent(faite)) return;
    const sansAncre = (url) => url.pathname + url.search;
    if (sansAncre(cible) === sansAncre(location)) {
      history.replaceState({ ecrit: true }, "", cible);
      history.scrollRestoration = "manual";
      location.reload();
    } else {
      location.assign(cible);
    }
  }

  function montrerErreurs(nouveau, brouillon) {
    const { formulaire } = brouillon;
    formulaire.replaceChildren(...nouveau.childNodes);
    preparerReponse(formulaire, brouillon);
    (formulaire.querySelector("[data-erreurs]") || formulaire.querySelector("[aria-invalid]"))?.focus();
    brouillon.reprendre();
    document.dispatchEvent(new CustomEvent("saisie:remplacee", { detail: formulaire }));
  }

  function preparerReponse(formulaire, brouillon) {
    formulaire.append(Object.assign(document.createElement("input"), { type: "hidden", name: "brouillon", value: brouillon.cle }));
    montrerLEtat(formulaire);
    window.htmx?.process(formulaire);
  }

  function montrerConflit(section, formulaire, brouillon) {
    document.getElementById("conflit")?.remove();
    brouillon.formulaire.before(section);
    brouillon.formulaire.hidden = true;
    section.addEventListener("submit", (evenement) => {
      evenement.preventDefault();
      soumettre(evenement.target, brouillon, evenement.submitter);
    });
    section.querySelector("[data-abandonner]")?.addEventListener("click", async (evenement) => {
      evenement.preventDefault();
      await brouillon.supprimer();
      location.reload();
    });
    section.focus();
  }

  document.addEventListener("submit", (evenement) => {
    const brouillon = brouillons.get(evenement.target);
    if (!brouillon || evenement.defaultPrevented) return;
    evenement.preventDefault();
    soumettre(evenement.target, brouillon, evenement.submitter);
  });

  // Ctrl+Enter sends from anywhere in the form; Enter alone in a field never presses « Absence » in its place.
  document.addEventListener("keydown", (evenement) => {
    const formulaire = evenement.target.closest?.("form[data-brouillon]");
    if (!formulaire || evenement.key !== "Enter" || evenement.isComposing) return;
    const simple = evenement.target.matches("input:not([type=checkbox], [type=radio], [type=submit])");
    if (!simple && !evenement.ctrlKey && !evenement.metaKey) return;
    evenement.preventDefault();
    formulaire.requestSubmit(boutonPrincipal(formulaire));
  });

  // A form that htmx sends: it waits for its draft, which waits for the answer and goes with it.
  const envoyeParHtmx = ({ target, detail }) =>
    (detail.requestConfig || detail).triggeringEvent?.type === "submit" ? brouillons.get(target) : null;
  document.addEventListener("htmx:confirm", async (evenement) => {
    const brouillon = envoyeParHtmx(evenement);
    if (!brouillon) return;
    evenement.preventDefault();
    await brouillon.suspendre();
    evenement.detail.issueRequest();
  });
  document.addEventListener("htmx:configRequest", (evenement) => Object.assign(evenement.detail.headers, envoyeParHtmx(evenement)?.entetes));
  document.addEventListener("htmx:afterRequest", (evenement) => {
    const brouillon = envoyeParHtmx(evenement);
    if (!brouillon) return;
    if (evenement.detail.successful) brouillon.oublier();
    else brouillon.reprendre();
  });

  const preparerTout = (racine) => [...racine.querySelectorAll("form")].filter(aGarder).forEach(preparer);
  document.addEventListener("htmx:load", ({ target }) => preparerTout(target.parentElement || target));
  preparerTout(document);
})();
