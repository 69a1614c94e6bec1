// A lesson in the Studio: connects, keeps the state, draws it, and turns keys and buttons into commands.
import { finder } from "./find.js";
import { openAllFolds } from "./folds.js";
import { listenToKeys } from "./keyboard.js";
import { showKeys } from "./keys-dialog.js";
import { menu } from "./menu.js";
import { notebookView } from "./notebook-view.js";
import { VERSION } from "./protocol.js";
import { printLesson } from "./print.js";
import { questions as questionsOver } from "./questions.js";
import { arriveAt, sectionList } from "./sections.js";
import { after, EMPTY } from "./state.js";
import { statusView } from "./status-view.js";
import { keptInBrowser } from "./typed-kept.js";
import { LONGEST, typedText } from "./typed-text.js";

// One page for both: a lesson served by the Studio, and one that runs in this browser.
const { connect, DOOR } = await import(document.querySelector(".lesson").dataset.door === "browser" ? "../browser/connection.js" : "./connection.js");

const SEND_EVERY_MS = 200;
// A very long text is sent as a whole each time.
const CHARACTERS_PER_MS = 4000;
// Outputs of what the course runs beside a cell: a hint, the answer to a question.
const BESIDE = "-beside";
const name = document.querySelector(".lesson").dataset.lesson;
const PLACE = `place-${name}`;
let state = EMPTY;
let isWarm = false;
const kept = DOOR.keepsTyped ? keptInBrowser(document.querySelector(".lesson").dataset.course, name) : null;
const typed = typedText(kept ?? {});
const merged = new Set();
let editTimer;
let drawnFrom = null;
let focusWhenThere = null;
let whenSaved = null;

const connection = connect(name, {
  onNews,
  onUp: () => status.setUp(true),
  onDown: () => status.setUp(false),
  onNotice: sentence => status.notice(sentence),
});
const send = command => connection.send(command);
const status = statusView(document, send, DOOR, download);
const questions = questionsOver(send);
const moves = questionsOver(send);
async function move(inputName, value) {
  const moved = await moves.ask({ type: "move-input", name: inputName, value });
  if (moved?.refusal) status.notice(moved.refusal);
  return moved;
}
const cells = document.querySelector(".cells");
const sections = sectionList(document.querySelector(".toc .sections"), cells);
finder(document.querySelector(".toc .find"), () => state.cells, cells);
const notebook = notebookView(cells, { run, runTo, runWithSetup, edit, move, send, questions, focus: warmUp, lesson: name, linksAreFiles: DOOR.linksAreFiles });

function onNews(news) {
  switch (news.type) {
    case "notebook-opened":
      if (news.version !== VERSION) { location.reload(); return; }
      break;
    case "completions-listed": case "hover-shown": case "diagnosis-made": questions.answer(news); return;
    case "input-moved": moves.answer(news); return;
    case "notice-given": status.notice(news.sentence); return;
    case "solution-shown": notebook.view(`check-${news.exercise.replace(".", "-")}`)?.panel?.showSolution(news.source); return;
    case "output-added":
      if (news.cellId.endsWith(BESIDE)) { notebook.view(news.cellId.slice(0, -BESIDE.length))?.showBeside(news.output); return; }
      break;
    case "kernel-phase-changed":
      if (news.sentence) status.notice(news.sentence);
      break;
    case "edit-taken": typed.taken(news.cellId, news.edit); break;
    case "edits-saved": typed.saved(news.edit); break;
    case "cell-edited": news = withOurs(news); break;
    case "cell-deleted": typed.forget(news.cellId); break;
    case "save-state-changed":
      if (news.isSaved && whenSaved) { whenSaved(); whenSaved = null; }
      break;
  }
  const before = state;
  state = after(state, news);
  if (news.type === "notebook-opened") opened(before, news.isGreeting);
  schedule(before);
  // At once: a key pressed while the editor shows the text before would be taken for a deletion of what others wrote.
  if (news.type === "cell-edited") draw();
}

function withOurs(news) {
  const { source, isMerged } = typed.theirs(news.cellId, news.source, news.textVersion);
  if (isMerged) {
    if (!merged.has(news.cellId)) status.notice(`Cell ${news.cellId} is being written in another page as well: what both write is put together.`);
    merged.add(news.cellId);
    sendSoon();
  }
  return { ...news, source };
}

