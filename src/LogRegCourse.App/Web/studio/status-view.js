// What stands in the bar and above the text: the kernel, the file, why it is not saved, a lost connection, notices.
import { button, element } from "./dom.js";

const KERNEL = { none: "Not started", starting: "Starting …", ready: "Ready", busy: "Running …" };
const NOTICE_MS = 8000;

/** @param {{ changedBy: string, takeTheirs: string, linksAreFiles: boolean }} door where a download needs no save, it is offered when that fails */
export function statusView(page, send, door, download) {
  const kernel = page.querySelector(".kernel-state");
  const save = page.querySelector(".save-state");
  const banner = page.querySelector(".banner");
  const notices = page.querySelector(".notices");
  let isUp = true;
  const KEYS = ["kernel", "sentence", "trouble", "isSaved", "hasConflict", "isFileGone", "isTrusted"];
  let shown = {};

  // Asked after every frame in which something of the lesson changed; most of these leave the bar as it is.
  function render(state) {
    if (KEYS.some(key => state[key] !== shown[key])) show(state);
    shown = state;
  }

  function show(state) {
    kernel.textContent = state.kernel === "none" && state.sentence ? "Kernel ended" : KERNEL[state.kernel];
    kernel.title = state.kernel === "none" ? state.sentence ?? "" : "";
    save.textContent = !isUp ? "Not connected" : state.trouble ? "Could not be saved" : state.isSaved ? "Saved" : "Not saved yet";
    page.body.dataset.kernel = state.kernel;
    banner.hidden = isUp && !state.hasConflict && !state.trouble && state.isTrusted !== false;
    if (!isUp) banner.replaceChildren("The Studio does not answer. What you write stays on this page and is sent when it answers again. A Studio that was started anew has another address: open that one; what you wrote here since is put back there.");
    else if (state.hasConflict && !state.isFileGone)
      banner.replaceChildren(
        element("p", {}, `The lesson was changed ${door.changedBy} while you had unsaved work here. Nothing is saved until you choose.`),
        button("Keep mine", () => send({ type: "resolve-conflict", keepMine: true })), " ",
        button(door.takeTheirs, () => send({ type: "resolve-conflict", keepMine: false })));
    else if (state.isFileGone)
      banner.replaceChildren(
        element("p", {}, "The lesson's file was deleted or moved away. Nothing is saved until it is there again or you have it written anew."),
        button("Write it anew", () => send({ type: "resolve-conflict", keepMine: true })));
    else if (!state.trouble && state.isTrusted === false)
      banner.replaceChildren(
        element("p", {}, `This notebook is not the course's own, or somebody else changed it: nothing of it runs yet. Its cells are programs, and once they run they can ${door.cellsCan}. Say yes only when you know where it comes from.`),
        button("Let this notebook run", () => send({ type: "trust-notebook" })));
    else banner.replaceChildren(state.trouble ?? "", ...state.trouble && door.linksAreFiles ? [" ", button("Keep it in a file", () => download("ipynb"))] : []);
  }

  return {
    render,
    setUp(value) { isUp = value; show(shown); },
    notice(sentence) {
      if (notices.lastChild?.textContent === sentence) return;
      const note = element("p", { className: "notice" }, sentence);
      notices.append(note);
      setTimeout(() => note.remove(), NOTICE_MS);
    },
  };
}
