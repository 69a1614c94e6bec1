// The worker of the contents page (WorkWorker.cs): the lesson's worker without a lesson.
import { startRuntime, takeMessages } from "./runtime.js";
import { NOT_NEEDED } from "./without-compiler.js";

takeMessages(async () => (await startRuntime({}, name => !NOT_NEEDED.test(name))).WorkWorker);
