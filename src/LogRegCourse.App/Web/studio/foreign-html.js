// Html that a cell made, cleaned by DOMPurify before it comes near the page. Export/ForeignHtml.cs lets the same through
// where a page is written; a test compares both lists.

export const TAGS = [
  "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "div", "dl", "dt", "em",
  "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp",
  "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "var",
  "math", "mfrac", "mi", "mn", "mo", "mover", "mrow", "ms", "mspace", "msqrt", "mroot", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd",
  "mtext", "mtr", "munder", "munderover",
];

export const ATTRIBUTES = [
  "align", "alt", "aria-label", "class", "colspan", "data-choice", "data-latex", "data-question", "display", "displaystyle", "height", "href",
  "mathvariant", "open", "role", "rowspan", "scope", "span", "src", "start", "stretchy", "style", "title", "width",
];

// Nothing that lays an element over others or takes something in from elsewhere.
export const STYLES = [
  "align-items", "background-color", "border", "border-bottom", "border-collapse", "border-color", "border-left", "border-right", "border-spacing",
  "border-style", "border-top", "border-width", "color", "display", "flex", "flex-wrap", "font-family", "font-size", "font-style",
  "font-variant-numeric", "font-weight", "gap", "height", "letter-spacing", "line-height", "list-style", "max-height", "max-width", "min-height",
  "min-width", "overflow-x", "overflow-y", "padding", "padding-bottom", "padding-left", "padding-right", "padding-top", "table-layout",
  "text-align", "text-decoration", "vertical-align", "white-space", "width",
];

/** The course's own; any other could look like a control of the page. */
export const CLASSES = /^(?:verdict|prediction|derivation|dni)(?:-[a-z]+)*$/;

const PLAIN_VALUE = /^(?!.*(?:url|image))[-\w.,#%() +]*$/i;
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);/i;

const IN_PAGE = { ALLOWED_TAGS: TAGS, ALLOWED_ATTR: ATTRIBUTES, ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false, RETURN_DOM_FRAGMENT: true };

// A frame of its own may have styles, drawings and names; what asks for something, or leads away by itself, stays out.
const IN_FRAME = {
  FORCE_BODY: true, RETURN_DOM: true, ADD_TAGS: ["style"],
  FORBID_TAGS: ["audio", "base", "button", "dialog", "embed", "form", "iframe", "input", "link", "meta", "object", "option", "picture", "script", "select", "source", "textarea", "track", "video"],
  FORBID_ATTR: ["action", "background", "formaction", "ping", "poster", "srcset", "target"],
};

let purifier;
let isStrict = false;
let isTouched = false;

function purify() {
  if (purifier !== undefined || !globalThis.DOMPurify) return purifier ?? null;
  purifier = DOMPurify(globalThis);
  purifier.addHook("uponSanitizeAttribute", (element, attribute) => {
    const { attrName: name, attrValue: value } = attribute;
    if (name === "src" && !PICTURE.test(value)) attribute.keepAttr = false;
    if (!isStrict) return;
    if (name === "class") attribute.attrValue = value.split(/\s+/).filter(word => CLASSES.test(word)).join(" ");
    else if (name === "style" && !isTame(value)) {
      attribute.keepAttr = false;
      isTouched = true;
    }
  });
  return purifier;
}

const isTame = style => style.split(";").filter(part => part.trim()).every(part => {
  const [, name, value] = /^\s*([-a-z]+)\s*:([^]*)$/.exec(part) ?? [];
  return STYLES.includes(name) && PLAIN_VALUE.test(value);
});

/** Plain content as a part of the page; null where something had to be taken out, or where DOMPurify is not there. */
export function plainHtml(html) {
  const purifier = purify();
  if (!purifier) return null;
  isStrict = true;
  isTouched = false;
  const content = purifier.sanitize(html, IN_PAGE);
  // It counts the body that it parses into as removed, and a comment shows nothing.
  return isTouched || purifier.removed.some(({ element, attribute }) => attribute || !["BODY", "#comment"].includes(element.nodeName)) ? null : content;
}

/** What a frame may show, as an element that belongs to no page; null where DOMPurify is not there. */
export function htmlForFrame(html) {
  isStrict = false;
  return purify()?.sanitize(html, IN_FRAME) ?? null;
}
