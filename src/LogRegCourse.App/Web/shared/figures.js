// Draws plotly figures in the page's own type and colours, light or dark, as wide as the text allows.
// A plain script, so that it also works in pages opened from a folder. Offers globalThis.figures.
(() => {
  // From the head, where nothing that a cell made ever stands.
  const { content: PLOTLY, dataset: { integrity: INTEGRITY } } = document.querySelector("head > meta[name=plotly]") ?? { dataset: {} };
  const PRELOAD_AFTER_MS = 2000;
  const NARROW = 480;
  const STEP_BACK = 1.2;
  const TOKENS = ["--paper", "--ink", "--ink-quiet", "--line", "--line-strong", ...[1, 2, 3, 4, 5, 6, 7].map(n => `--series-${n}`)];
  const drawn = new Map();

  // plotly.js is large, and would hold up a page that can be read and written without it: it is loaded when the first
  // figure comes near, or when the page has been there for a while.
  let library = null;
  function plotly() {
    if (globalThis.Plotly) return null;
    library ??= new Promise(done => {
      const script = document.createElement("script");
      script.src = PLOTLY;
      if (INTEGRITY) Object.assign(script, { integrity: INTEGRITY, crossOrigin: "anonymous" });
      script.onload = script.onerror = done;
      document.head.append(script);
    });
    return library;
  }

  // A custom property that depends on the colour scheme is only resolved where a colour uses it.
  function palette() {
    const probe = document.createElement("span");
    probe.hidden = true;
    document.body.append(probe);
    const colours = Object.fromEntries(TOKENS.map(name => {
      probe.style.color = `var(${name})`;
      return [name, getComputedStyle(probe).color];
    }));
    probe.remove();
    return colours;
  }

  function template(colours) {
    const axis = {
      gridcolor: colours["--line"], zerolinecolor: colours["--line-strong"], zerolinewidth: 1,
      linecolor: colours["--line-strong"], tickcolor: colours["--line-strong"], automargin: true,
      title: { standoff: 8 },
    };
    const space = { ...axis, showbackground: false };
    const bar = { colorscale: "Viridis", colorbar: { thickness: 12, outlinewidth: 0, len: 0.9 } };
    return {
      layout: {
        colorway: [1, 2, 3, 4, 5, 6, 7].map(n => colours[`--series-${n}`]),
        font: { family: getComputedStyle(document.documentElement).getPropertyValue("--sans"), size: 14, color: colours["--ink"] },
        paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
        xaxis: axis, yaxis: axis, scene: { xaxis: space, yaxis: space, zaxis: space, camera: { eye: { x: 1.55, y: 1.55, z: 1.1 } } },
        legend: { orientation: "h", x: 0, xanchor: "left", y: 1.02, yanchor: "bottom" },
        margin: { l: 56, r: 16, t: 24, b: 48 },
        hovermode: "closest",
        hoverlabel: { bgcolor: colours["--paper"], bordercolor: colours["--line-strong"], font: { color: colours["--ink"], size: 13 } },
      },
      // Simplified lines are polygons to the eye: of 161 points of a curve 44 are left.
      data: { scatter: [{ line: { width: 2.5, simplify: false }, marker: { size: 7 } }], surface: [bar], heatmap: [bar], contour: [bar] },
    };
  }

  // The colours that lessons name, and what they are on the page's own paper.
  const NAMED = {
    black: "--ink", "#000000": "--ink", grey: "--ink-quiet", gray: "--ink-quiet", "#767676": "--ink-quiet", "#0072b2": "--series-1", "#d55e00": "--series-2",
    "#009e73": "--series-3", "#cc79a7": "--series-4", "#e69f00": "--series-5", "#56b4e9": "--series-6",
  };

  function recoloured(value, colours, key = "") {
    if (typeof value === "string") return key.endsWith("color") ? colours[NAMED[value.toLowerCase()]] ?? value : value;
    if (Array.isArray(value)) return value.map(item => recoloured(item, colours, key));
    if (value && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, recoloured(item, colours, name)]));
    return value;
  }

  // Asked for once: each question makes the browser work out the styles of the page, and a slider draws often.
  let known = null;
  function look() {
    if (!known) {
      const colours = palette();
      known = { colours, template: template(colours) };
    }
    return known;
  }

  function titleOf(layout) {
    return (typeof layout.title === "string" ? layout.title : layout.title?.text) ?? "";
  }

  // The title stands above the drawing as text of the page, where it wraps on a narrow screen.
  function showTitle(element, text) {
    let title = element.querySelector(":scope > .chart-title");
    if (!text) { title?.remove(); return; }
    if (!title) {
      title = document.createElement("p");
      title.className = "chart-title";
      element.prepend(title);
    }
    title.textContent = text.replace(/<br\s*\/?>/gi, " – ").replace(/<[^>]*>/g, "");
  }

  // On a phone the axes of a surface need more of the room: small letters, no margin, and the eye steps back.
  function narrowed(layout) {
    const scenes = Object.entries(layout).filter(([name, scene]) => name.startsWith("scene") && scene.camera?.eye);
    if (!scenes.length) return {};
    return { ...Object.fromEntries(scenes.map(([name, scene]) => [name, narrowedScene(scene)])), margin: { l: 0, r: 0, t: 24, b: 0 } };
  }

  function narrowedScene(scene) {
    const { x, y, z } = scene.camera.eye;
    const axes = ["xaxis", "yaxis", "zaxis"].map(name => {
      const axis = scene[name] ?? {};
      return [name, { ...axis, nticks: 4, tickfont: { size: 11 }, title: { text: axis.title?.text ?? axis.title, font: { size: 11 } } }];
    });
    return { ...scene, ...Object.fromEntries(axes), camera: { ...scene.camera, eye: { x: STEP_BACK * x, y: STEP_BACK * y, z: STEP_BACK * z } } };
  }

  const heightOf = (layout, width) => Math.round((layout?.height ?? 400) * Math.min(1, Math.max(0.8, width / 640)));

  function arranged(figure, width) {
    const { colours, template } = look();
    const { width: _, title, ...layout } = figure.layout ?? {};
    const marks = (figure.data ?? []).map(({ x, y, z, ...style }) => ({ ...recoloured(style, colours), ...(x && { x }), ...(y && { y }), ...(z && { z }) }));
    const touch = matchMedia("(pointer: coarse)").matches;
    return {
      data: marks,
      layout: {
        ...recoloured(layout, colours), ...(width < NARROW && narrowed(layout)), template, autosize: true,
        height: heightOf(layout, width),
        ...(touch && layout.dragmode === undefined && { dragmode: false }),
      },
      frames: figure.frames ?? [],
      config: { responsive: true, displayModeBar: false, displaylogo: false },
    };
  }

  // A figure's own sliders answer to the mouse alone: each gets a native one, seen when the keyboard reaches it.
  function reachSliders(element, plot) {
    const sliders = plot.layout.sliders ?? [];
    if (element.querySelectorAll(":scope > .figure-slider").length === sliders.length) return;
    element.setAttribute("role", "group");
    const controls = sliders.map(({ steps, active, currentvalue }, index) => {
      const control = Object.assign(document.createElement("input"), { type: "range", className: "figure-slider", min: 0, max: steps.length - 1 });
      const show = at => {
        control.value = at;
        control.setAttribute("aria-valuetext", `${currentvalue?.prefix ?? ""}${steps[at].label}`);
      };
      control.setAttribute("aria-label", (currentvalue?.prefix ?? "").replace(/[\s=:]+$/, "") || "Value");
      control.addEventListener("input", async () => {
        const at = control.valueAsNumber;
        show(at);
        await Plotly.relayout(plot, { [`sliders[${index}].active`]: at });
        await Plotly[steps[at].method](plot, ...steps[at].args);
      });
      show(active ?? 0);
      return { control, show };
    });
    element.append(...controls.map(({ control }) => control));
    plot.on("plotly_sliderchange", ({ slider }) => controls[slider._index]?.show(slider.active));
  }

  /** Draws a figure into an element, or brings an element's drawing up to date. Resolves when its marks are there. */
  async function draw(element, figure) {
    // A figure that came while an older one waits to be seen takes its place.
    waiting.delete(element);
    onSight.unobserve(element);
    await plotly();
    if (!globalThis.Plotly) { showTitle(element, "This chart needs plotly.js, which is neither on this machine nor within reach."); return; }
    let plot = element.querySelector(":scope > .chart-plot");
    if (!plot) {
      plot = document.createElement("div");
      plot.className = "chart-plot";
      element.append(plot);
    }
    showTitle(element, titleOf(figure.layout ?? {}));
    const isDrawn = drawn.has(element);
    drawn.set(element, figure);
    const { data, layout, frames, config } = arranged(figure, element.clientWidth);
    if (isDrawn && !frames.length) await Plotly.react(plot, data, layout, config);
    else await Plotly.newPlot(plot, { data, layout, frames, config });
    reachSliders(element, plot);
    globalThis.takeAway?.offerFigure(element, plot, () => titleOf(drawn.get(element)?.layout ?? {}) || element.getAttribute("aria-label") || "");
    element.dataset.drawn = "true";
    element.dispatchEvent(new Event("figure-drawn", { bubbles: true }));
  }

  /** Draws each figure when it comes near the screen: a lesson may hold dozens. */
  const onSight = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      draw(target, waiting.get(target));
    }
  }, { rootMargin: "600px 0px" });
  const waiting = new Map();
  function drawOnSight(element, figure) {
    // Its place is kept, so that what lies below stands still when it is drawn.
    element.style.minHeight = `${heightOf(figure.layout, element.clientWidth || NARROW)}px`;
    waiting.set(element, figure);
    onSight.observe(element);
  }

  /** The same for the figures that were written into the page. */
  function drawWritten() {
    for (const script of document.querySelectorAll("script.figure")) drawOnSight(script.parentElement, JSON.parse(script.textContent));
  }

  /** Draws what has not come near the screen yet; resolves when all of it is there. */
  const drawWaiting = () => Promise.all([...waiting].map(([element, figure]) => draw(element, figure)));

  function forget(element) {
    const plot = element.querySelector(":scope > .chart-plot");
    if (drawn.delete(element) && plot) Plotly.purge(plot);
    waiting.delete(element);
    onSight.unobserve(element);
  }

  function recolour() {
    known = null;
    for (const [element, figure] of drawn) if (element.isConnected) draw(element, figure);
  }

  setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(plotly), PRELOAD_AFTER_MS);
  addEventListener("beforeprint", drawWaiting);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
  globalThis.figures = { draw, drawOnSight, drawWritten, drawWaiting, forget, recolour };
})();
