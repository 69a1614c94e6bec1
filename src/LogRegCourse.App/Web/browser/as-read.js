// A lesson as it is read before it is alive: its formulas.
typeset(document.querySelector(".as-read"));
for (const text of document.querySelectorAll(".toc a")) typesetText(text);
