// What a reader wrote, kept in this browser: IndexedDB, one database for each place of the site.
const STORES = ["lessons", "edits", "before-reset", "notes"];
let opening;

/** The database; rejects where the browser refuses one (a private window). */
function database(base) {
  opening ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(`logregcourse ${new URL(base).pathname}`, 1);
    asked.onupgradeneeded = () => { for (const store of STORES) asked.result.createObjectStore(store, store === "before-reset" ? { autoIncrement: true } : undefined); };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error("another tab holds an older version"));
  });
  return opening;
}

function done(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error("the browser gave up"));
  });
}

const answer = asked => new Promise((resolve, reject) => { asked.onsuccess = () => resolve(asked.result); asked.onerror = () => reject(asked.error); });

const editsOf = lesson => IDBKeyRange.bound([lesson], [lesson, []]);

async function wholeIn([lessons, edits], lesson, original) {
  const [kept, keys, sources] = await Promise.all([answer(lessons.get(lesson)), answer(edits.getAllKeys(editsOf(lesson))), answer(edits.getAll(editsOf(lesson)))]);
  const notebook = kept?.notebook ?? (keys.length > 0 ? original : undefined);
  return { kept, notebook: withEdits(notebook, keys, sources), version: kept?.version ?? 0 };
}

/** Where the tabs of a lesson tell each other that it was saved. */
export const tabsOf = (base, lesson) => new BroadcastChannel(`logregcourse ${new URL(base).pathname} ${lesson}`);

/** The name that a notebook of the reader's is kept under, beside the lessons. */
export const OWN = "own/";

// What was written after the last save, or before the first, put into the notebook.
function withEdits(notebook, keys, sources) {
  if (keys.length === 0 || notebook === undefined) return notebook;
  const changed = JSON.parse(notebook);
  keys.forEach(([, cellId], index) => { for (const cell of changed.cells) if (cell.id === cellId) cell.source = sources[index].match(/[^\n]*\n|[^\n]+/g) ?? []; });
  return `${JSON.stringify(changed, null, 1)}\n`;
}

export function openStore(base) {
  const within = async (stores, mode, work) => {
    const transaction = (await database(base)).transaction(stores, mode);
    const ended = done(transaction);
    const [value] = await Promise.all([work(...[stores].flat().map(store => transaction.objectStore(store))), ended]);
    return value;
  };
  return {
    /** A lesson as it was kept: { notebook, version }, or undefined; and the edits that came after. */
    async read(lesson) {
      return within(["lessons", "edits"], "readonly", async (lessons, edits) => {
        const range = editsOf(lesson);
        const [kept, keys, sources] = await Promise.all([answer(lessons.get(lesson)), answer(edits.getAllKeys(range)), answer(edits.getAll(range))]);
        return { kept, edits: keys.map(([, cellId], index) => [cellId, sources[index]]) };
      });
    },
    /** Keeps a lesson, { notebook, original: the course's texts that it was made from }, unless another tab did since `version`;
     * gives the new version, or what the other tab kept. Of the cells' texts that were kept at once those of `newer` stay:
     * they may have been written after the notebook was made. */
    async save(lesson, { notebook, original }, version, overwrite, newer) {
      return within(["lessons", "edits"], "readwrite", async (lessons, edits) => {
        const kept = await answer(lessons.get(lesson));
        if (!overwrite && (kept?.version ?? 0) !== version) return { other: kept };
        const next = (kept?.version ?? 0) + 1;
        lessons.put({ notebook, original, version: next, at: Date.now() }, lesson);
        for (const key of await answer(edits.getAllKeys(editsOf(lesson)))) if (!newer.has(key[1])) edits.delete(key);
        return { version: next };
      });
    },
    /** Keeps a cell's text at once, until the whole lesson is saved; without waiting to be asked for more, for the page may be on its way out. */
    keepEdit: (lesson, cellId, source) => within("edits", "readwrite", edits => { edits.put(source, [lesson, cellId]); edits.transaction.commit(); }),
    forgetEdits: lesson => within("edits", "readwrite", edits => { edits.delete(editsOf(lesson)); }),
    keepBeforeReset: (lesson, notebook) => within("before-reset", "readwrite", store => { store.add({ lesson, notebook, at: Date.now() }); }),
    readNote: key => within("notes", "readonly", notes => answer(notes.get(key))),
    /** Adds to what the checks remember, exercises and guesses by name; what has been passed stays passed. */
    keepProgress: (outcomes, { isNews }) => within("notes", "readwrite", async notes => {
      const kept = JSON.parse(await answer(notes.get("progress")) || "{}");
      const added = Object.entries(outcomes).filter(([id, outcome]) => kept[id] !== "passed" && kept[id] !== outcome && (isNews || !Object.hasOwn(kept, id) || outcome === "passed"));
      if (added.length > 0) notes.put(JSON.stringify({ ...kept, ...Object.fromEntries(added) }, null, 2), "progress");
      return added.length > 0;
    }),
    /** The names of what is kept: lessons, and notebooks of the reader's. */
    names: () => within(["lessons", "edits"], "readonly", async (lessons, edits) => {
      const [kept, keys] = await Promise.all([answer(lessons.getAllKeys()), answer(edits.getAllKeys())]);
      return [...new Set([...kept, ...keys.map(([lesson]) => lesson)])];
    }),
    /** The reader's notebook to its last letter; `original` where only single cells are kept. Undefined where nothing is. */
    whole: (lesson, original) => within(["lessons", "edits"], "readonly", async (...stores) => (await wholeIn(stores, lesson, original)).notebook),
    /** Puts a notebook in the place of the reader's, which is kept beside; gives its version. */
    replace: (lesson, notebook, original) => within(["lessons", "edits", "before-reset"], "readwrite", async (lessons, edits, before) => {
      const { kept, notebook: mine, version } = await wholeIn([lessons, edits], lesson, original);
      if (mine !== undefined && mine !== notebook) before.add({ lesson, notebook: mine, at: Date.now() });
      lessons.put({ ...kept, notebook, version: version + 1, at: Date.now() }, lesson);
      edits.delete(editsOf(lesson));
      return version + 1;
    }),
    remove: lesson => within(["lessons", "edits"], "readwrite", (lessons, edits) => { lessons.delete(lesson); edits.delete(editsOf(lesson)); }),
    /** What was replaced: { key, lesson, notebook, at }. */
    earlier: () => within("before-reset", "readonly", async before => {
      const [keys, values] = await Promise.all([answer(before.getAllKeys()), answer(before.getAll())]);
      return values.map((value, index) => ({ key: keys[index], ...value }));
    }),
    countEarlier: () => within("before-reset", "readonly", before => answer(before.count())),
    removeEarlier: key => within("before-reset", "readwrite", before => { before.delete(key); }),
  };
}
