// Tables that sort by their headings and filter by what is typed; without this script they are plain tables.
"use strict";
(() => {
  const number = (cell) => parseFloat(cell.textContent.replace(/,/g, ""));

  // Numbers by size, texts by the alphabet; what is undefined comes last either way.
  const compare = (a, b, sign) => {
    const x = number(a), y = number(b);
    if (!a.matches("td:not(.t)")) return sign * a.textContent.localeCompare(b.textContent, "en", { numeric: true });
    if (isNaN(x) || isNaN(y)) return isNaN(x) - isNaN(y);
    return sign * (x - y);
  };

  const sortBy = (table, heading, column) => {
    const down = heading.getAttribute("aria-sort") === "ascending" || (!heading.hasAttribute("aria-sort") && !heading.matches(".t"));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => compare(a.cells[column], b.cells[column], down ? -1 : 1));
    table.tBodies[0].append(...rows);
  };

  const makeSorted = (table) => {
    [...table.tHead.rows[0].cells].forEach((heading, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sortBy(table, heading, column));
      heading.append(button);
    });
  };

  // Every word that is typed has to occur somewhere in the row.
  const makeFiltered = (table) => {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < 8) return;
    const label = document.createElement("label"), input = document.createElement("input"), count = document.createElement("output");
    label.className = "filter";
    input.type = "search";
    input.placeholder = "words that rows must have";
    count.setAttribute("aria-live", "polite");
    label.append("Filter ", input, count);
    const say = (shown) => { count.textContent = shown + " of " + rows.length + " rows"; };
    say(rows.length);
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) ++shown;
      }
      say(shown);
    });
    table.closest(".wide").before(label);
  };

  document.querySelectorAll("table.sorted").forEach(makeSorted);
  document.querySelectorAll("table.filtered").forEach(makeFiltered);

  // On paper the numbers under the charts are unfolded; the scenario is as the reader left it.
  const unfolded = new Set();
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details.numbers:not([open])").forEach((details) => {
      details.open = true;
      unfolded.add(details);
    });
  });
  addEventListener("afterprint", () => {
    unfolded.forEach((details) => { details.open = false; });
    unfolded.clear();
  });
})();
