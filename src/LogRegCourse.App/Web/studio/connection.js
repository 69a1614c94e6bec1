// The socket to the Studio: messages in order, a new try when it breaks. Nothing typed is lost meanwhile: the page
// keeps its text and sends what differs when it is connected again.
import { pageKey } from "./page-key.js";

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 4000;

/** What the page says of itself: where a reset keeps the old text, who else writes a lesson and how to take that, and whether links lead to files. */
export const DOOR = { keptAt: "in .logregcourse/before-reset beside the file", changedBy: "by another program", takeTheirs: "Take the file's", linksAreFiles: false, keepsTyped: true, cellsCan: "do on this machine whatever you can" };

/**
 * @param {string} name of the lesson
 * @param {{ onNews: (news: object) => void, onUp: () => void, onDown: () => void }} handlers
 */
export function connect(name, { onNews, onUp, onDown }) {
  const address = `ws://${location.host}/lessons/${encodeURIComponent(name)}`;
  let socket;
  let wait = FIRST_WAIT_MS;

  function open() {
    socket = new WebSocket(`${address}/socket`);
    socket.onopen = () => socket.send(pageKey());
    // The Studio speaks to who has the key.
    socket.addEventListener("message", () => { wait = FIRST_WAIT_MS; onUp(); }, { once: true });
    socket.onmessage = message => onNews(JSON.parse(message.data));
    socket.onclose = () => {
      onDown();
      setTimeout(open, wait);
      wait = Math.min(2 * wait, LONGEST_WAIT_MS);
    };
  }

  open();
  return {
    isUp: () => socket.readyState === WebSocket.OPEN,
    send: command => { if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(command)); },
    download: extension => location.assign(`/lessons/${encodeURIComponent(name)}.${extension}`),
  };
}
