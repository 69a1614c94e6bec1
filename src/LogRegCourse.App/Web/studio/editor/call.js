// The call that a position stands in: where its name begins and its bracket opens. Null outside calls.
const OPENING = { ")": "(", "]": "[", "}": "{" };

/** @param {string} source @param {number} position */
export function callAt(source, position) {
  const open = [];
  let statement = 0;
  for (let at = 0; at < position; at++) {
    const sign = source[at];
    if (sign === "\"" || sign === "'") {
      const end = endOfText(source, at);
      if (end >= position) break;
      at = end;
    } else if (sign === "/" && source[at + 1] === "/") {
      const end = source.indexOf("\n", at);
      if (end < 0 || end >= position) return null;
      at = end;
    } else if ("([{".includes(sign)) open.push({ sign, at });
    else if (OPENING[sign] && open.at(-1)?.sign === OPENING[sign]) open.pop();
    else if (sign === ";" && !open.some(bracket => bracket.sign === "(")) statement = at;
  }
  for (const { sign, at } of open.reverse()) {
    if (sign === "{") return null;
    const name = sign === "(" && /([A-Za-z_]\w*)(?:<[^<>()]*>)?\s*$/.exec(source.slice(statement, at));
    if (name && !/^(?:if|while|for|foreach|switch|return|using|lock|catch|nameof|when)$/.test(name[1])) return { start: statement + name.index, open: at };
  }
  return null;
}

// The last sign of a text that begins at a quotation mark; the end of its line where it is not closed.
function endOfText(source, start) {
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === "\\") at++;
    else if (source[at] === source[start] || source[at] === "\n") return at;
  }
  return source.length;
}
