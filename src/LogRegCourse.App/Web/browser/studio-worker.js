// The worker that holds an open lesson (StudioWorker.cs). It needs no compiler, so it is there soon.
import { say, startRuntime, takeMessages } from "./runtime.js";
import { NOT_NEEDED } from "./without-compiler.js";

const SAID = ["tell", "toKernel", "startKernel", "stopKernel", "endKernel", "saveSoon", "save", "keepBeforeReset"];

takeMessages(async () => (await startRuntime(
  { studio: Object.fromEntries(SAID.map(name => [name, (...words) => say([name, ...words])])) },
  name => !NOT_NEEDED.test(name))).StudioWorker);
