// What only a browser can see of a page (experience.md §4). Each control answers with its faults, in words.
(() => {
  "use strict";
  const CIBLES = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=option], [tabindex='0']";
  const CHROME = ".rail, .top, .pied, .onglets, .pages, .toasts, dialog, .btn, .boutons";
  const montre = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const cadre = (e) => e.getBoundingClientRect();
  const cache = (e) => cadre(e).width <= 1.5 || cadre(e).height <= 1.5;
  const nommer = (e) => {
    const classes = [...e.classList].slice(0, 3).map((c) => `.${c}`).join("");
    const texte = (e.textContent || e.getAttribute("aria-label") || e.name || "").trim().replace(/\s+/g, " ").slice(0, 30);
    return `${e.localName}${e.id ? `#${e.id}` : ""}${classes} « ${texte} »`;
  };
  const defile = (e) => {
    for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) {
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return true;
    }
    return false;
  };

  // 3. Nothing to scroll sideways.
  const debordement = () => {
    const large = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= large) return [];
    const coupables = [...document.body.querySelectorAll("*")].filter((e) => montre(e) && cadre(e).right > large + 1 && !defile(e));
    return [`${document.documentElement.scrollWidth} px pour ${large} : ${coupables.slice(-3).map(nommer).join(", ")}`];
  };

  // 5. Targets of 24 px; those inside a sentence flow with it.
  const dansUnePhrase = (e) => {
    if (getComputedStyle(e).display !== "inline") return false;
    return e.parentElement.textContent.trim().length > e.textContent.trim().length + 2;
  };
  const etiquette = (e) => (e.matches("[type=checkbox], [type=radio]") ? e.labels?.[0] : null);
  const petite = (e) => cadre(e).width < 23.5 || cadre(e).height < 23.5;
  const cibles = () =>
    [...document.querySelectorAll(CIBLES)]
      .filter((e) => montre(e) && !cache(e) && !e.disabled && petite(e) && !dansUnePhrase(e))
      .filter((e) => !etiquette(e) || petite(etiquette(e)))
      .map((e) => `${nommer(e)} ${Math.round(cadre(e).width)} × ${Math.round(cadre(e).height)}`);

  // 24. Ids are unique, after the fragments arrived too.
  const identifiants = () => {
    const vus = new Map();
    for (const e of document.querySelectorAll("[id]")) vus.set(e.id, (vus.get(e.id) || 0) + 1);
    return [...vus].filter(([, fois]) => fois > 1).map(([id, fois]) => `#${id} ${fois} fois`);
  };

  // 22. Nothing moves for whoever asks for no movement.
  const mouvement = () =>
    [...document.querySelectorAll("*")]
      .filter((e) => {
        const style = getComputedStyle(e);
        return style.animationName !== "none" || !/^0s(, 0s)*$/.test(style.transitionDuration);
      })
      .slice(0, 5)
      .map(nommer);

  // 4. Text may be spaced out (1.4.12) and nothing of it is cut.
  const coupes = () =>
    new Set(
      [...document.querySelectorAll("main *, .rail *, .top *, .pied *")].filter((e) => {
        // A card of the agenda is as high as it lasts, and unfolds when it is pointed at or focused; the last contacts
        // are the beginning of what the thread beside them gives whole.
        if (!montre(e) || cache(e) || !e.textContent.trim() || e.matches("select, textarea, svg *, .agenda-ligne *, .contacts small")) return false;
        const style = getComputedStyle(e);
        const x = /hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1;
        const y = /hidden|clip/.test(style.overflowY) && e.scrollHeight > e.clientHeight + 1;
        return x || y;
      }),
    );
  const espacement = () => {
    const feuille = new CSSStyleSheet();
    feuille.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }",
    );
    const avant = coupes();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, feuille];
    const fautes = [...coupes()].filter((e) => !avant.has(e)).map((e) => `coupé : ${nommer(e)}`);
    fautes.push(...debordement());
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((f) => f !== feuille);
    return fautes;
  };

  // 26. On paper (the page is shown as printed): the content alone, its title, who printed it and when.
  const impression = () => {
    const fautes = [...document.querySelectorAll(CHROME)].filter((e) => montre(e) && !cache(e)).map((e) => `imprimé : ${nommer(e)}`);
    for (const tete of document.querySelectorAll("main thead")) {
      if (montre(tete) && getComputedStyle(tete).display !== "table-header-group") fautes.push(`en-tête non répété : ${nommer(tete)}`);
    }
    if (!montre(document.querySelector("h1"))) fautes.push("titre absent");
    const edition = document.querySelector("[data-edition]");
    if (document.querySelector(".app") && !(edition && montre(edition))) fautes.push("ni date ni auteur de l’édition");
    fautes.push(...debordement());
    return fautes;
  };

  // Two of the filled buttons of a page compete: one is what the page is for. The page of the components has them all.
  const boutons = () => {
    if (location.pathname.startsWith("/atelier-graphique")) return [];
    const pleins = [...document.querySelectorAll("main .btn-primary")].filter(montre);
    return pleins.length > 1 ? [pleins.map(nommer).join(", ")] : [];
  };

  // `fragments`: what htmx brought as it is, which the proxy compresses.
  const poids = () => {
    const [page] = performance.getEntriesByType("navigation");
    const reste = performance.getEntriesByType("resource");
    const somme = (quoi) => reste.reduce((total, r) => total + r[quoi], 0);
    const fragments = reste.filter((r) => r.initiatorType === "xmlhttprequest" && r.encodedBodySize === r.decodedBodySize);
    return {
      page: page.encodedBodySize,
      brut: page.decodedBodySize,
      reste: somme("encodedBodySize"),
      fragments: fragments.map((r) => [r.name, r.encodedBodySize]),
    };
  };

  // What is folded is drawn and read as the rest once it is unfolded: help, filters, forms that wait, and the first
  // of the menus, which close one another.
  const deplier = () => {
    const fermes = [...document.querySelectorAll("details:not([open])")].filter((d) => montre(d));
    const menu = fermes.find((d) => d.matches("[data-menu]"));
    const plis = fermes.filter((d) => d === menu || !d.matches("[data-menu]"));
    for (const pli of plis) pli.open = true;
    return plis.length;
  };

  // What opens a panel, a note or a list in the page: the first of each place that htmx fills when it is pressed.
  const volets = () => {
    const vus = new Set();
    return [...document.querySelectorAll("main a[hx-get], main button[hx-get]")]
      .filter((e) => montre(e) && !cache(e) && !e.closest("form, [hx-disable]") && !e.closest("[aria-label=Pages], .pages"))
      .filter((e) => {
        const place = e.closest("[hx-target]")?.getAttribute("hx-target") || "";
        return vus.has(place.replace(/\d+/g, "")) ? false : vus.add(place.replace(/\d+/g, ""));
      });
  };

  // The forms that an empty, an absurd or an endless answer is refused to: something is required, chosen, or written.
  // Forms that differ by their row alone are one.
  const TYPES = "[type=date], [type=datetime-local], [type=time], [type=month], [type=number], [type=email], [type=url]";
  const TEXTES = "textarea, [type=text], [type=search], [type=tel], input:not([type])";
  const champs = (f) => [...f.elements].filter((e) => e.matches("input:not([type=hidden]), select, textarea"));
  const noms = (f) => [...new Set(champs(f).map((e) => e.name.replace(/\d+/g, "")))];
  const forme = (f) => `${new URL(f.getAttribute("action") || "", location).pathname.replace(/\d+/g, "")} ${noms(f)}`;
  const formulaires = () => {
    const vus = new Set();
    return [...document.querySelectorAll("main form[method=post], dialog form[method=post]")].filter((f) => {
      if (!montre(f) || !champs(f).some((e) => montre(e) && e.type !== "search")) return false;
      return vus.has(forme(f)) ? false : vus.add(forme(f));
    });
  };
  const formes = () => formulaires().map(forme);

  // Send the form of this rank with nothing where something is asked for, nonsense where a browser would not let it be
  // typed, a text where one may be written (too long where nothing else can be refused); answers what was written.
  const PHRASE = "Écrit avant le refus. ";
  const tropLong = (e) => PHRASE.repeat(500).slice(0, e.maxLength > 0 ? e.maxLength + 1 : undefined);
  const envoyerFaux = (rang) => {
    const form = formulaires()[rang];
    const ecrit = {};
    const sansFaute = !champs(form).some((e) => e.required || e.matches(`select, ${TYPES}`));
    form.noValidate = true;
    for (const e of champs(form)) {
      if (e.type === "checkbox" || e.type === "radio") e.checked = false;
      else if (e.matches("select")) {
        if (!e.required) e.add(new Option("—", "rien-de-tel"));
        e.value = e.required ? "" : "rien-de-tel";
      } else if (e.matches(TYPES)) {
        if (!e.required) e.type = "text";
        e.value = e.required ? "" : "n’importe quoi";
      } else if (e.required && e.type !== "file") e.value = "";
      else if (e.matches(TEXTES) && !e.readOnly && !e.disabled) {
        e.value = sansFaute ? tropLong(e) : PHRASE.trim().slice(0, e.maxLength > 0 ? e.maxLength : undefined);
        if (e.name && montre(e)) ecrit[e.name] = e.value;
      }
    }
    const boutons = [...form.elements].filter((e) => e.matches("[type=submit], button:not([type])"));
    form.requestSubmit(boutons.find((e) => e.matches(".btn-primary")) || boutons[0]);
    for (const menu of document.querySelectorAll("details[data-menu][open]")) menu.open = false; // it hid what is refused
    return ecrit;
  };

  // What was written is there still, and each mistake is said in French beside its field.
  const ANGLAIS = /\b(the|this|field|required|enter|valid|please|must|ensure|select a)\b/i;
  const refus = (ecrit) => {
    const fautes = [];
    for (const [nom, texte] of Object.entries(ecrit)) {
      const memes = [...document.querySelectorAll(`main [name="${CSS.escape(nom)}"], dialog [name="${CSS.escape(nom)}"]`)];
      if (!memes.some((e) => e.value.trim() === texte.trim())) fautes.push(`saisie perdue : ${nom}`);
    }
    for (const e of [...document.querySelectorAll("[aria-invalid=true]")].filter(montre)) {
      const dit = (e.closest("[aria-describedby]")?.getAttribute("aria-describedby") || "").split(" ");
      const phrases = dit.map((id) => document.getElementById(id)).filter((p) => p && montre(p) && p.textContent.trim());
      const phrase = phrases.find((p) => p.matches(".invalid-feedback, .errorlist, [id$=_error], [role=alert]"));
      if (!phrase) fautes.push(`faute non dite : ${nommer(e)}`);
      else if (!e.closest("fieldset")?.contains(phrase) && Math.abs(cadre(phrase).top - cadre(e).bottom) > 200) fautes.push(`faute dite loin : ${nommer(e)}`);
    }
    for (const e of document.querySelectorAll(".invalid-feedback, .errorlist, [role=alert]")) {
      if (montre(e) && ANGLAIS.test(e.textContent)) fautes.push(`en anglais : ${nommer(e)}`);
    }
    return fautes;
  };

  // What axe refuses. A target under a bar that stays in place is read again once one has scrolled to it.
  const lire = async (quoi, lecture) => {
    const avant = window.scrollY;
    const { violations } = await axe.run(quoi || document, lecture);
    for (const refus of violations.filter((r) => r.id === "target-size")) {
      const petites = [];
      for (const noeud of refus.nodes) {
        document.querySelector(noeud.target.at(-1)).scrollIntoView({ block: "center" });
        const encore = await axe.run({ include: [noeud.target] }, { runOnly: ["target-size"] });
        if (encore.violations.length) petites.push(noeud);
      }
      refus.nodes = petites;
    }
    window.scrollTo(0, avant);
    return violations.filter((refus) => refus.nodes.length);
  };

  window.controles = { lire, debordement, cibles, identifiants, mouvement, espacement, impression, boutons, poids, deplier, volets, formes, envoyerFaux, refus };
})();
