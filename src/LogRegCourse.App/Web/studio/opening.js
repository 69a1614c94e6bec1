// What the address with the token shows for a moment: takes the page's key and goes on, in the token's place in the history.
import { keepPageKey } from "./page-key.js";

const { pageKey, goal } = document.documentElement.dataset;
keepPageKey(pageKey);
location.replace(goal);
