// Html that is more than plain content, or that comes from a file and not from a run of this session: in a frame of an
// origin of its own, which reaches neither the page nor anything else. One script runs there, ours (in-frame.js).
import { element } from "./dom.js";
import { htmlForFrame } from "./foreign-html.js";

const TALLEST_PX = 100_000;
const SCRIPT = new URL("./in-frame.js", import.meta.url);
const root = document.documentElement;
const waiting = new WeakMap();
const shown = new WeakMap();
const showing = new Set();

// A lesson that is opened again may hold dozens, and each frame is a page of its own: made when it comes near the screen.
const onSight = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) fill(target);
}, { rootMargin: "900px 0px" });

/** Makes every frame that has not come near the screen; resolves when each has its height. */
export async function fillAll() {
  for (const holder of document.querySelectorAll(".framed-output:empty")) fill(holder);
  await Promise.all(showing);
}

/** @param {string} html @param {string} [text] what is shown where html cannot be cleaned */
export function framed(html, text) {
  const holder = element("div", { className: "framed-output" });
  waiting.set(holder, { html, text });
  onSight.observe(holder);
  return holder;
}

function fill(holder) {
  onSight.unobserve(holder);
  const { html, text } = waiting.get(holder);
  const content = htmlForFrame(html);
  if (!content) { holder.replaceWith(element("pre", { className: "text-output" }, text ?? "This output needs DOMPurify, which is neither on this machine nor within reach.")); return; }
  const frame = element("iframe", { sandbox: "allow-scripts", title: "Output", referrerPolicy: "no-referrer" });
  const there = new Promise(done => shown.set(frame, done)).then(() => showing.delete(there));
  showing.add(there);
  holder.replaceChildren(frame);
  pageOf(content).then(page => { frame.srcdoc = page; });
}

// The frame reaches no file, so it gets everything in its text. Formulas are typeset before.
async function pageOf(content) {
  const output = element("div", { className: "html-output" });
  output.append(...content.childNodes);
  globalThis.typeset?.(element("div", {}, output));
  const { script, sheet, formulas } = await dress();
  const { theme } = root.dataset;
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; font-src data:; img-src data:`;
  return `<!doctype html><html${theme ? ` data-theme="${theme}"` : ""}><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${sheet}${output.querySelector(".katex") ? await formulas() : ""}</style>`
    + `<body class="framed"><script nonce="${nonce}">${script}</script>${output.outerHTML}`;
}

let dressing;
const dress = () => dressing ??= makeDress();

async function makeDress() {
  const sheets = [...document.styleSheets].filter(({ href }) => href);
  const own = sheets.filter(({ href }) => !href.includes("katex"));
  let formulas;
  return {
    // Told to the browser by its hash, for the page's own policy holds in the frame too.
    script: (await (await fetch(SCRIPT)).text()).replaceAll("\r\n", "\n"),
    sheet: await textOf(own),
    formulas: () => formulas ??= textOf(sheets.filter(sheet => !own.includes(sheet))),
  };
}

// Of the page's letters those of outputs: upright and slanted Latin, and Greek.
const isNeeded = rule => rule.cssText.includes("KaTeX_") || (!rule.cssText.includes("Serif") && /U\+0+-|U\+370|U\+0370/i.test(rule.style.getPropertyValue("unicode-range")));

async function textOf(sheets) {
  const rules = await Promise.all(sheets.map(async sheet => {
    try {
      return await Promise.all([...sheet.cssRules].map(rule => !(rule instanceof CSSFontFaceRule) ? rule.cssText : isNeeded(rule) ? withFont(rule, sheet.href) : ""));
    } catch {
      // A sheet from elsewhere may not be read, or its fonts not fetched: the reader's own letters do.
      return [];
    }
  }));
  return rules.flat().join("\n").replaceAll("</", "<\\/");
}

async function withFont(rule, base) {
  const [, address] = /url\("?([^")]+\.woff2)"?\)/.exec(rule.style.getPropertyValue("src")) ?? [];
  if (!address) return "";
  const font = await (await fetch(new URL(address, base))).arrayBuffer();
  const range = rule.style.getPropertyValue("unicode-range");
  const [family, style, weight] = ["font-family", "font-style", "font-weight"].map(name => rule.style.getPropertyValue(name));
  return `@font-face { font-family: ${family}; font-style: ${style || "normal"}; font-weight: ${weight || "normal"}; src: url("data:font/woff2;base64,${base64(font)}");${range ? ` unicode-range: ${range};` : ""} }`;
}

function base64(bytes) {
  let text = "";
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text);
}

const frames = () => [...document.querySelectorAll(".framed-output > iframe")];

addEventListener("message", ({ source, data }) => {
  const frame = typeof data === "number" && frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  frame.style.height = `${Math.min(data, TALLEST_PX)}px`;
  shown.get(frame)?.();
});

new MutationObserver(() => {
  for (const { contentWindow } of frames()) contentWindow.postMessage(root.dataset.theme ?? "", "*");
}).observe(root, { attributeFilter: ["data-theme"] });
