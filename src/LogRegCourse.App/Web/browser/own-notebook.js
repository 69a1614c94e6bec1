// The page of a notebook that is the reader's own: which one its address says, before the lesson's script asks.
import { OWN } from "./store.js";

const name = new URLSearchParams(location.search).get("name") ?? "";
document.querySelector(".lesson").dataset.lesson = OWN + name;
document.querySelector(".where").textContent = name;
document.title = `${name} · ${document.title}`;
