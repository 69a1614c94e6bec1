// Questions to the Studio that have one answer each: completion, hover, diagnosis. Only the newest of a kind matters;
// an older one is answered with null.

/** @param {(command: object) => void} send */
export function questions(send) {
  const open = new Map();
  let last = 0;

  function ask(command) {
    for (const [request, asked] of open)
      if (asked.type === command.type) { asked.resolve(null); open.delete(request); }
    const request = ++last;
    return new Promise(resolve => {
      open.set(request, { type: command.type, resolve });
      send({ ...command, request });
    });
  }

  function answer(news) {
    open.get(news.request)?.resolve(news);
    open.delete(news.request);
  }

  return { ask, answer };
}
