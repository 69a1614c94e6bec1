// Light or dark: what the system says until the reader chooses. Runs before the first paint.
(() => {
  const KEY = "logregcourse-theme";
  const root = document.documentElement;
  const chosen = (() => { try { return localStorage.getItem(KEY); } catch { return null; } })();
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;

  const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme-button");
    if (!button) return;
    const name = () => { button.textContent = isDark() ? "Light" : "Dark"; button.setAttribute("aria-label", `Use ${isDark() ? "light" : "dark"} colours`); };
    name();
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem(KEY, root.dataset.theme); } catch { /* a page opened from a folder may have no storage */ }
      name();
      globalThis.figures?.recolour();
    });
  });
})();
