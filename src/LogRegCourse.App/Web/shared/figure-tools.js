// What a reader may take away: a figure as a picture, a drawing or its numbers, a table as text for a spreadsheet.
// A plain script, so that it also works in pages opened from a folder. Offers globalThis.takeAway.
(() => {
  const SCALE = 2;
  // No name in quotes: Plotly writes them into attributes as they are, and the drawing would not be well-formed. Nor are
  // the page's own fonts at hand where a drawing is opened.
  const FAMILY = "Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif";
  const MINUS = /\u2212/g;

  function download(name, type, content) {
    const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    const link = Object.assign(document.createElement("a"), { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  const field = value => {
    const text = value === undefined || value === null ? "" : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const csv = rows => rows.map(row => row.map(field).join(",")).join("\n") + "\n";

  /** The numbers of a figure as rows: lines and points side by side, a surface or a heat map as x, y, z. */
  function rowsOf(traces) {
    const columns = [];
    traces.forEach((trace, index) => {
      const name = trace.name ?? `trace ${index + 1}`;
      if (Array.isArray(trace.z?.[0])) {
        const cells = trace.z.flatMap((line, i) => line.map((z, j) => [trace.x?.[j] ?? j, trace.y?.[i] ?? i, z]));
        ["x", "y", "z"].forEach((axis, at) => columns.push([`${name}: ${axis}`, ...cells.map(cell => cell[at])]));
      } else {
        for (const axis of ["x", "y", "z", "text"])
          if (Array.isArray(trace[axis]) || ArrayBuffer.isView(trace[axis])) columns.push([`${name}: ${axis}`, ...trace[axis]]);
      }
    });
    const length = Math.max(0, ...columns.map(column => column.length));
    return Array.from({ length }, (_, row) => columns.map(column => column[row]));
  }

  function drawingOf(plot) {
    const { paper } = plot.dataset;
    const figure = { data: plot.data, layout: { ...plot.layout, font: { ...plot.layout.font, family: FAMILY }, paper_bgcolor: paper, plot_bgcolor: paper } };
    return Plotly.toImage(figure, { format: "svg", width: plot.clientWidth, height: plot.clientHeight, imageDataOnly: true });
  }

  // Drawn by the browser from the SVG: the page's policy lets no picture in from a blob, as Plotly's own way needs it.
  async function pictureOf(plot) {
    const picture = new Image(SCALE * plot.clientWidth, SCALE * plot.clientHeight);
    picture.src = `data:image/svg+xml,${encodeURIComponent(await drawingOf(plot))}`;
    await picture.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
    canvas.getContext("2d").drawImage(picture, 0, 0, picture.width, picture.height);
    return new Promise(done => canvas.toBlob(done, "image/png"));
  }

  const fileName = text => (text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "figure");

  function entry(text, act) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet-button", textContent: text });
    button.addEventListener("click", async () => {
      const said = button.textContent;
      try { await act(); button.textContent = "✓"; } catch { button.textContent = "not possible here"; }
      setTimeout(() => { button.textContent = said; }, 1500);
    });
    return button;
  }

  /** Puts the ways to take a figure away below its drawing, once; they are seen when the figure has the pointer or the focus. */
  function offerFigure(element, plot, title) {
    plot.dataset.paper = getComputedStyle(document.body).backgroundColor;
    if (element.querySelector(":scope > .take-away")) return;
    const name = () => fileName(title());
    const bar = Object.assign(document.createElement("div"), { className: "take-away" });
    bar.append(
      entry("Copy picture", async () => navigator.clipboard.write([new ClipboardItem({ "image/png": pictureOf(plot) })])),
      entry("PNG", async () => download(`${name()}.png`, "image/png", await pictureOf(plot))),
      entry("SVG", async () => download(`${name()}.svg`, "image/svg+xml", await drawingOf(plot))),
      entry("CSV", () => download(`${name()}.csv`, "text/csv", csv(rowsOf(plot.data)))));
    element.setAttribute("role", "group");
    element.append(bar);
  }

  // A formula is copied as it was written, a number as a spreadsheet reads it.
  function textOf(cell) {
    const copy = cell.cloneNode(true);
    for (const formula of copy.querySelectorAll(".katex")) formula.replaceWith(formula.querySelector("annotation")?.textContent ?? formula.textContent);
    for (const power of copy.querySelectorAll("sup")) power.replaceWith(`^${power.textContent}`);
    const text = copy.textContent.trim().replace(MINUS, "-");
    return text.replace(/^(<?-?[\d.]+)·10\^(-?\d+)$/, "$1e$2");
  }

  const tableRows = table => [...table.rows].map(row => [...row.cells].map(textOf));

  /** Gives each table of a cell's output a frame that shows that it goes on, and a way to copy it. */
  function offerTables(root) {
    for (const table of root.querySelectorAll(".html-output table:not(.derivation)")) {
      if (table.closest(".table-scroll")) continue;
      const frame = Object.assign(document.createElement("div"), { className: "table-scroll" });
      table.replaceWith(frame);
      frame.append(table);
      const bar = Object.assign(document.createElement("div"), { className: "take-away" });
      bar.append(
        entry("Copy table", () => navigator.clipboard.writeText(tableRows(table).map(row => row.join("\t")).join("\n"))),
        entry("CSV", () => download("table.csv", "text/csv", csv(tableRows(table)))));
      const holder = Object.assign(document.createElement("div"), { className: "table-holder" });
      frame.replaceWith(holder);
      holder.append(frame, bar);
    }
  }

  globalThis.takeAway = { offerFigure, offerTables, rowsOf, textOf };
})();
