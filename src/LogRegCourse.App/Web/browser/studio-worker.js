// The worker that holds an open lesson (StudioWorker.cs). It needs no compiler, so it is there soon.
import { startRuntime, takeMessages } from "./runtime.js";

const NOT_NEEDED = /^(Microsoft\.CodeAnalysis|Microsoft\.VisualBasic|Microsoft\.CSharp|System\.(Private\.Xml|Private\.DataContract|Data\.|Linq\.(Expressions|AsyncEnumerable|Parallel)|Reflection\.Metadata|Text\.Encoding\.CodePages|Security\.Cryptography|Net\.|ComponentModel\.TypeConverter|Diagnostics\.DiagnosticSource|Threading\.Tasks\.Dataflow|Xml|Formats))/;
const say = name => (...words) => postMessage([name, ...words]);
const SAID = ["tell", "toKernel", "startKernel", "stopKernel", "endKernel", "saveSoon", "save", "keepBeforeReset"];

takeMessages(async () => (await startRuntime(
  { studio: Object.fromEntries(SAID.map(name => [name, say(name)])) },
  name => !NOT_NEEDED.test(name))).StudioWorker);
