// The signature of the call that is being written, from its opening bracket on.
import { callAt } from "./call.js";
import { describe } from "./hover.js";

export function signatureHelp({ StateEffect, StateField, showTooltip, EditorView, keymap }, cellId, questions) {
  const show = StateEffect.define();
  const shown = StateField.define({
    create: () => null,
    update: (tooltip, { effects }) => effects.reduce((now, effect) => (effect.is(show) ? effect.value : now), tooltip),
    provide: field => showTooltip.from(field),
  });

  async function ask(view, call) {
    const source = view.state.doc.toString();
    const found = await describe(cellId, questions, source, call.start + 1);
    const now = callAt(view.state.doc.toString(), view.state.selection.main.head);
    if (found && view.hasFocus && now?.open === call.open) view.dispatch({ effects: show.of({ pos: call.open, above: true, create: () => ({ dom: found.dom }) }) });
  }

  return [
    shown,
    EditorView.updateListener.of(update => {
      if (!update.docChanged && !update.selectionSet && !update.focusChanged) return;
      const { view, state } = update;
      const call = view.hasFocus ? callAt(state.doc.toString(), state.selection.main.head) : null;
      const tooltip = state.field(shown);
      if (call?.open === tooltip?.pos) return;
      // Not while an update is under way.
      queueMicrotask(() => {
        if (tooltip) view.dispatch({ effects: show.of(null) });
        if (call && update.transactions.some(transaction => transaction.isUserEvent("input"))) void ask(view, call);
      });
    }),
    keymap.of([{ key: "Escape", run: view => view.state.field(shown) !== null && (view.dispatch({ effects: show.of(null) }), true) }]),
  ];
}
