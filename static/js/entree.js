// Entrance pages: signing out leaves nothing in this browser, nor does a session that ended leave its day sheet.
(() => {
  "use strict";
  globalThis.caches?.delete("feuille");
  document.addEventListener("submit", ({ target }) => {
    if (!target.matches("[data-deconnexion]")) return;
    sessionStorage.clear();
    new BroadcastChannel("tremplin-session").postMessage("deconnexion");
  });
})();
