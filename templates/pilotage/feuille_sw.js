{% load static %}// The day sheet without a network. Kept: that one page, until the session must end, and its static files; nothing else
// is read or kept, and no address outside the folder of this script is answered for.
const CACHE = "feuille";
const FEUILLE = "{% url "pilotage:feuille" %}";
const STATIQUES = [
  "{% static "paquets/polices.css" %}",
  "{% static "paquets/polices/atkinson-hyperlegible-next-latin-wght-normal.woff2" %}",
  "{% static "paquets/polices/bricolage-grotesque-latin-600-normal.woff2" %}",
  "{% static "paquets/bootstrap.min.css" %}",
  "{% static "paquets/icones.svg" %}",
  "{% static "css/tremplin.css" %}",
  "{% static "css/feuille_du_jour.css" %}",
  "{% static "icone.svg" %}",
];

addEventListener("install", (evenement) => evenement.waitUntil(installer()));
addEventListener("fetch", (evenement) => {
  const { pathname } = new URL(evenement.request.url);
  if (evenement.request.mode === "navigate" && pathname === FEUILLE) evenement.respondWith(ouvrir(evenement.request));
  else if (STATIQUES.includes(pathname)) evenement.respondWith(garde(pathname).then((copie) => copie || fetch(evenement.request)));
});

const garde = async (adresse) => (await caches.open(CACHE)).match(adresse);

async function installer() {
  const cache = await caches.open(CACHE);
  await cache.addAll(STATIQUES);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== FEUILLE && !STATIQUES.includes(pathname)) await cache.delete(url);
  }
  await skipWaiting();
}

/** The sheet of the server; without a network, the copy, unless its session is over. */
async function ouvrir(requete) {
  try {
    return await fetch(requete);
  } catch (panne) {
    const copie = await garde(FEUILLE);
    if (copie && Number(copie.headers.get("X-Feuille-Fin")) * 1000 > Date.now()) return copie;
    await caches.delete(CACHE);
    throw panne;
  }
}
