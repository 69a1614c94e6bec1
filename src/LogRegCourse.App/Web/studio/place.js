// A place in a figure: the one point of a trace that has a live input's name. It follows the pointer, and a click
// elsewhere in the figure calls it there; the keyboard has the two fields beside the input's name.

const NEAR_PX = 24;
const places = new Map();
const watched = new WeakSet();

/** Says that the point of that name may be moved; send(x, y) moves it. The newest input of a name counts. */
export function offerPlace(label, send) {
  places.set(label, send);
  document.querySelectorAll(".chart[data-drawn]").forEach(watch);
}

const pointOf = plot => plot.data?.find(trace => places.has(trace.name) && trace.x?.length === 1);

/** The data's coordinates of a place on the screen, kept inside the axes; null outside of them unless `clamp`. */
export function placeAt({ xaxis, yaxis }, left, top, clamp) {
  const x = left - xaxis._offset, y = top - yaxis._offset;
  if (!clamp && (x < 0 || y < 0 || x > xaxis._length || y > yaxis._length)) return null;
  const within = (value, length) => Math.min(length, Math.max(0, value));
  return [round(xaxis, within(x, xaxis._length)), round(yaxis, within(y, yaxis._length))];
}

// As many digits as a pixel is worth: nobody points at −1.4936708860759493.
function round(axis, at) {
  const worth = Math.abs(axis.p2d(at + 1) - axis.p2d(at));
  const digits = Math.max(0, Math.ceil(-Math.log10(worth)));
  return Number(axis.p2d(at).toFixed(Math.min(12, digits)));
}

function watch(chart) {
  const plot = chart.querySelector(":scope > .chart-plot");
  if (!plot || watched.has(plot) || !pointOf(plot)) return;
  watched.add(plot);
  plot.classList.add("has-place");
  plot.addEventListener("pointerdown", event => {
    const point = pointOf(plot);
    const box = plot.getBoundingClientRect();
    const from = point && placeAt(plot._fullLayout, event.clientX - box.left, event.clientY - box.top);
    if (!from || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const send = places.get(point.name);
    const { xaxis, yaxis } = plot._fullLayout;
    const gap = Math.hypot(xaxis.d2p(point.x[0]) + xaxis._offset - (event.clientX - box.left), yaxis.d2p(point.y[0]) + yaxis._offset - (event.clientY - box.top));
    if (gap > NEAR_PX) send(...from);
    plot.setPointerCapture(event.pointerId);
    const move = moved => send(...placeAt(plot._fullLayout, moved.clientX - box.left, moved.clientY - box.top, true));
    plot.addEventListener("pointermove", move);
    for (const end of ["pointerup", "pointercancel"]) plot.addEventListener(end, () => plot.removeEventListener("pointermove", move), { once: true });
  }, { capture: true });
}

globalThis.document?.addEventListener("figure-drawn", event => watch(event.target));
