// A cell's editor: CodeMirror with C# or markdown, and without CodeMirror a plain text field.
import { csharpExtensions } from "./editor/csharp.js";
import { editorTheme } from "./editor/theme.js";
import { stretch } from "./typed-text.js";

const codemirror = await import("./codemirror.js").catch(() => null);

/**
 * @param {HTMLElement} parent
 * @param {{ source: string, kind: string, label: string, onEdit: (source: string) => void, onFocus: () => void, cellId: string, questions: object }} options
 */
export function createEditor(parent, options) {
  return codemirror ? richEditor(parent, options) : plainEditor(parent, options);
}

function richEditor(parent, { source, kind, label, onEdit, onFocus, cellId, questions }) {
  const { EditorState, EditorView, keymap, history, historyKeymap, defaultKeymap, indentWithTab, drawSelection, highlightSpecialChars, indentUnit } = codemirror;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: source,
      extensions: [
        highlightSpecialChars(), history(), drawSelection(), indentUnit.of("    "), EditorState.tabSize.of(4),
        EditorView.lineWrapping, kind === "code" ? csharpExtensions(codemirror, cellId, questions) : [],
        keymap.of([...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"), ...historyKeymap, indentWithTab]),
        editorTheme(codemirror),
        EditorView.contentAttributes.of({ "aria-label": label }),
        EditorView.updateListener.of(update => {
          if (update.docChanged && !update.transactions.some(transaction => transaction.isUserEvent("remote"))) onEdit(update.state.doc.toString());
          if (update.focusChanged && update.view.hasFocus) onFocus();
        }),
      ],
    }),
  });
  return {
    source: () => view.state.doc.toString(),
    setSource(text) {
      if (text === view.state.doc.toString()) return;
      // Only what differs, so that the cursor stays where somebody writes.
      const { from, to, text: insert } = stretch(view.state.doc.toString(), text);
      view.dispatch({ changes: { from, to, insert }, userEvent: "remote" });
    },
    focus: () => view.focus(),
    blur: () => view.contentDOM.blur(),
    clearMarks() { if (view.dom.querySelector(".cm-lintRange")) view.dispatch(codemirror.setDiagnostics(view.state, [])); },
    destroy: () => view.destroy(),
  };
}

function plainEditor(parent, { source, label, onEdit, onFocus }) {
  const field = document.createElement("textarea");
  field.className = "plain-editor";
  field.setAttribute("aria-label", label);
  field.spellcheck = false;
  const fit = () => { field.rows = Math.max(1, field.value.split("\n").length); };
  field.addEventListener("input", () => { fit(); onEdit(field.value); });
  field.addEventListener("focus", onFocus);
  field.value = source;
  fit();
  parent.append(field);
  return {
    source: () => field.value,
    setSource(text) {
      if (text === field.value) return;
      const { from, to, text: insert } = stretch(field.value, text);
      field.setRangeText(insert, from, to, "preserve");
      fit();
    },
    focus: () => field.focus(),
    clearMarks() { /* a plain field has none */ },
    blur: () => field.blur(),
    destroy: () => field.remove(),
  };
}
