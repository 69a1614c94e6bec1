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
     * gives the new version, or what the other tab kept. */
    async save(lesson, { notebook, original }, version, overwrite) {
      return within(["lessons", "edits"], "readwrite", async (lessons, edits) => {
        const kept = await answer(lessons.get(lesson));
        if (!overwrite && (kept?.version ?? 0) !== version) return { other: kept };
        const next = (kept?.version ?? 0) + 1;
        lessons.put({ notebook, original, version: next, at: Date.now() }, lesson);
        edits.delete(editsOf(lesson));
        return { version: next };
      });
    },
    /** Keeps a cell's text at once, until the whole lesson is saved. */
    keepEdit: (lesson, cellId, source) => within("edits", "readwrite", edits => { edits.put(source, [lesson, cellId]); }),
    forgetEdits: lesson => within("edits", "readwrite", edits => { edits.delete(editsOf(lesson)); }),
    keepBeforeReset: (lesson, notebook) => within("before-reset", "readwrite", store => { store.add({ lesson, notebook, at: Date.now() }); }),
    readNote: key => within("notes", "readonly", notes => answer(notes.get(key))),
    keepNote: (key, value) => within("notes", "readwrite", notes => { notes.put(value, key); }),
    /** Everything, for a copy to take along. */
    all: () => within(["lessons", "notes"], "readonly", async (lessons, notes) => {
      const [names, kept, keys, values] = await Promise.all([answer(lessons.getAllKeys()), answer(lessons.getAll()), answer(notes.getAllKeys()), answer(notes.getAll())]);
      return { lessons: names.map((name, index) => [name, kept[index].notebook]), notes: keys.map((key, index) => [key, values[index]]) };
    }),
  };
}
