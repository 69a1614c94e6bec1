// Html that comes from a file and not from a run of this session, behind glass: a frame that runs no script, sends no
// form and reaches nothing but this page's styles. It shares the page's origin only so that the page can measure it.
import { element } from "./dom.js";

const POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:";
const root = document.documentElement;
const waiting = new WeakMap();

// A lesson that is opened again may hold dozens, and each frame is a page of its own: made when it comes near the screen.
const onSight = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    onSight.unobserve(target);
    fill(target, waiting.get(target));
  }
}, { rootMargin: "900px 0px" });

const showing = new Set();

/** Makes every frame that has not come near the screen; resolves when each has its height. */
export async function fillAll() {
  for (const holder of document.querySelectorAll(".stored-output:empty")) { onSight.unobserve(holder); fill(holder, waiting.get(holder)); }
  await Promise.all(showing);
}

export function glass(html) {
  const holder = element("div", { className: "stored-output" });
  waiting.set(holder, html);
  onSight.observe(holder);
  return holder;
}

function fill(holder, html) {
  const styles = [...document.querySelectorAll("link[rel=stylesheet]")].map(({ href }) => `<link rel="stylesheet" href="${href}">`).join("");
  const frame = element("iframe", { sandbox: "allow-same-origin", title: "Stored output", referrerPolicy: "no-referrer" });
  const shown = new Promise(done => frame.addEventListener("load", () => { fit(frame); showing.delete(shown); done(); }));
  showing.add(shown);
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}">${styles}<body class="behind-glass"><div class="html-output">${html}</div>`;
  holder.replaceChildren(frame);
}

function fit(frame) {
  const { documentElement, body } = frame.contentDocument;
  if (root.dataset.theme) documentElement.dataset.theme = root.dataset.theme;
  globalThis.typeset?.(body);
  const grow = () => { frame.style.height = `${Math.ceil(body.getBoundingClientRect().height)}px`; };
  grow();
  new ResizeObserver(grow).observe(body);
}

new MutationObserver(() => {
  for (const frame of document.querySelectorAll(".stored-output > iframe")) frame.contentDocument.documentElement.dataset.theme = root.dataset.theme;
}).observe(root, { attributeFilter: ["data-theme"] });
