// The socket to the Studio: messages in order, a new try when it breaks. Nothing typed is lost meanwhile: the page
// keeps its text and sends what differs when it is connected again.
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 4000;

/**
 * @param {string} address of the socket
 * @param {{ onNews: (news: object) => void, onUp: () => void, onDown: () => void }} handlers
 */
export function connect(address, { onNews, onUp, onDown }) {
  let socket;
  let wait = FIRST_WAIT_MS;

  function open() {
    socket = new WebSocket(address);
    socket.onopen = () => { wait = FIRST_WAIT_MS; onUp(); };
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
  };
}
