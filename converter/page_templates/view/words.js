// Words.
let language = remembered("gongwen.language") || ((navigator.language || "zh").startsWith("zh") ? "zh" : "en");
const word = (name, n) => {
  const said = data.words[name];
  return said ? said[language === "zh" ? 0 : 1].replace("{n}", n) : name;
};
// What a report says in English, in the language of the page: the first row of the table that fits, its blanks filled in.
const rowsFor = {};
const sentence = (where, english) => {
  if (language !== "zh") return english;
  rowsFor[where] ||= (data.sentences[where] || []).map(([form, chinese]) => [new RegExp(`^${form.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\d\}/g, "(.+?)")}$`, "su"), chinese]);
  for (const [form, chinese] of rowsFor[where]) {
    const found = form.exec(english);
    if (found) return chinese.replace(/\{(\d)\}/g, (_, n) => word(found[n]));
  }
  return english;
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
