"use strict";
// The workbench of one report. Places in the data are code points; in the page they are UTF-16, through u16() and cp().
(() => {
  const $ = (id) => document.getElementById(id);
  let data = JSON.parse($("data").textContent);
  const memory = (() => { try { return window.localStorage; } catch { return null; } })();
  const remembered = (key) => { try { return memory && memory.getItem(key); } catch { return null; } };
  const remember = (key, value) => { try { if (memory) memory.setItem(key, value); } catch { /* a page may be refused it */ } };

  // --- words -------------------------------------------------------------------------------------------------------
  let language = remembered("gongwen.language") || ((navigator.language || "zh").startsWith("zh") ? "zh" : "en");
  const word = (name, n) => {
    const said = data.words[name];
    return said ? said[language === "zh" ? 0 : 1].replace("{n}", n) : name;
  };
  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (name === "class") element.className = value;
      else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  };
  const chip = (name, kind) => make("span", { class: `chip ${kind || name}` }, word(name));

  // --- places ------------------------------------------------------------------------------------------------------
  let text, astral, lineStarts, CHUNK = 60;
  const below = (list, value) => { // how many of the sorted list are < value
    let low = 0, high = list.length;
    while (low < high) { const middle = (low + high) >> 1; if (list[middle] < value) low = middle + 1; else high = middle; }
    return low;
  };
  const u16 = (point) => point + (astral.length ? below(astral, point) : 0);
  const cp = (unit) => {
    if (!astral.length) return unit;
    let point = unit;
    for (let i = 0; i < 3; i++) point = unit - below(astral, point);
    return point;
  };

  // --- state -------------------------------------------------------------------------------------------------------
  let nodes, byId, changes, baseline, past, chosen, layers, chunks, found, foundAt, shownRows, sorting;

  function load(fresh) {
    data = { ...data, ...fresh };
    text = data.text === null ? "" : data.text;
    astral = [];
    if (/[\ud800-\udbff]/.test(text)) {
      let point = 0;
      for (const sign of text) { if (sign.length > 1) astral.push(point); point++; }
    }
    lineStarts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
    changes = data.corrections.map(({ status, reason, ...said }) => ({ ...said, was: { status, reason } }));
    baseline = changes.length;
    past = [];
    chosen = null; found = []; foundAt = -1; shownRows = 300; sorting = {};
    preview();
    layText();
  }

  // --- the source --------------------------------------------------------------------------------------------------
  function layText() {
    const host = $("text");
    host.replaceChildren();
    chunks = [];
    if (data.text === null) {
      host.append(make("p", { class: "hint" }, "—"));
      return;
    }
    for (let line = 0; line < lineStarts.length; line += CHUNK) {
      const element = make("div", { class: "chunk" });
      const last = Math.min(line + CHUNK, lineStarts.length);
      const start = lineStarts[line], end = last < lineStarts.length ? lineStarts[last] : text.length;
      element.style.containIntrinsicSize = `auto ${Math.round((end - start) / 34 * 32 + (last - line) * 14)}px`;
      element.style.minHeight = lineStarts.length > 5 * CHUNK ? `${Math.round((end - start) / 34 * 30)}px` : "";
      const chunk = { element, line, last, start, end, intervals: [], pages: [], drawn: false };
      element.chunk = chunk;
      chunks.push(chunk);
      host.append(element);
    }
    spread();
    if (chunks.length < 12) chunks.forEach(draw);
    else {
      const watch = new IntersectionObserver((seen) => seen.forEach((entry) => {
        if (entry.isIntersecting) { watch.unobserve(entry.target); draw(entry.target.chunk); }
      }), { root: $("text"), rootMargin: "1500px" });
      chunks.forEach((chunk) => watch.observe(chunk.element));
    }
  }

  function spread() { // which marks lie in which chunk
    const starts = chunks.map((chunk) => chunk.start);
    const put = (a, b, kind, id) => {
      a = u16(a); b = u16(b);
      for (let i = Math.max(0, below(starts, a + 1) - 1); i < chunks.length && chunks[i].start < b; i++)
        chunks[i].intervals.push({ a, b, kind, id });
    };
    data.layout.forEach(([a, b]) => put(a, b, "l"));
    data.paid.forEach(([a, b]) => put(a, b, "p"));
    data.repairs.forEach((at) => put(at, at + 1, "r"));
    data.marks.forEach(([kind, a, b]) => put(a, b, kind));
    data.nodes.forEach((node) => {
      if (node.marker) put(node.at, node.marker_end, "h", node.id);
      if (node.heading_span) put(node.heading_span[0], node.heading_span[1], "h", node.id);
    });
    data.results.forEach((result) => put(result.span[0], result.span[1], "o", result.id));
    data.targets.forEach((target) => put(target.span[0], target.span[1], "t", target.id));
    data.pages.forEach(([at, page]) => { const chunk = chunkAt(u16(at)); if (chunk) chunk.pages.push([u16(at), page]); });
  }

  function draw(chunk) {
    chunk.drawn = true;
    chunk.element.style.minHeight = "";
    const extra = [];
    if (chosen && chosen.span) extra.push({ a: u16(chosen.span[0]), b: u16(chosen.span[1]), kind: "s" });
    found.forEach((a) => { if (a < chunk.end && a + $("find").value.length > chunk.start) extra.push({ a, b: a + $("find").value.length, kind: "f" }); });
    const all = [...chunk.intervals, ...extra];
    const lines = [];
    for (let number = chunk.line; number < chunk.last; number++) {
      const start = lineStarts[number];
      const stop = number + 1 < lineStarts.length ? lineStarts[number + 1] - 1 : text.length;
      chunk.pages.filter(([at]) => at >= start && at <= stop).forEach(([, page]) => lines.push(make("div", { class: "page", "data-page": word("page", page) })));
      lines.push(drawLine(number, start, stop, all.filter((one) => one.a < stop + 1 && one.b > start)));
    }
    chunk.element.replaceChildren(...lines);
  }

  function drawLine(number, start, stop, inside) {
    const line = make("div", { class: text.slice(start, stop).trim() ? "line" : "line blank", "data-no": number + 1, "data-a": start });
    const points = [start, stop, ...inside.flatMap(({ a, b }) => [a, b])].filter((at) => at >= start && at <= stop);
    const cuts = [...new Set(points)].sort((x, y) => x - y);
    for (let i = 0; i + 1 < cuts.length; i++) {
      const over = inside.filter(({ a, b }) => a <= cuts[i] && b >= cuts[i + 1]);
      const piece = text.slice(cuts[i], cuts[i + 1]);
      if (!over.length) { line.append(piece); continue; }
      const named = over.filter((one) => one.id);
      const span = make("span", { class: [...new Set(over.map((one) => one.kind))].join(" ") }, piece);
      named.forEach((one) => { span.dataset[{ t: "target", o: "result", h: "node" }[one.kind]] = one.id; });
      line.append(span);
    }
    const repaired = inside.find((one) => one.kind === "r" && one.a === stop);
    if (repaired) line.append(make("span", { class: "r l", title: word("mark_repair") }));
    const node = inside.map((one) => one.kind === "h" && one.a >= start && byId.get(one.id)).find(Boolean);
    if (node && u16(node.at) >= start) line.dataset.level = Math.min(node.level, 5);
    return line;
  }

  const chunkAt = (unit) => chunks[Math.max(0, below(chunks.map((chunk) => chunk.start), unit + 1) - 1)];
  function redraw(...spans) {
    const touched = new Set();
    spans.filter(Boolean).forEach(([a, b]) => {
      const first = u16(a), last = u16(b);
      chunks.forEach((chunk) => { if (chunk.drawn && chunk.start <= last && chunk.end >= first) touched.add(chunk); });
    });
    touched.forEach(draw);
  }
  function show(span) {
    if (!chunks.length || !span) return;
    const unit = u16(span[0]), chunk = chunkAt(unit);
    if (!chunk.drawn) draw(chunk);
    const lines = [...chunk.element.querySelectorAll(".line")];
    const line = lines[Math.max(0, below(lines.map((one) => Number(one.dataset.a)), unit + 1) - 1)];
    const mark = line && (line.querySelector(".s") || line);
    if (mark) mark.scrollIntoView({ block: "center" });
  }

  function offsetOf(node, index) {
    const line = (node.nodeType === 1 ? node : node.parentElement)?.closest(".line");
    if (!line) return null;
    const range = document.createRange();
    range.setStart(line, 0);
    range.setEnd(node, index);
    return Number(line.dataset.a) + range.toString().length;
  }
  function selectedSpan() { // the words selected in the source, as code points
    const selection = window.getSelection();
    if (!selection.rangeCount || !$("text").contains(selection.anchorNode)) return null;
    const range = selection.getRangeAt(0);
    const a = offsetOf(range.startContainer, range.startOffset), b = offsetOf(range.endContainer, range.endOffset);
    return a === null || b === null ? null : [cp(Math.min(a, b)), cp(Math.max(a, b))];
  }

  $("text").addEventListener("click", (event) => {
    const span = selectedSpan();
    const words = span && span[1] > span[0] ? span : null;
    const mark = event.target.closest("[data-target], [data-node], [data-result]");
    if (words) return choose({ kind: "words", span: words });
    if (mark && mark.dataset.target) return choose(targetChoice(mark.dataset.target), true);
    if (mark && mark.dataset.node) return choose(nodeChoice(mark.dataset.node), true);
    if (mark && mark.dataset.result) return choose(resultChoice(mark.dataset.result), true);
    const at = span ? span[0] : null;
    if (at === null) return choose(null);
    const paragraph = data.paragraphs.find(([, , a, b]) => a <= at && at <= b);
    return choose(paragraph ? { kind: "paragraph", id: paragraph[0], role: paragraph[1], span: [paragraph[2], paragraph[3]], section: paragraph[4], at } : null, true);
  });

  // --- choosing ----------------------------------------------------------------------------------------------------
  const nodeChoice = (id) => { const node = byId.get(id); return node && { kind: "node", id, node, span: [node.at, node.opening_end] }; };
  const targetChoice = (id) => { const target = data.targets.find((one) => one.id === id); return target && { kind: "target", id, target, span: target.span }; };
  const resultChoice = (id) => { const result = data.results.find((one) => one.id === id); return result && { kind: "result", id, result, span: result.span }; };

  function choose(what, fromText) {
    const before = chosen && chosen.span;
    chosen = what || null;
    redraw(before, chosen && chosen.span);
    inspect();
    mark();
    if (chosen && !fromText && chosen.kind !== "words") show(chosen.span);
    if (chosen && chosen.id) history.replaceState(null, "", `#${chosen.id}`);
  }
  function mark() { // what is chosen, in the lists
    document.querySelectorAll("#outline [aria-selected], tr[aria-selected]").forEach((row) => row.setAttribute("aria-selected", "false"));
    document.querySelectorAll("li[aria-current]").forEach((row) => row.removeAttribute("aria-current"));
    if (!chosen || !chosen.id) return;
    if (chosen.kind === "node") reveal(chosen.id);
    const row = document.querySelector(`[data-id="${CSS.escape(chosen.id)}"]`);
    if (!row) return;
    if (row.tagName === "LI" && !row.hasAttribute("role")) row.setAttribute("aria-current", "true");
    else row.setAttribute("aria-selected", "true");
    if (row.offsetParent) row.scrollIntoView({ block: "nearest" });
  }

  // --- outline -----------------------------------------------------------------------------------------------------
  function preview() { // the nodes as they are after the changes, as far as the page can tell
    const said = new Map(), gone = new Set();
    changes.slice(baseline).forEach((one) => {
      if (one.op === "no_node") gone.add(one.span[0]);
      if (one.op === "node") said.set(one.span[0], one);
    });
    nodes = data.nodes.filter((node) => !gone.has(node.at)).map((node) => {
      const one = said.get(node.at);
      said.delete(node.at);
      return one ? { ...node, level: one.level || node.level, kind: one.kind || node.kind, heading: one.heading || node.heading, changed: true } : node;
    });
    said.forEach((one, at) => nodes.push({ id: `new${at}`, kind: one.kind || "section", level: one.level || 1, marker: "", heading: one.heading, at, marker_end: at, opening_end: one.span[1], heading_span: null, access: "free", words: "", changed: true }));
    nodes.sort((a, b) => a.at - b.at);
    const stack = [];
    nodes.forEach((node) => {
      while (stack.length && stack.length >= node.level) stack.pop();
      node.depth = stack.length + 1;
      node.parent = stack[stack.length - 1] || null;
      node.children = [];
      if (node.parent) node.parent.children.push(node);
      stack.push(node);
    });
    byId = new Map(nodes.map((node) => [node.id, node]));
    data.nodes.forEach((node) => { if (!byId.has(node.id)) byId.set(node.id, node); });
  }

  const counts = () => { const held = new Map(); data.targets.forEach((one) => held.set(one.section, (held.get(one.section) || 0) + 1)); return held; };
  function outline() {
    const panel = $("outline");
    const filter = make("input", { type: "search", id: "find-node", "aria-label": word("find_in_outline"), placeholder: word("find_in_outline"), oninput: () => fill(filter.value) });
    const tree = make("ul", { role: "tree", "aria-label": word("outline") });
    const held = counts();
    const item = (node, open) => {
      const row = make("div", { class: "row" }, make("span", { class: "twist" }),
        make("span", { class: "label" }, node.marker && make("span", { class: "marker" }, node.marker), node.heading || make("span", { class: "words" }, node.words || "…")),
        node.changed && chip("changes", "new"), node.access !== "free" && chip(node.access), held.get(node.id) && make("span", { class: "chip" }, `${held.get(node.id)} ${word("target")}`));
      const element = make("li", { role: "treeitem", "data-id": node.id, "aria-level": node.depth, tabindex: -1, "aria-selected": "false", "aria-label": `${node.marker}${node.heading || node.words}` }, row);
      element.node = node;
      if (node.children.length) unfold(element, open);
      return element;
    };
    const unfold = (element, open) => {
      element.setAttribute("aria-expanded", String(open));
      element.querySelector(":scope > ul")?.remove();
      if (open) element.append(make("ul", { role: "group" }, element.node.children.map((child) => item(child, nodes.length < 400))));
    };
    tree.unfold = unfold;
    const fill = (wanted) => {
      const roots = wanted ? nodes.filter((node) => `${node.marker}${node.heading || node.words}`.includes(wanted)).slice(0, 300) : nodes.filter((node) => !node.parent);
      tree.replaceChildren(...roots.map((node) => item(wanted ? { ...node, children: [], depth: 1 } : node, nodes.length < 400)));
      if (tree.firstChild) tree.firstChild.tabIndex = 0;
      mark();
    };
    tree.addEventListener("click", (event) => {
      const element = event.target.closest("[role=treeitem]");
      if (event.target.closest(".twist") && element.hasAttribute("aria-expanded")) return unfold(element, element.getAttribute("aria-expanded") !== "true");
      return choose(nodeChoice(element.node.id));
    });
    tree.addEventListener("keydown", (event) => {
      const element = event.target.closest("[role=treeitem]");
      const seen = [...tree.querySelectorAll("[role=treeitem]")], at = seen.indexOf(element);
      const go = (other) => { if (other) { element.tabIndex = -1; other.tabIndex = 0; other.focus(); } };
      const open = element.getAttribute("aria-expanded");
      const keys = {
        ArrowDown: () => go(seen[at + 1]), ArrowUp: () => go(seen[at - 1]), Home: () => go(seen[0]), End: () => go(seen[seen.length - 1]),
        ArrowRight: () => (open === "false" ? unfold(element, true) : go(element.querySelector("[role=treeitem]"))),
        ArrowLeft: () => (open === "true" ? unfold(element, false) : go(element.parentElement.closest("[role=treeitem]"))),
        Enter: () => choose(nodeChoice(element.node.id)), " ": () => choose(nodeChoice(element.node.id)),
      };
      if (keys[event.key]) { event.preventDefault(); event.stopPropagation(); keys[event.key](); }
    });
    panel.replaceChildren(make("div", { class: "filters" }, filter));
    if (changes.length > baseline) panel.append(make("p", { class: "hint" }, word("preview_note")));
    panel.append(nodes.length ? tree : make("p", { class: "hint" }, word("no_nodes")));
    fill("");
  }
  function reveal(id) {
    const tree = document.querySelector("#outline [role=tree]");
    const node = nodes.find((one) => one.id === id);
    if (!tree || !node) return;
    const above = [];
    for (let one = node.parent; one; one = one.parent) above.unshift(one);
    above.forEach((one) => {
      const element = tree.querySelector(`[data-id="${CSS.escape(one.id)}"]`);
      if (element && element.getAttribute("aria-expanded") === "false") tree.unfold(element, true);
    });
  }

  // --- targets and results -----------------------------------------------------------------------------------------
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

  // --- diagnostics -------------------------------------------------------------------------------------------------
  function diagnostics() {
    const panel = $("diagnostics");
    if (!data.diagnostics.length) { panel.replaceChildren(make("p", { class: "hint" }, word("no_notices"))); return; }
    const order = { error: 0, warning: 1, info: 2 };
    const listed = data.diagnostics.map((one, index) => ({ ...one, id: `d${index + 1}` })).sort((a, b) => order[a.severity] - order[b.severity]);
    panel.replaceChildren(make("ul", { class: "notices" }, listed.slice(0, 1000).map((one) => {
      const said = data.notices[one.code] || { zh: one.message, en: one.message, do_zh: "", do_en: "" };
      const line = one.span && chunks.length ? `${below(lineStarts, u16(one.span[0]) + 1)}` : "";
      const quote = one.span && data.text !== null ? text.slice(u16(one.span[0]), u16(Math.min(one.span[1], one.span[0] + 40))).replace(/\s+/g, " ") : "";
      return make("li", { "data-id": one.id, onclick: () => choose({ kind: "notice", id: one.id, notice: one, span: one.span }) },
        make("p", {}, chip(one.severity), " ", make("button", { type: "button", class: "link" }, said[language]), line && make("span", { class: "count" }, `  ${line}`)),
        make("p", { class: "detail" }, language === "en" && one.message !== said.en ? one.message.replace(said.en, "").trim() : "", quote && ` “${quote}”`),
        said[`do_${language}`] && make("p", { class: "todo" }, said[`do_${language}`]));
    })));
  }

  // --- about -------------------------------------------------------------------------------------------------------
  const CHOICES = { document_type: ["work_report", "speech", "party_report", "plan", "other"], "place.level": ["national", "province", "prefecture", "county", "township"] };
  function about() {
    const shown = (name, value) => (CHOICES[name] && value ? word(value) : value);
    const field = (name) => {
      const change = changes.slice(baseline).filter((one) => one.op === "meta" && one.field === name).pop();
      const value = change ? change.value ?? null : data.meta[name];
      const dd = make("dd");
      const edit = () => {
        const input = CHOICES[name] ? make("select", {}, CHOICES[name].map((one) => make("option", { value: one, selected: one === value }, word(one)))) : make("input", { type: "text" });
        input.setAttribute("aria-label", word(name));
        input.value = value || "";
        dd.replaceChildren(make("form", { onsubmit: (event) => { event.preventDefault(); correct({ op: "meta", field: name, value: input.value.trim() || null }); } }, input, make("button", { class: "main" }, word("apply"))));
        input.focus();
      };
      dd.append(make("button", { type: "button", onclick: edit, "aria-label": `${word(name)}: ${shown(name, value) || word("none")}` }, shown(name, value) || make("span", { class: "words" }, word("none"))), change ? chip("changes", "new") : "");
      return [make("dt", {}, word(name)), dd];
    };
    const fact = ([name, value]) => (value === null ? [] : [make("dt", {}, word(name)), make("dd", { class: name === "sha256" ? "hash" : "" }, typeof value === "number" ? value.toLocaleString() : value)]);
    $("about").replaceChildren(make("h2", {}, word("metadata")), make("dl", { class: "about" }, Object.keys(data.meta).flatMap(field)),
      make("h2", {}, word("source_facts")), make("dl", { class: "about" }, Object.entries(data.source).flatMap(fact)),
      make("h2", {}, word("keys")), make("p", { class: "hint" }, word("keys_help")));
  }

  // --- corrections -------------------------------------------------------------------------------------------------
  const sameThing = (a, b) => {
    const subject = { break: "paragraph", join: "paragraph", node: "node", no_node: "node", role: "role", meta: "meta", target: "target", no_target: "target" };
    if (subject[a.op] !== subject[b.op]) return false;
    if (a.op === "meta") return a.field === b.field;
    if (subject[a.op] === "target") return a.span[0] === b.span[0] && a.span[1] === b.span[1] && (a.op !== b.op || a.field === b.field);
    return a.span[0] === b.span[0];
  };
  function correct(...said) {
    past.push(changes.slice());
    said.forEach((one) => {
      const before = changes.find((other) => sameThing(one, other));
      const merged = before && before.op === "node" && one.op === "node" ? { ...before, ...one } : one;
      delete merged.was;
      const at = before ? changes.indexOf(before) : -1;
      changes = changes.filter((other) => !sameThing(one, other));
      if (at >= 0 && at < baseline) baseline -= 1;
      changes.push(merged);
    });
    refresh();
  }
  function undo() {
    if (!past.length) return;
    changes = past.pop();
    baseline = changes.filter((one) => one.was).length;
    refresh();
  }
  const plain = () => changes.map(({ was, ...said }) => said);
  const file = () => `${JSON.stringify({ schema_version: "1.0", source: { name: data.source.file_name, sha256: data.source.sha256 }, corrections: plain() }, null, 2)}\n`;
  const stem = () => (data.source.file_name || "report").replace(/\.[^.]*$/, "");
  function save() {
    const link = make("a", { href: URL.createObjectURL(new Blob([file()], { type: "application/json" })), download: `${stem()}.corrections.json` });
    document.body.append(link);
    link.click();
    link.remove();
  }
  async function convertAgain() {
    const note = $("changes").querySelector(".hint");
    if (note) note.textContent = word("saving");
    try {
      const answer = await fetch(data.served.correct, { method: "POST", headers: { "Content-Type": "application/json" }, body: file() });
      const fresh = await answer.json();
      if (!answer.ok) throw new Error(fresh.detail || answer.statusText);
      load(fresh);
      refresh();
      open("outline");
    } catch (error) {
      if (note) { note.textContent = `${word("failed")}: ${error.message}`; note.classList.add("failed"); }
    }
  }
  const quoted = (span) => (span && data.text !== null ? `“${text.slice(u16(span[0]), u16(Math.min(span[1], span[0] + 24)))}”` : "");
  const OPERATIONS = { break: "break_here", join: "join_before", node: "make_node", no_node: "unmake_node", role: "role", meta: "metadata", target: "target", no_target: "unmake_target" };
  function listChanges() {
    const panel = $("changes");
    const rows = changes.map((one, index) => {
      const details = [one.kind && word(one.kind), one.level && `${word("depth")} ${one.level}`, one.heading && `${word("heading")} ${one.heading}`, one.op === "role" && word(one.role || "ordinary"), one.field && `${word(one.field)} = ${one.value ?? word("none")}`];
      return make("li", {}, make("p", {}, make("b", {}, word(OPERATIONS[one.op])), " ", quoted(one.span), " ", one.was && chip(one.was.status, one.was.status), " ",
        make("button", { type: "button", onclick: () => { past.push(changes.slice()); if (index < baseline) baseline -= 1; changes.splice(index, 1); refresh(); } }, word("remove"))),
        make("p", { class: "hint" }, details.filter(Boolean).join(" · ")), one.was && one.was.reason && make("p", { class: "hint" }, one.was.reason));
    });
    const buttons = make("div", { class: "actions" }, make("button", { type: "button", class: data.served.correct ? "" : "main", onclick: save, disabled: !changes.length }, word("save")),
      data.served.correct && make("button", { type: "button", class: "main", onclick: convertAgain }, word("reconvert")), make("button", { type: "button", onclick: undo, disabled: !past.length }, word("undo")));
    panel.replaceChildren(make("ul", { class: "changes" }, rows), make("p", { class: "hint" }, changes.length ? word("saved_hint") : word("no_changes")), buttons);
    if (data.served.downloads) panel.append(make("p", { class: "hint" }, `${word("download")}: `, ...Object.entries(data.served.downloads).flatMap(([name, address]) => [make("a", { href: address, download: true }, name), " "])));
  }

  // --- the inspector -----------------------------------------------------------------------------------------------
  const label = (name, input, wide) => { input.setAttribute("name", name); return make("label", { class: wide ? "wide" : "" }, word(name), input); };
  const options = (values, now) => make("select", {}, values.map(([value, said]) => { const one = make("option", { value }, said); one.selected = String(value) === String(now ?? ""); return one; }));
  const input = (value) => { const made = make("input", { type: "text", autocomplete: "off" }); made.value = value ?? ""; return made; };
  const button = (name, act, main) => make("button", { type: "button", class: main ? "main" : "", onclick: act }, word(name));
  const levels = (now) => options([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [n, n]), now);
  const panels = {
    node: ({ node }) => {
      const opening = [node.at, Math.max(node.opening_end, node.at + 1)];
      const kind = options([["section", word("section_kind")], ["item", word("item_kind")]], node.kind), level = levels(node.level), heading = input(node.heading);
      const said = () => {
        const one = { op: "node", span: opening };
        if (kind.value !== node.kind) one.kind = kind.value;
        if (Number(level.value) !== node.level) one.level = Number(level.value);
        if (heading.value.trim() && heading.value.trim() !== node.heading) one.heading = heading.value.trim();
        return one;
      };
      return [word(node.kind), `${node.marker}${node.heading || node.words}`, [label("depth", level), label("kind", kind), label("heading", heading, true)],
        [button("apply", () => { const one = said(); if (Object.keys(one).length > 2) correct(one); }, true), button("unmake_node", () => correct({ op: "no_node", span: opening })), node.kind === "section" && button("join_before", () => correct({ op: "no_node", span: opening }, { op: "join", span: opening }))]];
    },
    target: ({ target }) => {
      const fields = { indicator: input(target.indicator), comparator: options(["=", "~", ">=", ">", "<=", "<", "range"].map((sign) => [sign, sign]), target.comparator), value: input(target.value), value_max: input(target.value_max), unit: input(target.unit), period: input(target.period), measure: options(["growth", "decline", "level", "increment", "share", "rank", "relation"].map((name) => [name, word(name)]), target.measure), strength: options(["binding", "stretch", "planned"].map((name) => [name, word(name)]), target.strength) };
      const said = () => Object.entries(fields).filter(([name, field]) => (field.value.trim() || null) !== (target[name] ?? null)).map(([name, field]) => ({ op: "target", span: target.span, field: name, value: field.value.trim() || null }));
      return [word("target"), target.text, Object.entries(fields).map(([name, field]) => label(name, field, name === "indicator")),
        [button("apply", () => { const all = said(); if (all.length) correct(...all); }, true), button("unmake_target", () => correct({ op: "no_target", span: target.span }))]];
    },
    paragraph: ({ span, role, at, section }) => {
      const parent = byId.get(section), level = levels(parent ? parent.level + 1 : 1);
      const roles = options([["", word("ordinary")], ...["title", "subtitle", "author", "date", "salutation", "signature", "issuer", "note", "glossary", "contents"].map((name) => [name, word(name)])], role);
      const line = text.slice(u16(span[0]), u16(span[1])).split(/[。！？；：\n]/)[0].trim();
      const cut = at !== undefined && at > span[0] && at < span[1];
      return [word("paragraph"), text.slice(u16(span[0]), u16(Math.min(span[1], span[0] + 60))), [label("role", roles), label("depth", level)],
        [button("apply", () => { if (roles.value !== (role || "")) correct({ op: "role", span, role: roles.value || null }); }, true),
          button("make_node", () => correct({ op: "node", span: [span[0], span[0] + Math.max(1, [...line].length)], kind: "section", level: Number(level.value), heading: line })),
          cut && button("break_here", () => correct({ op: "break", span: [at, at + 1] })), button("join_before", () => correct({ op: "join", span: [span[0], Math.min(span[1], span[0] + 12)] }))]];
    },
    words: ({ span }) => {
      const words = text.slice(u16(span[0]), u16(span[1])), home = data.nodes.filter((node) => node.at <= span[0] && span[0] < node.end).pop(), level = levels(home ? home.level + 1 : 1);
      const first = data.paragraphs.some(([, , a]) => a === span[0]) || !home;
      const field = { indicator: input(words.replace(/[\d.％%约达到突破增长以上左右内].*$/, "")), value: input((words.match(/\d+(?:\.\d+)?/) || [""])[0]), unit: input((words.match(/\d([%％亿万千]?[^\d，。；以左]{0,4})/) || ["", ""])[1]) };
      return [word("selected_words"), words.slice(0, 80), [label("depth", level), ...Object.entries(field).map(([name, made]) => label(name, made, name === "indicator"))],
        [button("make_node", () => correct({ op: "node", span, kind: first ? "section" : "item", level: Number(level.value), heading: words.replace(/[。！？；：]+$/, "") }), true),
          button("make_target", () => correct(...Object.entries(field).filter(([, made]) => made.value.trim()).map(([name, made]) => ({ op: "target", span, field: name, value: made.value.trim() })))), button("break_here", () => correct({ op: "break", span: [span[0], span[0] + 1] }))]];
    },
    result: ({ result }) => [word("result"), result.text, [make("p", {}, [result.indicator, result.amount, result.rate === null ? "" : `${word("rate")} ${result.rate}%`, result.period, home(result)].filter(Boolean).join(" · "))], []],
    notice: ({ notice }) => { const said = data.notices[notice.code] || {}; return [word(notice.severity), said[language] || notice.message, [make("p", {}, said[`do_${language}`] || "")], []]; },
  };
  function inspect() {
    const panel = $("inspector");
    if (!chosen) { panel.replaceChildren(make("h2", { id: "inspector-title", class: "words" }, word("no_choice"))); return; }
    const [title, quote, fields, actions] = panels[chosen.kind](chosen);
    const why = data.served.explain && chosen.span && button("why", () => explain(chosen.span[0]));
    panel.replaceChildren(make("h2", { id: "inspector-title" }, title), make("p", { class: "quote" }, quote), make("div", { class: "fields" }, fields), make("div", { class: "actions" }, actions, why));
  }
  async function explain(point) { // what was decided there, in the words of the rules
    const unit = u16(point), line = below(lineStarts, unit + 1), column = cp(unit) - cp(lineStarts[line - 1]) + 1;
    const answer = await fetch(`${data.served.explain}?at=${line}:${column}`);
    const found = await answer.json();
    const said = (found.decisions || []).map((one) => make("li", {}, make("b", {}, `${one.kind}: ${one.verdict}`), ` (${one.rule})`, one.points === null || one.points === undefined ? "" : ` ${one.points} / ${one.needed}`,
      make("ul", {}, (one.evidence || []).map((row) => make("li", { class: "hint" }, `${row.points > 0 ? "+" : ""}${row.points}  ${row.row}`)))));
    $("inspector").querySelector(".why")?.remove();
    $("inspector").append(make("ul", { class: "why", lang: "en" }, said.length ? said : make("li", { class: "hint" }, found.detail || word("nothing_decided"))));
  }

  // --- finding -----------------------------------------------------------------------------------------------------
  function find() {
    const wanted = $("find").value;
    const before = found;
    found = [];
    if (wanted) for (let at = text.indexOf(wanted); at >= 0 && found.length < 2000; at = text.indexOf(wanted, at + wanted.length)) found.push(at);
    foundAt = -1;
    $("found").textContent = wanted ? word("found_places", found.length) : "";
    if (before.length || found.length) chunks.forEach((chunk) => { if (chunk.drawn) draw(chunk); });
    if (found.length) step(1);
  }
  function step(by) {
    if (!found.length) return;
    foundAt = (foundAt + by + found.length) % found.length;
    show([cp(found[foundAt]), cp(found[foundAt]) + 1]);
    $("found").textContent = `${foundAt + 1} / ${found.length}`;
  }
  $("find").addEventListener("input", find);
  $("find").addEventListener("keydown", (event) => { if (event.key === "Enter") step(event.shiftKey ? -1 : 1); });
  $("find-next").addEventListener("click", () => step(1));
  $("find-previous").addEventListener("click", () => step(-1));

  // --- tabs, words, keys -------------------------------------------------------------------------------------------
  const TABS = [...document.querySelectorAll("[role=tab]")];
  const active = () => TABS.find((tab) => tab.getAttribute("aria-selected") === "true");
  function open(name) {
    TABS.forEach((tab) => {
      const on = tab.getAttribute("aria-controls") === name;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      $(tab.getAttribute("aria-controls")).hidden = !on;
    });
    mark();
  }
  TABS.forEach((tab, index) => {
    tab.addEventListener("click", () => open(tab.getAttribute("aria-controls")));
    tab.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (by) { const other = TABS[(index + by + TABS.length) % TABS.length]; open(other.getAttribute("aria-controls")); other.focus(); }
    });
  });
  const listed = (name) => [...document.querySelectorAll(`#${name} tbody tr`)].map((row) => TABLES[name].choice(row.dataset.id));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { if (event.key === "Escape") event.target.blur(); return; }
    const list = { outline: () => nodes.map((node) => nodeChoice(node.id)), targets: () => listed("targets"), results: () => listed("results") }[active().getAttribute("aria-controls")];
    const move = (by) => { if (!list) return; const all = list(), at = all.findIndex((one) => chosen && one.id === chosen.id); choose(all[Math.min(Math.max(at + by, 0), all.length - 1)]); };
    const keys = { "/": () => $("find").focus(), j: () => move(1), k: () => move(-1), u: undo, Escape: () => choose(null) };
    if (/^[1-6]$/.test(event.key)) keys[event.key] = () => TABS[Number(event.key) - 1].click();
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  $("language").addEventListener("click", () => { language = language === "zh" ? "en" : "zh"; remember("gongwen.language", language); speak(); refresh(); inspect(); });
  const dark = () => (document.documentElement.dataset.theme = remembered("gongwen.theme") || (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  $("theme").addEventListener("click", () => { remember("gongwen.theme", document.documentElement.dataset.theme === "dark" ? "light" : "dark"); if (!memory) document.documentElement.dataset.theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark"; else dark(); });
  function speak() {
    document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
    document.querySelectorAll("[data-word]").forEach((element) => { element.textContent = word(element.dataset.word); });
    document.querySelectorAll("[data-word-label]").forEach((element) => { element.setAttribute("aria-label", word(element.dataset.wordLabel)); if (element.tagName === "INPUT") element.placeholder = word(element.dataset.wordLabel); });
    $("language").lang = language === "zh" ? "en" : "zh-Hans";
    $("facts").textContent = [data.meta["place.name"], data.meta.date, data.meta["author.name"], word(data.meta.document_type)].filter(Boolean).join(" · ");
  }
  function refresh() {
    preview();
    outline(); table("targets"); table("results"); diagnostics(); about(); listChanges();
    const worth = data.diagnostics.filter((one) => one.severity !== "info").length;
    const numbers = { outline: nodes.length, targets: data.targets.length, results: data.results.length, diagnostics: worth || "", about: "", changes: changes.length || "" };
    TABS.forEach((tab) => { const count = tab.querySelector(".count"); count.textContent = numbers[tab.getAttribute("aria-controls")]; count.classList.toggle("look", tab.id === "tab-diagnostics" && worth > 0); });
    mark();
  }

  document.documentElement.classList.remove("nojs");
  dark();
  load({});
  speak();
  refresh();
  inspect();
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (wanted) choose(nodeChoice(wanted) || targetChoice(wanted) || resultChoice(wanted));
})();
