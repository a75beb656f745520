// Diagnostics.
function detailOf(message, meaning) { // what a notice says behind its meaning
  const stem = meaning.replace(/\.$/, "");
  return message.startsWith(stem) && message !== meaning ? sentence("notice", message.slice(stem.length).replace(/^\.?\s+/, "")) : "";
}
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
      make("p", { class: "detail" }, detailOf(one.message, said.en), quote && ` “${quote}”`),
      said[`do_${language}`] && make("p", { class: "todo" }, said[`do_${language}`]));
  })));
}