// What the page shows of the saving: the Studio's word, and what has not reached it.
function saving() {
  const tooLong = typed.tooLong();
  return {
    isSaved: state.isSaved && typed.isEmpty(),
    ...tooLong && { trouble: `Cell ${tooLong} has more than ${LONGEST / 1e6} million characters: it is not saved until it is shorter.` },
  };
}

const changesSections = (before, now) => before.html !== now.html || (now.id.startsWith("check-") && before.outputs !== now.outputs);

// Many pieces of news may come between two frames; the page is drawn once.
function schedule(before) {
  if (drawnFrom) return;
  drawnFrom = before;
  requestAnimationFrame(draw);
}

function draw() {
  const from = drawnFrom;
  if (!from) return;
  drawnFrom = null;
  notebook.render(state, from);
  status.render({ ...state, ...saving() });
  if (focusWhenThere && notebook.view(focusWhenThere)) { notebook.focus(focusWhenThere); focusWhenThere = null; }
  if (from.cells.length !== state.cells.length || from.cells.some((cell, index) => changesSections(cell, state.cells[index])))
    sections.show(state.cells, cell => notebook.view(cell.id)?.section);
  document.querySelector("main").dataset.ready = "true";
}

// After a lost connection the Studio may be a new one: what was written here meanwhile goes first.
function opened(before, isGreeting) {
  if (before === EMPTY && kept) putBack();
  const { texts, missing } = typed.opened(state.cells, isGreeting);
  for (const { cellId, kind, after: place } of missing) {
    const afterCellId = indexOf(place) >= 0 ? place : state.cells.at(-1)?.id;
    send({ type: "add-cell", kind, newCellId: cellId, ...(afterCellId && { afterCellId }) });
  }
  document.querySelector("h1.loading")?.remove();
  document.querySelector(".as-read")?.remove();
  isWarm = state.kernel !== "none";
  for (const [id, source] of texts) state = after(state, { type: "cell-edited", cellId: id, source });
  sendEdits();
  if (before === EMPTY) requestAnimationFrame(() => requestAnimationFrame(() => arriveAt(document.getElementById(placeToOpen()), cells)));
}

function placeToOpen() {
  if (!location.hash) return sessionStorage.getItem(PLACE);
  try { return connection.place?.() ?? decodeURIComponent(location.hash.slice(1)); } catch { return null; }
}

// A page that ended, with its browser perhaps, before all was on the disk.
function putBack() {
  kept.left().then(all => {
    const left = all.filter(([cellId, { source }]) => state.cells.find(({ id }) => id === cellId)?.source !== source);
    for (const [cellId, entry] of left) typed.restore(cellId, entry);
    if (left.length === 0) return;
    const before = state;
    opened(before, true);
    schedule(before);
    status.notice(`What was written in ${left.length === 1 ? `cell ${left[0][0]}` : `${left.length} cells`} when this page ended has been put back.`);
  });
}

function edit(cellId, source) {
  const index = indexOf(cellId);
  typed.edit(state.cells[index], source, state.cells[index - 1]?.id);
  const before = state;
  state = after(state, { type: "cell-edited", cellId, source });
  schedule(before);
  sendSoon();
}

// Also while keys come without a pause.
function sendSoon() {
  editTimer ??= setTimeout(sendEdits, Math.max(SEND_EVERY_MS, typed.length() / CHARACTERS_PER_MS));
}

function sendEdits() {
  clearTimeout(editTimer);
  editTimer = undefined;
  // What is sent is what the browser keeps: without a connection it keeps it all the same, and sends it again later.
  for (const command of typed.toSend()) send(command);
}

// What was written last must not arrive behind the reset that undoes it.
function reset(cellId) {
  sendEdits();
  send({ type: "reset-to-original", ...(cellId && { cellId }) });
}

function warmUp() {
  if (isWarm) return;
  isWarm = true;
  send({ type: "warm-up" });
}

function run(cellIds) {
  sendEdits();
  isWarm = true;
  send({ type: "run-cells", cellIds });
}

// A button under a stored output may be the first thing that is pressed; what it runs needs the lesson's first cell.
function runWithSetup(cellId) {
  const setup = state.cells.find(cell => cell.id === "setup");
  run([...(setup && setup.milliseconds === undefined ? ["setup"] : []), cellId]);
}

const codeIds = (from, to) => state.cells.slice(from, to).filter(cell => cell.kind === "code").map(cell => cell.id);
const indexOf = id => state.cells.findIndex(cell => cell.id === id);
function runTo(id) { run(codeIds(0, indexOf(id) + 1)); }
const newId = () => crypto.randomUUID().slice(0, 8);

