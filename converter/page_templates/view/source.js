// The source.
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
