// What could be written here, from the kernel's compiler. Asked after a dot, in a word, or on Ctrl+Space.
const KINDS = { method: "function", field: "property", event: "property", struct: "class", delegate: "type", parameter: "variable" };

export function completionSource(cellId, questions) {
  return async context => {
    const word = context.matchBefore(/[\w]+/);
    const dot = context.matchBefore(/\./);
    if (!context.explicit && !word && !dot) return null;
    const found = await questions.ask({ type: "ask-completions", cellId, source: context.state.doc.toString(), position: context.pos });
    if (!found || context.aborted || !found.items.length) return null;
    return {
      from: found.start,
      options: found.items.map(({ text, kind, detail }) => ({ label: text, type: KINDS[kind] ?? kind, detail: detail && detail !== text ? detail : undefined })),
      validFor: /^\w*$/,
    };
  };
}
