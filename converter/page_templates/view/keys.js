// Tabs, words, keys.
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
