// Choosing.
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
