/** Gives the reader a file. */
export function saveAs(fileName, content, type) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([content], { type })), download: fileName });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Gives the reader a notebook, under the last part of its name. */
export const saveNotebook = (name, text) => saveAs(`${name.slice(name.lastIndexOf("/") + 1)}.ipynb`, text, "application/x-ipynb+json");
