// What was typed in this page, until the Studio says that it is on the disk. Touches no document and no socket.
//
// Somebody else may write in the same cell: the Studio refuses an edit that does not know of it and tells the newer
// text; both are put together here and sent anew, so that nobody's keys are lost.

/** The longest text of a cell that is sent. */
export const LONGEST = 8_000_000;

const MOST_REMEMBERED = 500;

// A longer text is kept when it is sent, not with every key.
const KEPT_AT_ONCE = 100_000;

/** Two changes of one text put together: ours and theirs, each seen as one replaced stretch. */
export function merge(base, ours, theirs) {
  if (ours === base || ours === theirs) return theirs;
  if (theirs === base) return ours;
  const [a, b] = [stretch(base, ours), stretch(base, theirs)];
  // Of two that begin at one place theirs comes first, on every page.
  if (b.to <= a.from) return base.slice(0, b.from) + b.text + base.slice(b.to, a.from) + a.text + base.slice(a.to);
  if (a.to <= b.from) return base.slice(0, a.from) + a.text + base.slice(a.to, b.from) + b.text + base.slice(b.to);
  // Both replaced the same stretch: what both wrote stays.
  return base.slice(0, Math.min(a.from, b.from)) + b.text + a.text + base.slice(Math.max(a.to, b.to));
}

/** Where a text differs from the one before. */
export function stretch(before, now) {
  let from = 0;
  const shorter = Math.min(before.length, now.length);
  while (from < shorter && before[from] === now[from]) from++;
  let behind = 0;
  while (behind < shorter - from && before[before.length - 1 - behind] === now[now.length - 1 - behind]) behind++;
  return { from, to: before.length - behind, text: now.slice(from, now.length - behind) };
}

function mark(text) {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  return `${text.length}:${hash}`;
}

/** @param {{ keep?: (cellId: string, entry: object) => void, drop?: (cellId: string) => void }} store where the text outlives the page */
export function typedText({ keep = () => {}, drop = () => {} } = {}) {
  const cells = new Map();
  let edits = 0;

  function forget(cellId) {
    if (cells.delete(cellId)) drop(cellId);
  }

  // What the Studio may hold of this cell, by what was sent: such a text is older than ours and not somebody else's.
  function remember(typed, text, edit) {
    typed.history.set(mark(text), edit);
    if (typed.history.size > MOST_REMEMBERED) typed.history.delete(typed.history.keys().next().value);
  }

  function keepNow(cellId, typed) {
    keep(cellId, { source: typed.local, disk: typed.disk, history: [...typed.history.keys()], kind: typed.kind, after: typed.after });
  }

  function take(typed, source, textVersion) {
    const before = typed.local;
    typed.local = merge(typed.shadow, typed.local, source);
    typed.shadow = source;
    typed.version = textVersion;
    typed.sent = [];
    typed.isSent = typed.local === source;
    remember(typed, source, edits);
    return { source: typed.local, isMerged: typed.local !== source && typed.local !== before };
  }

  return {
    isEmpty: () => cells.size === 0,
    hasUnsent: () => [...cells.values()].some(typed => !typed.isSent),
    tooLong: () => [...cells].find(([, typed]) => typed.local.length > LONGEST)?.[0],
    length: () => Math.max(0, ...[...cells.values()].map(typed => typed.local.length)),
    forget,
    forgetAll() { for (const id of [...cells.keys()]) forget(id); },

    /** The reader wrote; before is the cell as the page knew it. */
    edit(before, source, after) {
      let typed = cells.get(before.id);
      if (!typed) {
        typed = { disk: before.source, shadow: before.source, version: before.textVersion ?? 0, sent: [], history: new Map(), kind: before.kind };
        remember(typed, before.source, 0);
        cells.set(before.id, typed);
      }
      Object.assign(typed, { local: source, isSent: false, after });
      if (source.length <= KEPT_AT_ONCE) keepNow(before.id, typed);
    },

    /** What is to be sent now, as commands. */
    toSend() {
      const commands = [];
      for (const [cellId, typed] of cells) {
        if (typed.isSent || typed.local.length > LONGEST) continue;
        const edit = ++edits;
        typed.isSent = true;
        typed.last = edit;
        typed.sent.push({ edit, source: typed.local });
        remember(typed, typed.local, edit);
        keepNow(cellId, typed);
        commands.push({ type: "edit-cell", cellId, source: typed.local, edit, base: typed.version });
      }
      return commands;
    },

    /** The Studio has taken an edit of this page. */
    taken(cellId, edit) {
      const typed = cells.get(cellId);
      const index = typed?.sent.findIndex(sent => sent.edit === edit) ?? -1;
      if (index < 0) return;
      typed.shadow = typed.sent[index].source;
      typed.sent.splice(0, index + 1);
    },

    /** All edits of this page up to one are on the disk. */
    saved(edit) {
      for (const [cellId, typed] of cells) {
        if (typed.last === undefined) continue;
        if (typed.isSent && typed.last <= edit) forget(cellId);
        else for (const [known, of] of typed.history) if (of < edit && of < typed.last) typed.history.delete(known);
      }
    },

    /** Somebody else's text of a cell: what the cell has now. */
    theirs(cellId, source, textVersion) {
      const typed = cells.get(cellId);
      if (!typed) return { source, isMerged: false };
      if (textVersion <= typed.version) return { source: typed.local, isMerged: false };
      const taken = take(typed, source, textVersion);
      // Nothing of ours is left that the Studio would have to tell us of.
      if (typed.isSent) forget(cellId);
      return taken;
    },

    /** The lesson as the Studio has it. Anew: the connection was lost, and this may be another Studio, with older text of ours.
     * @returns the cells' texts that differ, and the cells that the Studio does not have */
    opened(lesson, isAnew) {
      const texts = [];
      const missing = [];
      for (const [cellId, typed] of cells) {
        const cell = lesson.find(({ id }) => id === cellId);
        if (!cell) {
          if (!isAnew) { forget(cellId); continue; }
          missing.push({ cellId, kind: typed.kind, after: typed.after });
          Object.assign(typed, { shadow: "", version: 0, sent: [], isSent: false });
        } else if (isAnew && typed.history.has(mark(cell.source))) {
          Object.assign(typed, { shadow: cell.source, version: cell.textVersion, sent: [], isSent: false });
        } else {
          take(typed, cell.source, cell.textVersion);
          if (isAnew) typed.isSent = false;
          else if (typed.isSent) forget(cellId);
        }
        if (cell) texts.push([cellId, typed.local]);
      }
      return { texts, missing };
    },

    /** What a page that is gone had kept of a cell. */
    restore(cellId, { source, disk, history, kind, after }) {
      if (cells.has(cellId)) return;
      cells.set(cellId, { local: source, disk, shadow: disk, version: 0, sent: [], history: new Map(history.map(known => [known, 0])), kind, after, isSent: false });
    },
  };
}
