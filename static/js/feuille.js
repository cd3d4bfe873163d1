// The day sheet that this telephone keeps for when there is no network: only if the structure allows it.
(async () => {
  "use strict";
  const { feuille, feuilleSw } = document.querySelector("[data-feuille]").dataset;
  if (!navigator.serviceWorker) return;
  if (!feuilleSw) {
    await caches.delete("feuille");
    for (const ouvrier of await navigator.serviceWorker.getRegistrations()) await ouvrier.unregister();
    return;
  }
  await navigator.serviceWorker.register(feuilleSw, { scope: feuille });
  const reponse = await fetch(feuille);
  if (reponse.ok && reponse.headers.has("X-Feuille-Fin")) await (await caches.open("feuille")).put(feuille, reponse);
})().catch(() => {});
