// About.
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
  const fact = ([name, value]) => (value === null ? [] : [make("dt", {}, word(name)), make("dd", { class: name === "sha256" ? "hash" : "" }, typeof value === "number" ? value.toLocaleString() : Array.isArray(value) ? value.map(([kind, count]) => `${word(`omitted.${kind}`)} ${count}`).join(language === "zh" ? "，" : ", ") : value)]);
  $("about").replaceChildren(make("h2", {}, word("metadata")), make("dl", { class: "about" }, Object.keys(data.meta).flatMap(field)),
    make("h2", {}, word("source_facts")), make("dl", { class: "about" }, Object.entries(data.source).flatMap(fact)),
    make("h2", {}, word("keys")), make("p", { class: "hint" }, word("keys_help")));
}
