// « Approbations »: a line that was answered keeps its height, so that the next one never slides under the pointer.
(() => {
  "use strict";
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const { target } = detail;
    if (target.id.startsWith("suite-")) target.style.minHeight = `${target.offsetHeight}px`;
  });
})();
