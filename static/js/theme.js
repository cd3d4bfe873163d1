// Light or dark: the system's choice unless the user has made one (kept in a cookie, nothing else is).
(() => {
  "use strict";
  const choisi = () => /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1];
  const systeme = matchMedia("(prefers-color-scheme: dark)");
  const appliquer = () => {
    document.documentElement.dataset.bsTheme = choisi() || (systeme.matches ? "dark" : "light");
    const bouton = document.querySelector("[data-theme-bascule]");
    if (bouton) bouton.querySelector("span").textContent = estSombre() ? "Affichage clair" : "Affichage sombre";
  };
  const estSombre = () => document.documentElement.dataset.bsTheme === "dark";
  appliquer();
  systeme.addEventListener("change", appliquer);
  document.addEventListener("DOMContentLoaded", () => {
    const bouton = document.querySelector("[data-theme-bascule]");
    if (!bouton) return;
    bouton.hidden = false;
    bouton.addEventListener("click", () => {
      document.cookie = `theme=${estSombre() ? "light" : "dark"}; path=/; max-age=31536000; samesite=lax`;
      appliquer();
    });
    appliquer();
  });
})();
