// The key that this run of the Studio gave the browser, kept where only pages of this port can read it: a cookie is shown
// to every server of the machine.
const NAME = "logregcourse-page-key";

export const keepPageKey = key => { try { localStorage.setItem(NAME, key); } catch { /* No storage: the socket will be refused. */ } };

export const pageKey = () => { try { return localStorage.getItem(NAME) ?? ""; } catch { return ""; } };
