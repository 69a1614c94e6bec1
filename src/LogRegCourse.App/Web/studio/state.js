// What the page knows of the lesson: news in, new state out. Touches no document.

export const EMPTY = { name: "", cells: [], kernel: "none", isSaved: true, hasConflict: false, isFileGone: false, isTrusted: true, line: null };

// The page was away so long, a laptop asleep perhaps, that the lesson was closed meanwhile.
const GONE = "The kernel was ended while this page was away; outputs stay, variables are gone.";

/** The state after a piece of news; cells that did not change stay the same objects. */
export function after(state, news) {
  switch (news.type) {
    case "notebook-opened":
      return { ...state, sentence: state.kernel !== "none" && news.kernel === "none" ? GONE : state.sentence, name: news.name, cells: news.cells, kernel: news.kernel, isSaved: news.isSaved, hasConflict: news.hasConflict, isFileGone: news.isFileGone, isTrusted: news.isTrusted !== false };
    case "cell-edited": return withCell(state, news.cellId, cell => ({ ...cell, source: news.source, html: news.html ?? cell.html, textVersion: news.textVersion ?? cell.textVersion }));
    case "edit-taken": return news.html === undefined ? state : withCell(state, news.cellId, cell => ({ ...cell, html: news.html }));
    case "cell-added": return { ...state, cells: state.cells.toSpliced(news.index, 0, news.cell) };
    case "cell-deleted": return { ...state, cells: state.cells.filter(cell => cell.id !== news.cellId) };
    case "cell-phase-changed": return withCell(state, news.cellId, cell => ({ ...cell, phase: news.phase }));
    case "outputs-cleared":
      return withCell(state, news.cellId, cell => news.byInput
        ? { ...cell, coming: [] }
        : { ...cell, outputs: [], coming: null, executionCount: news.executionCount, areOutputsStored: false });
    case "output-added":
      return withCell(state, news.cellId, cell => cell.coming
        ? { ...cell, coming: appended(cell.coming, news.output) }
        : { ...cell, outputs: appended(cell.outputs, news.output) });
    case "output-replaced": return withCell(state, news.cellId, cell => ({ ...cell, outputs: cell.outputs.with(news.index, news.output) }));
    case "cell-ran":
      return withCell(state, news.cellId, cell => ({
        ...cell, phase: "idle", outcome: news.outcome, needsCellsAbove: news.needsCellsAbove === true, outputs: cell.coming ?? cell.outputs, coming: null,
        ...(news.outcome !== "aborted" && { milliseconds: news.milliseconds }),
        ...(news.liveInputs && !news.byInput && { liveInputs: news.liveInputs }),
      }));
    case "stale-cells":
      return { ...state, cells: state.cells.map(cell => {
        const isStale = news.cellIds.includes(cell.id);
        return isStale === cell.isStale ? cell : { ...cell, isStale };
      }) };
    case "kernel-phase-changed": return { ...state, kernel: news.phase, sentence: news.sentence };
    case "save-state-changed": return { ...state, isSaved: news.isSaved, trouble: news.trouble };
    case "conflict-found": return { ...state, hasConflict: news.isThere, isFileGone: news.isFileGone };
    case "line-asked": return { ...state, line: news.cellId ? news : null };
    default: return state;
  }
}

function withCell(state, id, change) {
  const index = state.cells.findIndex(cell => cell.id === id);
  return index < 0 ? state : { ...state, cells: state.cells.with(index, change(state.cells[index])) };
}

// Text that follows text of the same stream continues it.
function appended(outputs, output) {
  const last = outputs.at(-1);
  return output.kind === "text" && last?.kind === "text" && last.stream === output.stream
    ? outputs.with(-1, { ...last, text: last.text + output.text })
    : [...outputs, output];
}
