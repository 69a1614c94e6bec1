// C# in the editor: colours, brackets, completion, signatures, hover and the compiler's findings.
import { completionSource } from "./completion.js";
import { hoverSource } from "./hover.js";
import { signatureHelp } from "./signature.js";
import { diagnosing } from "./diagnostics.js";

export function csharpExtensions(codemirror, cellId, questions) {
  const { StreamLanguage, csharp, bracketMatching, closeBrackets, closeBracketsKeymap, indentOnInput, autocompletion, completionKeymap, keymap, hoverTooltip } = codemirror;
  return [
    StreamLanguage.define(csharp), indentOnInput(), bracketMatching(), closeBrackets(),
    autocompletion({ override: [completionSource(codemirror, cellId, questions)], icons: false }),
    hoverTooltip(hoverSource(cellId, questions), { hoverTime: 350 }),
    signatureHelp(codemirror, cellId, questions),
    diagnosing(codemirror, cellId, questions),
    keymap.of([...closeBracketsKeymap, ...completionKeymap]),
  ];
}
