// Outline.
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
