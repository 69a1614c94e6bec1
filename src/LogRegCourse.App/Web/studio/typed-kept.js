// What was typed and is not on the disk yet, in the browser's own storage: a page that ends, or a browser, loses nothing.
const BEGINS = "logregcourse typed ";

/** @param {string} course which course on this machine; @param {string} lesson its name */
export function keptInBrowser(course, lesson) {
  const tab = crypto.randomUUID();
  const begins = `${BEGINS}${course} ${lesson} `;
  // Held while this page lives, so that another does not take its text for one that was left.
  navigator.locks?.request(begins + tab, () => new Promise(() => {}));

  return {
    keep(cellId, entry) {
      try { localStorage.setItem(begins + cellId, JSON.stringify({ ...entry, tab })); } catch { /* no room: the Studio has it in a moment */ }
    },
    drop(cellId) {
      const entry = read(begins + cellId);
      if (!entry || entry.tab === tab) localStorage.removeItem(begins + cellId);
    },
    /** Takes what pages that are gone have left, as cell and entry. */
    async left() {
      const held = new Set((await navigator.locks?.query())?.held.map(lock => lock.name));
      const left = Object.keys(localStorage).filter(key => key.startsWith(begins)).map(key => [key, read(key)]).filter(([, entry]) => !held.has(begins + entry?.tab));
      for (const [key] of left) localStorage.removeItem(key);
      return left.filter(([, entry]) => entry).map(([key, entry]) => [key.slice(begins.length), entry]);
    },
  };
}

function read(key) {
  try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
}
