// Entrance pages: signing out leaves nothing in this browser.
(() => {
  "use strict";
  document.addEventListener("submit", ({ target }) => {
    if (!target.matches("[data-deconnexion]")) return;
    sessionStorage.clear();
    new BroadcastChannel("tremplin-session").postMessage("deconnexion");
  });
})();
