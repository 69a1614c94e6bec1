// What could be written here, from the kernel's compiler. Asked after a dot, in a word, or on Ctrl+Space.
import { describe } from "./hover.js";

const KINDS = { method: "function", field: "property", event: "property", struct: "class", delegate: "type", parameter: "variable" };

// The notebook's own names before what belongs to it, and both before types and namespaces.
const RANKS = { variable: 3, parameter: 3, method: 2, property: 2, field: 2, keyword: 1, namespace: -1 };

// The course's calls with places to fill in; each is offered where the notebook has its name.
const SNIPPETS = {
  Derivation: "Derivation.Of(\"${name}\")\n    .From(${x} => ${formula})\n    .Then(\"${rule}\", ${x} => ${next})",
  Slider: "var ${w} = Slider(\"${w}\", ${from}, ${to}, ${start});",
  Figure: "Figure(\"${x axis}\", \"${y axis}\",\n    Line(${xs}, ${ys}, \"${name}\"))",
  Table: "Table.Of(new { ${name} = ${value} })",
};

export function completionSource({ snippet }, cellId, questions) {
  return async context => {
    const word = context.matchBefore(/[\w]+/);
    const dot = context.matchBefore(/\./);
    if (!context.explicit && !word && !dot) return null;
    const source = context.state.doc.toString();
    const found = await questions.ask({ type: "ask-completions", cellId, source, position: context.pos });
    if (!found || context.aborted || !found.items.length) return null;
    const options = found.items.map(({ text, kind, detail }) => ({
      label: text, type: KINDS[kind] ?? kind, boost: RANKS[kind] ?? 0,
      detail: detail && detail !== text ? detail : undefined,
      info: async () => (await describe(cellId, questions, source.slice(0, found.start) + text + source.slice(found.end), found.start + 1))?.dom ?? null,
    }));
    if (source[found.start - 1] !== ".")
      for (const { text } of found.items.filter(item => Object.hasOwn(SNIPPETS, item.text)))
        options.push({ label: text, detail: "with places to fill in", type: "snippet", boost: 4, apply: snippet(SNIPPETS[text]) });
    return { from: found.start, options, validFor: /^\w*$/ };
  };
}
