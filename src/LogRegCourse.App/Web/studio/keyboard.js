// The keyboard habits of Jupyter. In the text: Shift+Enter, Ctrl+Enter, Alt+Enter, Esc, Ctrl+S. With a cell selected
// and no text open: Enter, arrows or j/k, a, b, d d, z, s.
const DOUBLE_MS = 700;

/** @param {{ [name: string]: () => void }} commands */
export function listenToKeys(commands) {
  let lastD = 0;

  // Before the editor sees the key: Ctrl+Enter must not also write a line.
  document.addEventListener("keydown", event => {
    const withCtrl = event.ctrlKey || event.metaKey;
    if (withCtrl && event.key === "s") return act(event, commands.save);
    // On a page just opened nothing has the focus, and the selected cell is meant.
    const cell = event.target === document.body ? document.querySelector(".cell.selected") : event.target.closest?.(".cell");
    // A line that a running cell waits for is a form of its own.
    if (!cell || event.target.closest(".asked-line")) return undefined;
    if (event.key === "Enter" && event.shiftKey) return act(event, commands.runAndGoOn);
    if (event.key === "Enter" && withCtrl) return act(event, commands.run);
    if (event.key === "Enter" && event.altKey) return act(event, commands.runAndInsert);
    if (event.key === "Escape" && isWriting(event.target) && !document.querySelector(".cm-tooltip-autocomplete")) return act(event, commands.leave);
    return undefined;
  }, { capture: true });

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.dataset?.cell === undefined) return undefined;
    switch (event.key) {
      case "Enter": return act(event, commands.edit);
      case "ArrowDown": case "j": return act(event, commands.down);
      case "ArrowUp": case "k": return act(event, commands.up);
      case "a": return act(event, commands.addAbove);
      case "b": return act(event, commands.addBelow);
      case "z": return act(event, commands.restore);
      case "s": return act(event, commands.save);
      case "d": {
        const isSecond = event.timeStamp - lastD < DOUBLE_MS;
        lastD = isSecond ? 0 : event.timeStamp;
        return isSecond ? act(event, commands.remove) : undefined;
      }
      default: return undefined;
    }
  });
}

const isWriting = target => target.closest(".cm-editor, textarea, input, select") !== null;

function act(event, command) {
  event.preventDefault();
  event.stopPropagation();
  command();
}
