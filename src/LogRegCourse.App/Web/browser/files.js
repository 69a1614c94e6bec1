// Files that a reader gives to a page, by a dialog or by dropping them anywhere on it.

/** Asks for a file, or for several. */
export function chooseFile(accept, take, multiple = false) {
  const field = Object.assign(document.createElement("input"), { type: "file", accept, multiple });
  field.addEventListener("change", () => take([...field.files]));
  field.click();
}

/** @param {HTMLElement} shown where it is shown that files may be dropped */
export function whenDropped(shown, take) {
  const brings = event => event.dataTransfer?.types.includes("Files");
  const mark = event => { if (brings(event)) { event.preventDefault(); shown.classList.add("waits-for-drop"); } };
  const unmark = () => shown.classList.remove("waits-for-drop");
  addEventListener("dragover", mark);
  addEventListener("dragleave", event => { if (!event.relatedTarget) unmark(); });
  addEventListener("drop", event => {
    unmark();
    if (!brings(event)) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    if (files.length > 0) take(files);
  });
}
