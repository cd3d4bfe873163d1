// A form's draft: kept on the server from the first keystroke, with a state that tells only what the server answered.
(() => {
  "use strict";
  const Tremplin = window.Tremplin;
  const PAUSE = 1200;
  const AU_PLUS = 5000; // somebody who never pauses is saved all the same
  const HORS_BROUILLON = new Set(["csrfmiddlewaretoken", "brouillon"]);
  const ETATS = {
    "non-enregistre": ["cloud", "Non enregistré"],
    enregistrement: ["cloud-up", "Enregistrement…"],
    enregistre: ["cloud-check", "Brouillon enregistré"],
    "hors-ligne": ["cloud-off", "Hors connexion, texte gardé dans cet onglet"],
    echec: ["alert-triangle", "Échec"],
  };

  /** What names the draft of `formulaire`: its own word, else the address that it is sent to (`ici` is its page). */
  Tremplin.cleDeBrouillon = (formulaire, ici = location.href) => {
    if (formulaire.dataset.brouillon) return formulaire.dataset.brouillon;
    const { pathname, searchParams } = new URL(formulaire.getAttribute("action") || ici, ici);
    searchParams.delete("retour");
    return `${pathname}${searchParams}`.replaceAll("/", ":").slice(0, 80);
  };

  Tremplin.Brouillon = class {
    constructor(formulaire) {
      this.formulaire = formulaire;
      this.cle = formulaire.dataset.brouillon = Tremplin.cleDeBrouillon(formulaire);
      this.url = document.body.dataset.brouillons.replace("CLE", encodeURIComponent(this.cle));
      this.suppression = `${this.url}suppression/`;
      this.cleSecours = `brouillon:${document.body.dataset.utilisateur}:${this.cle}`;
      this.depart = JSON.stringify(this.lire());
      this.existe = this.sale = this.suspendu = false;
      this.le = null; // the draft of the server that this page knows
      this.envoyes = []; // what it sent last, in case an answer was lost
      this.echecs = 0;
      this.enCours = Promise.resolve();
      formulaire.addEventListener("input", () => this.noter());
      formulaire.addEventListener("saisie:fermee", () => this.sale && this.planifier(0));
      addEventListener("online", () => this.sale && this.planifier(0));
      document.addEventListener("visibilitychange", () => document.hidden && this.partir());
      addEventListener("beforeunload", (evenement) => this.sale && this.echecs && evenement.preventDefault());
    }

    /** What is said with the form when it is sent: the draft that this page knows ends with it, no other does. */
    get entetes() {
      return { "X-Brouillon": this.le ?? "aucun" };
    }

    /** Say where the text is; `bouton` is a [label, function] offered beside. */
    dire(etat, texte = ETATS[etat][1], bouton = null) {
      const zone = this.formulaire.querySelector("[data-etat-saisie]");
      if (!zone) return;
      zone.dataset.etat = etat;
      zone.replaceChildren(Tremplin.icone(ETATS[etat][0]), texte);
      if (!bouton) return;
      const element = Object.assign(document.createElement("button"), { type: "button", textContent: bouton[0] });
      element.addEventListener("click", bouton[1]);
      zone.append(element);
    }

    lire() {
      const champs = new Map();
      for (const [nom, valeur] of new FormData(this.formulaire)) {
        if (HORS_BROUILLON.has(nom) || typeof valeur !== "string") continue;
        if (!champs.has(nom)) champs.set(nom, []);
        champs.get(nom).push(valeur);
      }
      return Object.fromEntries(champs);
    }

    noter() {
      if (this.suspendu) return;
      if (!this.sale) this.depuis = performance.now();
      this.sale = true;
      this.dire("non-enregistre");
      if (this.echecs) this.secourir();
      this.planifier(this.existe ? Math.max(0, Math.min(PAUSE, this.depuis + AU_PLUS - performance.now())) : 100);
    }

    /** The tab may be closing: no timer would run any more. */
    partir() {
      clearTimeout(this.minuterie);
      this.enCours = Promise.all([this.enCours, this.enregistrer()]);
    }

    planifier(delai) {
      clearTimeout(this.minuterie);
      this.minuterie = setTimeout(() => (this.enCours = this.enCours.then(() => this.enregistrer())), delai);
    }

    async enregistrer() {
      if (!this.sale || this.suspendu) return;
      this.sale = false;
      this.dire("enregistrement");
      const champs = this.lire();
      const titre = this.formulaire.dataset.brouillonTitre || document.title.replace(/ · Tremplin$/, "");
      const url = this.formulaire.dataset.brouillonUrl || location.pathname + location.search;
      const vide = JSON.stringify(champs) === this.depart;
      const body = JSON.stringify({ depuis: this.le, ...(!vide && { titre, url, champs }) });
      this.envoyes = [...this.envoyes.slice(-4), JSON.stringify(champs)];
      try {
        const options = { method: "POST", body, headers: { "Content-Type": "application/json" }, keepalive: body.length < 20_000 };
        const adresse = vide ? this.suppression : this.url;
        await this.recevoir(await Tremplin.envoyer(adresse, options, () => this.secourir(), true), vide);
      } catch {
        this.echouer("hors-ligne");
      }
    }

    async recevoir(reponse, vide) {
      if (reponse.status === 503) return this.echouer("hors-ligne", "", "Tremplin revient dans un instant, texte gardé dans cet onglet");
      if (reponse.status === 409) return this.rencontrer(await reponse.json());
      if (reponse.status === 410) return this.recommencer(await reponse.json());
      if (!reponse.ok) {
        const message = reponse.status < 500 ? (await reponse.json().catch(() => ({}))).message : "";
        return this.echouer("echec", message);
      }
      this.existe = !vide;
      this.echecs = 0;
      sessionStorage.removeItem(this.cleSecours);
      const { heure, le = null } = vide ? {} : await reponse.json();
      this.le = le;
      if (this.sale) this.dire("non-enregistre");
      else this.dire("enregistre", vide ? "Rien à garder" : `Brouillon enregistré à ${heure}`);
    }

    /** The server has `autre`, which this page did not know: its own, of which the answer was lost, or another window's. */
    rencontrer(autre) {
      this.sale = true;
      const mien = this.envoyes.includes(JSON.stringify(autre.champs));
      if (!mien && Tremplin.opposer(this, autre)) return;
      this.le = autre.le;
      this.planifier(0);
    }

    /** This form was sent from another window: what is still written here is another entry, under a key of its own. */
    recommencer({ soumission, message }) {
      this.sale = true;
      if (this.suspendu) return undefined; // it is being sent: the server keeps it beside the first
      this.formulaire.elements.soumission.value = soumission;
      Tremplin.annoncer(message, "warning");
      return this.enregistrer();
    }

    /** The copy of last resort, in this tab only; it goes at the first answer of the server, or when one signs out. */
    secourir() {
      const copie = { champs: this.lire(), le: new Date().toISOString(), depuis: this.le };
      sessionStorage.setItem(this.cleSecours, JSON.stringify(copie));
    }

    echouer(etat, message = "", panne = ETATS[etat][1]) {
      this.sale = true;
      this.echecs += 1;
      this.secourir();
      const reessayer = ["Réessayer", () => this.planifier(0)];
      if (etat === "hors-ligne") this.dire(etat, panne);
      else this.dire(etat, message || "Échec, texte gardé dans cet onglet.", message ? null : reessayer);
      if (!message) this.planifier(Math.min(2 ** this.echecs, 60) * 1000);
    }

    /** Nothing more is sent, and nothing is on its way: a late copy would bring the draft back after the save. */
    async suspendre() {
      clearTimeout(this.minuterie);
      this.suspendu = true;
      await this.enCours;
    }

    reprendre() {
      this.suspendu = false;
      this.noter();
    }

    oublier() {
      this.suspendu = true;
      this.sale = false;
      clearTimeout(this.minuterie);
      sessionStorage.removeItem(this.cleSecours);
    }

    /** Give up what this page knows; what another window wrote since stays, and is shown when one writes again. */
    async supprimer() {
      await this.suspendre();
      const options = { method: "POST", body: JSON.stringify({ depuis: this.le }), headers: { "Content-Type": "application/json" } };
      await Tremplin.envoyer(this.suppression, options);
      this.le = null;
      this.oublier();
    }

    /** Put back what was left, unless the page comes back with errors: what it shows is then newer. */
    async retrouver() {
      const reponse = await Tremplin.envoyer(this.url).catch(() => null);
      const garde = reponse?.ok ? await reponse.json() : {};
      const refuse = this.formulaire.querySelector("[data-erreurs]");
      if (refuse) return; // a draft that is not shown is not known
      if (!this.sale) this.le = garde.le ?? null;
      const secours = JSON.parse(sessionStorage.getItem(this.cleSecours));
      const plusRecent = secours && (!garde.champs || new Date(secours.le) > new Date(garde.le));
      const choisi = plusRecent ? secours : garde;
      if (!choisi.champs || this.sale) return this.formulaire.querySelector("[data-reprise]")?.remove();
      Tremplin.remplir(this.formulaire, choisi.champs);
      this.existe = Boolean(garde.champs);
      if (plusRecent && garde.champs && secours.depuis !== garde.le) {
        this.le = secours.depuis;
        if (Tremplin.opposer(this, garde)) return;
        this.le = garde.le;
      }
      if (plusRecent) this.noter();
      else this.dire("enregistre", `Brouillon enregistré à ${garde.heure}`);
      Tremplin.annoncerReprise(this, choisi);
      Tremplin.placerLeCurseur(this.formulaire);
    }
  };
})();
