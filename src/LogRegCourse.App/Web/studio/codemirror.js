// Everything of CodeMirror that the Studio uses. Bundled into one file where Node is at hand; without Node
// there is no such file, and editor.js makes plain text fields.
export { EditorState, Compartment, StateEffect, StateField, Prec } from "@codemirror/state";
export { EditorView, keymap, drawSelection, highlightSpecialChars, hoverTooltip, showTooltip, lineNumbers, highlightActiveLine } from "@codemirror/view";
export { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
export { autocompletion, completionKeymap, snippet, closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
export { bracketMatching, HighlightStyle, indentOnInput, indentUnit, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
export { setDiagnostics } from "@codemirror/lint";
export { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
export { csharp } from "@codemirror/legacy-modes/mode/clike";
export { tags } from "@lezer/highlight";
