// Corrections.
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
      make("p", { class: "hint" }, details.filter(Boolean).join(" · ")), one.was && one.was.reason && make("p", { class: "hint" }, sentence("correction", one.was.reason)));
  });
  const buttons = make("div", { class: "actions" }, make("button", { type: "button", class: data.served.correct ? "" : "main", onclick: save, disabled: !changes.length }, word("save")),
    data.served.correct && make("button", { type: "button", class: "main", onclick: convertAgain }, word("reconvert")), make("button", { type: "button", onclick: undo, disabled: !past.length }, word("undo")));
  panel.replaceChildren(make("ul", { class: "changes" }, rows), make("p", { class: "hint" }, changes.length ? word("saved_hint") : word("no_changes")), buttons);
  if (data.served.downloads) panel.append(make("p", { class: "hint" }, `${word("download")}: `, ...Object.entries(data.served.downloads).flatMap(([name, address]) => [make("a", { href: address, download: true }, name), " "])));
}
