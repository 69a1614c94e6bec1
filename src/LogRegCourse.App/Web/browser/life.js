// A worker that the browser ends says nothing, and no event tells the page. So each worker holds a lock of its own name as
// long as it lives, and the page asks for the same: it gets it when the worker is gone.

/** In the worker, once: holds its lock; `whenHeld` is the time for the page to ask. */
export function live(whenHeld) {
  navigator.locks?.request(name, () => { whenHeld(); return new Promise(() => {}); });
}

/** In the page. */
export function whenGone(worker, then) {
  navigator.locks?.request(worker, then);
}
