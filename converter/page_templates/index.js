"use strict";
// The index over a folder: it filters, sorts and speaks two languages; all else is there without it.
(() => {
  const words = JSON.parse(document.getElementById("data").textContent).words;
  const body = document.querySelector("tbody"), filter = document.getElementById("filter"), odd = document.getElementById("odd"), count = document.getElementById("count");
  const rows = [...body.rows];
  let language = (navigator.language || "zh").startsWith("zh") ? "zh" : "en";
  try { language = localStorage.getItem("gongwen.language") || language; } catch { /* a page may be refused it */ }
  const word = (name, n) => (words[name] ? words[name][language === "zh" ? 0 : 1].replace("{n}", n) : name);
  function show() {
    const wanted = filter.value.trim().toLowerCase();
    let shown = 0;
    rows.forEach((row) => { row.hidden = (wanted && !row.textContent.toLowerCase().includes(wanted)) || (odd.checked && row.dataset.odd === "0"); shown += row.hidden ? 0 : 1; });
    count.textContent = word("reports_count", shown);
  }
  filter.addEventListener("input", show);
  odd.addEventListener("change", show);
  document.querySelectorAll("th").forEach((head, column) => {
    head.setAttribute("aria-sort", "none");
    head.firstElementChild.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      document.querySelectorAll("th").forEach((other) => other.setAttribute("aria-sort", "none"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = (row) => row.cells[column].dataset.key || row.cells[column].textContent.trim();
      const order = (a, b) => (a !== "" && b !== "" && !Number.isNaN(Number(a)) && !Number.isNaN(Number(b)) ? a - b : a.localeCompare(b, "zh"));
      body.append(...rows.sort((a, b) => (down ? -1 : 1) * order(key(a), key(b))));
    });
  });
  function speak() {
    document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
    document.querySelectorAll("[data-word]").forEach((element) => { element.textContent = word(element.dataset.word, element.dataset.n); });
    document.querySelectorAll("[data-word-label]").forEach((element) => { element.setAttribute("aria-label", word(element.dataset.wordLabel)); if (element.tagName === "INPUT") element.placeholder = word(element.dataset.wordLabel); });
    document.querySelectorAll("[data-zh]").forEach((element) => { element.textContent = element.dataset[language]; });
    show();
  }
  document.getElementById("language").addEventListener("click", () => { language = language === "zh" ? "en" : "zh"; try { localStorage.setItem("gongwen.language", language); } catch { /* nothing to keep */ } speak(); });
  speak();
})();
