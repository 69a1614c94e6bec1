// The words between a page and the Studio; Studio/Protocol/*.cs says what each means. A test compares both lists.
export const VERSION = 2;

export const COMMANDS = [
  "edit-cell", "run-cells", "stop-cells", "restart-kernel", "warm-up", "add-cell", "delete-cell", "restore-cell",
  "reset-to-original", "save-now", "resolve-conflict", "move-input", "answer-input", "ask-hint", "answer-question", "ask-solution", "trust-notebook",
  "ask-completions", "ask-hover", "ask-diagnosis",
];

export const NEWS = [
  "notebook-opened", "cell-edited", "edit-taken", "edits-saved", "cell-added", "cell-deleted", "cell-phase-changed", "outputs-cleared", "output-added",
  "output-replaced", "cell-ran", "stale-cells", "kernel-phase-changed", "save-state-changed", "conflict-found",
  "input-moved", "line-asked", "solution-shown", "notice-given", "completions-listed", "hover-shown", "diagnosis-made",
];
