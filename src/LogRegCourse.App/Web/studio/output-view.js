// Draws a cell's outputs.
import { element } from "./dom.js";
import { plainHtml } from "./foreign-html.js";
import { framed } from "./framed.js";
import { followFigure } from "./moving-lines.js";

const PLOTLY = "application/vnd.plotly.v1+json";
const PICTURES = ["image/png", "image/jpeg", "image/gif"];

/** Brings the element's children up to date with the outputs; a chart that stays a chart is updated in place. */
export function showOutputs(parent, outputs, { isStored, alt }) {
  const old = [...parent.children];
  let hasNewText = false;
  outputs.forEach((output, index) => {
    const present = old[index];
    if (present?.output === output) return;
    const figure = output.data?.[PLOTLY];
    if (figure && present?.classList.contains("chart")) {
      followFigure(present, present.output.data[PLOTLY], figure);
      present.output = output;
      return;
    }
    if (output.kind === "text" && present?.output?.kind === "text" && present.output.stream === output.stream && output.text.startsWith(present.output.text)) {
      present.append(output.text.slice(present.output.text.length));
      present.output = output;
      return;
    }
    const made = outputElement(output, isStored, alt);
    made.output = output;
    if (present) { forget(present); present.replaceWith(made); }
    else parent.append(made);
    if (figure) figures.drawOnSight(made, figure);
    else hasNewText = true;
  });
  for (const extra of old.slice(outputs.length)) { forget(extra); extra.remove(); }
  if (!hasNewText) return;
  globalThis.typeset?.(parent);
  takeAway.offerTables(parent);
}

function forget(shown) {
  if (shown.classList.contains("chart")) figures.forget(shown);
}

function outputElement(output, isStored, alt) {
  if (output.kind === "text") return element("pre", { className: `text-output ${output.stream}` }, output.text);
  if (output.kind === "error") return error(output.text);
  const { data } = output;
  if (data[PLOTLY]) return element("figure", { className: "chart", role: "img", "aria-label": alt ?? "Chart" });
  if (data["text/html"]) return isStored ? framed(data["text/html"], data["text/plain"]) : html(data);
  if (data["text/latex"]) return element("div", { className: "latex-output" }, data["text/latex"]);
  const picture = PICTURES.find(type => data[type]);
  if (picture) return element("img", { className: "image-output", alt: alt ?? "Picture", src: `data:${picture};base64,${data[picture].replaceAll("\n", "")}` });
  if (data["image/svg+xml"]) return element("img", { className: "image-output", alt: alt ?? "Picture", src: `data:image/svg+xml,${encodeURIComponent(data["image/svg+xml"])}` });
  return element("pre", { className: "text-output" }, data["text/plain"] ?? data["text/markdown"] ?? "");
}

// What is said in plain words stands open, what the compiler says is folded below it.
function error(text) {
  const [said, words] = text.split("\nThe compiler's own words:\n");
  const folded = words ? [element("details", {}, element("summary", {}, "The compiler's own words"), words)] : [];
  return element("pre", { className: "error-output", role: "alert" }, said, ...folded);
}

// Plain content stands in the page; what is more than that, or would be, in a frame.
function html(data) {
  const content = plainHtml(data["text/html"]);
  return content ? element("div", { className: "html-output" }, content) : framed(data["text/html"], data["text/plain"]);
}
