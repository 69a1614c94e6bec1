// Colours C# in a page that only shows it, with the same grammar as the Studio's editor.
// Each <code class="csharp"> gets spans of the classes keyword, string, number, comment, type, meta and function.
import { StringStream } from "@codemirror/language";
import { csharp } from "@codemirror/legacy-modes/mode/clike";

const CLASSES = { keyword: "keyword", string: "string", number: "number", comment: "comment", type: "type", meta: "meta", def: "function", builtin: "type", atom: "keyword" };

function highlight(code) {
  const state = csharp.startState(4);
  const coloured = document.createDocumentFragment();
  for (const [index, line] of code.textContent.split("\n").entries()) {
    if (index > 0) coloured.append("\n");
    const stream = new StringStream(line, 4, 4);
    if (stream.eol() && csharp.blankLine) csharp.blankLine(state, 4);
    while (!stream.eol()) {
      stream.start = stream.pos;
      const name = CLASSES[(csharp.token(stream, state) ?? "").split(/[ .]/)[0]];
      const text = line.slice(stream.start, stream.pos);
      if (!name) { coloured.append(text); continue; }
      const span = document.createElement("span");
      span.className = `token-${name}`;
      span.textContent = text;
      coloured.append(span);
    }
  }
  code.replaceChildren(coloured);
}

globalThis.highlightCode = root => root.querySelectorAll("code.csharp").forEach(highlight);
