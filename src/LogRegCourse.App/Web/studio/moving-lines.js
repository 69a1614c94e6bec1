// A figure under the hand. Plotly draws a figure anew for every value, axes, legend, contours and all. Where only points
// of lines moved, between axes that stand still, the lines' own drawing is moved, and Plotly draws when the hand rests.

const REST_MS = 200;
const rests = new WeakMap();

/** Brings a chart of the page from the figure it shows to the next one. */
export function followFigure(chart, before, now) {
  clearTimeout(rests.get(chart));
  const plot = chart.querySelector(":scope > .chart-plot");
  const moved = plot?._fullLayout && movedLines(before, now);
  if (moved?.every(index => moveLine(plot, index, now.data[index]))) rests.set(chart, setTimeout(() => chart.isConnected && figures.draw(chart, now), REST_MS));
  else figures.draw(chart, now);
}

/** The places of the lines in which the second figure differs from the first, or null if more than points of lines differs. */
export function movedLines(before, now) {
  const standStill = ["xaxis", "yaxis"].every(axis => now.layout?.[axis]?.range);
  if (!standStill || !isSame(before.layout, now.layout) || before.data.length !== now.data.length) return null;
  const moved = now.data.flatMap((trace, index) => isSame(before.data[index], trace) ? [] : [index]);
  return moved.every(index => isPlainLine(now.data[index]) && isSame(withoutPoints(before.data[index]), withoutPoints(now.data[index]))) ? moved : null;
}

// What else moves with its points than a polyline and its marks is left to Plotly.
const isPlainLine = trace => trace.type === "scatter" && !trace.mode?.includes("text") && !trace.line?.shape
  && !["fill", "error_x", "error_y", "xaxis", "yaxis", "stackgroup"].some(name => name in trace);

const withoutPoints = ({ x, y, ...style }) => style;

function isSame(one, other) {
  if (one === other) return true;
  if (!one || !other || typeof one !== "object" || typeof other !== "object") return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every(name => isSame(one[name], other[name]));
}

function moveLine(plot, index, { x, y }) {
  const { xaxis, yaxis } = plot._fullLayout;
  const drawing = plot.querySelector(`.scatterlayer .trace${plot._fullData[index].uid}`);
  const line = drawing?.querySelector(".js-line");
  const marks = drawing?.querySelectorAll(".points > path") ?? [];
  const places = x.map((value, point) => [xaxis.d2p(value), yaxis.d2p(y[point])]);
  const isKnown = (line || marks.length) && (!marks.length || marks.length === places.length) && places.flat().every(Number.isFinite);
  if (!isKnown) return false;
  line?.setAttribute("d", `M${places.map(place => place.join(",")).join("L")}`);
  marks.forEach((mark, point) => mark.setAttribute("transform", `translate(${places[point].join(",")})`));
  return true;
}
