// A lesson's changed cells in the fragment of a link, which no browser sends anywhere: JSON, deflated, as base64url.
const START = "#cells=";
/** What messengers and mail programs still leave whole. */
export const LONGEST_LINK = 8000;
const LONGEST_TEXT = 1_000_000;

const BROKEN = "This link is broken, cut off on its way perhaps: ask for it once more. This is the lesson without it.";
const TOO_LONG = "This link holds more than a lesson's changed cells can be, so it is not opened. This is the lesson without it.";

/** Whether a page's fragment carries cells. */
export const carriesCells = fragment => fragment.startsWith(START);

/** The address with the text in its fragment; null where that is too long for a link. */
export async function linkWith(address, text) {
  if (text.length > LONGEST_TEXT) return null;
  const bytes = new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate"))).arrayBuffer());
  if (bytes.length > LONGEST_LINK) return null;
  const packed = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  const link = `${address}${START}${packed}`;
  return link.length > LONGEST_LINK ? null : link;
}

/** The text in a fragment; throws a sentence where there is none that a link of ours can have. */
export async function textIn(fragment) {
  const packed = fragment.slice(START.length);
  if (packed.length > LONGEST_LINK) throw new Error(TOO_LONG);
  let text = "";
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));
    const decoder = new TextDecoder("utf-8", { fatal: true });
    for await (const part of parts(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")))) {
      text += decoder.decode(part, { stream: true });
      // A few bytes may unpack to as much as a memory holds.
      if (text.length > LONGEST_TEXT) break;
    }
    if (text.length <= LONGEST_TEXT) return text + decoder.decode();
  } catch {
    throw new Error(BROKEN);
  }
  throw new Error(TOO_LONG);
}

async function* parts(stream) {
  const reader = stream.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    reader.cancel().catch(() => {});
  }
}
