// The inspector.
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
  const said = (found.decisions || []).map((one) => make("li", {}, make("b", {}, `${sentence("decision", one.kind)}: ${sentence("verdict", one.verdict)}`), ` (${sentence("rule", one.rule)})`, one.points === null || one.points === undefined ? "" : ` ${one.points} / ${one.needed}`,
    make("ul", {}, (one.evidence || []).map((row) => make("li", { class: "hint" }, `${row.points > 0 ? "+" : ""}${row.points}  ${sentence("evidence", row.row)}`)))));
  $("inspector").querySelector(".why")?.remove();
  $("inspector").append(make("ul", { class: "why" }, said.length ? said : make("li", { class: "hint" }, found.detail || word("nothing_decided"))));
}
