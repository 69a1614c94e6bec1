// Puts the third-party scripts, styles and fonts that the pages need into one folder: node bundle.mjs OUT
// The course's own scripts and styles are plain files that browsers read as they are; they are copied by MSBuild.
import { build } from "esbuild";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

const out = process.argv[2];
if (!out) throw new Error("Say where to: node bundle.mjs OUT");
const vendor = join(out, "vendor");
await rm(out, { recursive: true, force: true });
await mkdir(join(vendor, "fonts"), { recursive: true });

const take = (from, to) => cp(join("node_modules", from), join(vendor, to));
await take("plotly.js-dist-min/plotly.min.js", "plotly.min.js");
await take("katex/dist/katex.min.js", "katex.min.js");
await take("katex/dist/katex.min.css", "katex.min.css");
await take("katex/dist/contrib/auto-render.min.js", "auto-render.min.js");
await take("dompurify/dist/purify.min.js", "purify.min.js");
const katexFonts = await readdir("node_modules/katex/dist/fonts");
for (const font of katexFonts.filter(name => name.endsWith(".woff2")))
  await take(`katex/dist/fonts/${font}`, `fonts/${font}`);

const common = { bundle: true, minify: true, charset: "utf8", legalComments: "eof", logLevel: "warning", target: "es2022" };
await build({ ...common, entryPoints: ["fonts.css"], outfile: join(vendor, "fonts.css"), loader: { ".woff2": "file" }, assetNames: "fonts/[name]" });
await build({ ...common, entryPoints: ["shared/highlight.js"], outfile: join(vendor, "highlight.js"), format: "iife" });
await build({ ...common, entryPoints: ["studio/codemirror.js"], outfile: join(out, "studio/codemirror.js"), format: "esm" });
