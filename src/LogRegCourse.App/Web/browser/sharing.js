// What a page says of links with cells: the one that it makes, and the copy that one has brought.
import { button, element } from "../studio/dom.js";

/** Hands out a link, by the clipboard where the browser lets it; null where it would be too long. */
export async function handOut(link, count, { onNotice, download }) {
  if (link === null) {
    dialog("Share your cells", "Your cells are too long for a link: send the lesson as a file.", close => [button("Download as .ipynb", () => { close(); download(); })]);
    return;
  }
  const what = `The link carries the ${count === 1 ? "cell" : `${count} cells`} that you changed in itself; nothing was sent anywhere.`;
  try {
    await navigator.clipboard.writeText(link);
    onNotice(`Copied. ${what} Who opens it sees a copy of the lesson with your text.`);
  } catch {
    // Not without a click a moment ago, nor where the host is not secure.
    const field = element("input", { type: "text", readOnly: true, value: link, "aria-label": "The link", onfocus: () => field.select() });
    dialog("Share your cells", what, () => [field]);
    field.focus();
  }
}

/** Says above the cells that somebody's are on their way, or why they are not shown. */
export const saySoon = () => say("Somebody's copy of this lesson is being opened …");
export function sayRefused(sentence) {
  const banner = say(sentence, " ", button("Close", () => banner.remove()));
}

/** Says above the cells that they are somebody's. */
export function showCopy({ keep, leave }) {
  say(element("p", {}, "This is somebody's copy of the lesson, opened from a link: nothing of it has run, your own work is as you left it, and what you write here is kept only when you say so."),
    button("Keep these cells as mine", keep), " ", button("Back to mine", leave));
}

function say(...words) {
  document.querySelector(".banner.copy")?.remove();
  const banner = element("div", { className: "banner copy", role: "status" }, ...words);
  document.querySelector("main > .banner").after(banner);
  return banner;
}

function dialog(title, sentence, more) {
  const shown = element("dialog", { className: "dialog", "aria-label": title }, element("h2", {}, title), element("p", {}, sentence));
  shown.append(element("div", { className: "choices" }, ...more(() => shown.close()), button("Close", () => shown.close())));
  shown.addEventListener("close", () => shown.remove());
  document.body.append(shown);
  shown.showModal();
}
