// The signature and documentation of what the pointer rests on.
import { element } from "../dom.js";

export function hoverSource(cellId, questions) {
  return async (view, position) => {
    const found = await describe(cellId, questions, view.state.doc.toString(), position);
    return found && { pos: found.start, end: found.end, above: true, create: () => ({ dom: found.dom }) };
  };
}

/** What the kernel says of the name at a position; null where it knows none. */
export async function describe(cellId, questions, source, position) {
  const found = await questions.ask({ type: "ask-hover", cellId, source, position });
  if (!found?.signature) return null;
  const dom = element("div", { className: "hover html-output" }, element("code", {}, found.signature));
  if (found.documentation) dom.append(element("p", {}, found.documentation));
  globalThis.typeset?.(element("div", {}, dom));
  return { start: found.start, end: found.end, dom };
}
