// Paper shows the whole lesson: what has not come near the screen is drawn before the printer is asked.
import { fillAll } from "./framed.js";

export async function printLesson() {
  await Promise.all([figures.drawWaiting(), fillAll()]);
  print();
}

addEventListener("keydown", event => {
  if ((event.ctrlKey || event.metaKey) && event.key === "p") { event.preventDefault(); printLesson(); }
}, { capture: true });
