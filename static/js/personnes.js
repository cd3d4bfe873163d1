// On a phone the filters wait behind their button, unless one of them is at work.
for (const details of document.querySelectorAll("[data-replie-si-etroit]")) {
  if (window.matchMedia("(max-width: 900px)").matches && !details.hasAttribute("data-filtres-actifs")) {
    details.open = false;
  }
}

// A button of the filters that leads to another page is the browser's: htmx would send it to the list.
document.addEventListener(
  "submit",
  (evenement) => evenement.submitter?.hasAttribute("formaction") && evenement.stopPropagation(),
  true,
);
