// Targets and results.
const number = (value) => Number(value ?? NaN);
const home = (t) => { const node = byId.get(t.section); return node ? `${node.marker}${node.heading || node.words}` : ""; };
const COLUMN = { // what a column sorts by, what it shows, the class of its cells
  indicator: [(t) => t.indicator || t.text, (t) => [make("button", { type: "button", class: "link" }, t.indicator || t.text), " ", t.access !== "free" && chip(t.access), dropped(t) && chip("unmake_target", "new")]],
  amount: [(t) => number(t.value), (t) => (t.redacted ? chip("masked", "") : t.amount || word("relation")), "number"],
  reached: [(t) => number(t.value), (t) => (t.redacted ? chip("masked", "") : t.amount), "number"],
  rate: [(t) => number(t.rate), (t) => (t.rate === null ? "" : `${t.rate}%`), "number"],
  period: [(t) => t.period || "", (t) => t.period || "", "number"],
  strength: [(t) => t.strength, (t) => make("span", { class: t.strength }, word(t.strength))],
  measure: [(t) => t.measure, (t) => word(t.measure)],
  place_in_text: [(t) => t.span[0], home, "words"],
};
const TABLES = {
  targets: { columns: ["indicator", "amount", "period", "strength", "measure", "place_in_text"], filters: [["measure", "all_measures"], ["strength", "all_strengths"]], find: "find_in_targets", none: "no_targets", choice: (id) => targetChoice(id) },
  results: { columns: ["indicator", "reached", "rate", "period", "measure", "place_in_text"], filters: [["measure", "all_measures"]], find: "find_in_results", none: "no_results", choice: (id) => resultChoice(id) },
};
function table(name) {
  const { columns, filters, find: words, none, choice } = TABLES[name], panel = $(name), all = data[name];
  if (!all.length) { panel.replaceChildren(make("p", { class: "hint" }, word(none))); return; }
  const kept = (id) => (panel.querySelector(`#${id}`) || { value: "" }).value;
  const find = make("input", { type: "search", id: `find-${name}`, "aria-label": word(words), placeholder: word(words), oninput: () => fill() });
  const selects = filters.map(([field, every]) => {
    const made = make("select", { id: `${name}-by-${field}`, "aria-label": word(every), onchange: () => fill() }, make("option", { value: "" }, word(every)), [...new Set(all.map((t) => t[field]))].map((value) => make("option", { value }, word(value))));
    made.value = kept(made.id);
    return made;
  });
  find.value = kept(find.id);
  const head = make("tr", {}, columns.map((column) => make("th", { scope: "col" }, make("button", { type: "button", onclick: () => { sorting[name] = sorting[name] && sorting[name][0] === column ? [column, -sorting[name][1]] : [column, 1]; fill(); } }, word(column)))));
  const body = make("tbody"), count = make("output", { class: "count" });
  const more = make("button", { type: "button", onclick: () => { shownRows += 1000; fill(); } });
  function fill() {
    const wanted = find.value.trim(), by = sorting[name];
    const rows = all.filter((t) => (!wanted || `${t.indicator || ""}${t.text}${t.amount}`.includes(wanted)) && selects.every((select, index) => !select.value || t[filters[index][0]] === select.value));
    if (by) {
      const key = COLUMN[by[0]][0];
      rows.sort((one, other) => { const a = key(one), b = key(other); return by[1] * (typeof a === "string" ? a.localeCompare(b, "zh") : Number.isNaN(a) - Number.isNaN(b) || a - b); });
    }
    [...head.children].forEach((cell, index) => cell.setAttribute("aria-sort", by && by[0] === columns[index] ? (by[1] > 0 ? "ascending" : "descending") : "none"));
    body.replaceChildren(...rows.slice(0, shownRows).map((t) => make("tr", { "data-id": t.id, "aria-selected": String(Boolean(chosen && chosen.id === t.id)), onclick: () => choose(choice(t.id)) }, columns.map((column) => make("td", { class: COLUMN[column][2] }, COLUMN[column][1](t))))));
    count.textContent = word("shown_of", rows.length);
    more.hidden = rows.length <= shownRows;
    more.textContent = word("more_rows", Math.min(1000, rows.length - shownRows));
  }
  panel.replaceChildren(make("div", { class: "filters" }, find, selects, count), make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": word(name) }, make("table", {}, make("thead", {}, head), body)), more);
  fill();
}
const dropped = (target) => changes.slice(baseline).some((one) => one.op === "no_target" && one.span[0] === target.span[0] && one.span[1] === target.span[1]);
