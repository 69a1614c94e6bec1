// The page's own colours in the editor, so that written and shown code look the same.
export function editorTheme({ EditorView, HighlightStyle, syntaxHighlighting, tags }) {
  const colours = HighlightStyle.define([
    { tag: [tags.keyword, tags.atom, tags.bool, tags.null], class: "token-keyword" },
    { tag: [tags.string, tags.character], class: "token-string" },
    { tag: tags.number, class: "token-number" },
    { tag: tags.comment, class: "token-comment" },
    { tag: [tags.typeName, tags.standard(tags.name)], class: "token-type" },
    { tag: tags.meta, class: "token-meta" },
  ]);
  return [
    syntaxHighlighting(colours),
    EditorView.theme({
      "&": { backgroundColor: "transparent", color: "var(--ink)" },
      "&.cm-focused": { outline: "none" },
      ".cm-scroller": { font: "inherit", lineHeight: "inherit" },
      ".cm-content": { padding: "0", caretColor: "var(--accent)" },
      ".cm-line": { padding: "0" },
      ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
      "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--accent) 25%, transparent)" },
      ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "var(--corner)", boxShadow: "0 4px 16px rgb(0 0 0 / .15)" },
      ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", fontSize: ".85rem" },
      ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent-soft)", color: "var(--ink)" },
      ".cm-matchingBracket": { backgroundColor: "var(--accent-soft)", outline: "1px solid var(--line)" },
    }),
  ];
}
