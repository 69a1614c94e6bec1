// The signature and documentation of what the pointer rests on.
import { element } from "../dom.js";

export function hoverSource(cellId, questions) {
  return async (view, position) => {
    const found = await questions.ask({ type: "ask-hover", cellId, source: view.state.doc.toString(), position });
    if (!found?.signature) return null;
    return {
      pos: found.start, end: found.end, above: true,
      create: () => {
        const dom = element("div", { className: "hover html-output" }, element("code", {}, found.signature));
        if (found.documentation) dom.append(element("p", {}, found.documentation));
        globalThis.typeset?.(element("div", {}, dom));
        return { dom };
      },
    };
  };
}
