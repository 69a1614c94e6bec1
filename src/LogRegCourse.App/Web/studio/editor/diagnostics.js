// Underlines what the compiler does not like, a moment after the last key.
const PAUSE_MS = 400;

export function diagnosing(codemirror, cellId, questions) {
  const { EditorView, setDiagnostics } = codemirror;
  let timer;
  return EditorView.updateListener.of(update => {
    if (!update.docChanged) return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const { view } = update;
      const asked = view.state.doc;
      const found = await questions.ask({ type: "ask-diagnosis", cellId, source: asked.toString() });
      // The text has moved on: what was found is about another one.
      if (!found || view.state.doc !== asked) return;
      const inside = position => Math.min(Math.max(position, 0), asked.length);
      view.dispatch(setDiagnostics(view.state, found.items.map(item => ({
        from: inside(item.start), to: Math.max(inside(item.end), inside(item.start)), severity: item.severity === "error" ? "error" : "warning", message: item.message,
      }))));
    }, PAUSE_MS);
  });
}