function runSelected() {
  const id = notebook.selected();
  const view = notebook.view(id);
  if (view.isText) { sendEdits(); view.leave(); }
  else run([id]);
  return id;
}

function addCell(kind, afterCellId) {
  const newCellId = newId();
  focusWhenThere = newCellId;
  send({ type: "add-cell", kind, newCellId, ...(afterCellId && { afterCellId }) });
}

function restartAndRun() {
  send({ type: "restart-kernel" });
  run(codeIds(0));
}

// Where the download is the file, it waits for the file to hold what the page shows.
function download(extension) {
  const go = () => connection.download(extension);
  const wasUnsent = !typed.isEmpty();
  sendEdits();
  if (DOOR.linksAreFiles || state.isSaved && !wasUnsent) { go(); return; }
  whenSaved = go;
  send({ type: "save-now" });
}

function step(by) {
  const next = state.cells[indexOf(notebook.selected()) + by];
  if (next) notebook.focus(next.id);
}

listenToKeys({
  save: () => { sendEdits(); send({ type: "save-now" }); },
  run: () => { const id = runSelected(); notebook.focus(id); },
  runAndGoOn: () => {
    const id = runSelected();
    if (indexOf(id) === state.cells.length - 1) addCell("code", id);
    else step(1);
  },
  runAndInsert: () => addCell("code", runSelected()),
  leave: () => { const id = notebook.selected(); sendEdits(); notebook.view(id).leave(); notebook.focus(id); },
  edit: () => notebook.view(notebook.selected())?.edit(),
  down: () => step(1),
  up: () => step(-1),
  addAbove: () => addCell("code", state.cells[indexOf(notebook.selected()) - 1]?.id),
  addBelow: () => addCell("code", notebook.selected()),
  remove: () => {
    const id = notebook.selected();
    step(indexOf(id) === state.cells.length - 1 ? -1 : 1);
    sendEdits();
    send({ type: "delete-cell", cellId: id });
    status.notice("Cell deleted. Press z to bring it back.");
  },
  restore: () => send({ type: "restore-cell" }),
});

const bar = document.querySelector(".bar");
bar.querySelector("[data-do=run-all]").addEventListener("click", () => run(codeIds(0)));
bar.querySelector("[data-do=stop]").addEventListener("click", () => send({ type: "stop-cells" }));
menu(bar.querySelector("[data-do=menu]"), [
  ["Run from the top to here", () => runTo(notebook.selected())],
  ["Restart the kernel", () => send({ type: "restart-kernel" })],
  ["Restart and run all", restartAndRun],
  ["Add a code cell below", () => addCell("code", notebook.selected())],
  ["Add a text cell below", () => addCell("markdown", notebook.selected())],
  ["Bring back the deleted cell", () => send({ type: "restore-cell" })],
  ...connection.hasOriginal === false ? [] : [
    ["Reset this cell to the original", () => reset(notebook.selected())],
    ["Reset the whole lesson", () => { if (confirm(`Put the whole lesson back to the course's original? Your own text is kept ${DOOR.keptAt}.`)) reset(); }],
  ],
  ["Show the code of figures", () => openAllFolds(true)],
  ["Fold the code of figures", () => openAllFolds(false)],
  ["Print", printLesson],
  ["Download as .ipynb", () => download("ipynb")],
  ...DOOR.linksAreFiles ? [] : [["Download as .html", () => download("html")]],
  ...DOOR.linksAreFiles && connection.hasOriginal ? [["Share your cells by a link", () => { sendEdits(); connection.share(); }]] : [],
  ["Keys", () => showKeys(DOOR.linksAreFiles)],
]);

const side = document.querySelector(".toc details");
const wide = matchMedia("(width >= 72rem)");
const openWhenWide = () => { side.open = wide.matches; };
wide.addEventListener("change", openWhenWide);
openWhenWide();

// A page that is left in the middle of a word sends the word first, and one that is loaded anew goes on where it was.
addEventListener("pagehide", () => {
  sendEdits();
  const atTop = scrollY > 0 && [...document.querySelectorAll(".cell")].find(cell => cell.getBoundingClientRect().bottom > innerHeight / 8);
  sessionStorage.setItem(PLACE, atTop ? atTop.id : "");
});
