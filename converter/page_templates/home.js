"use strict";
// Files go in here; each becomes a page of its own.
(() => {
  const words = JSON.parse(document.getElementById("data").textContent).words;
  const drop = document.getElementById("drop"), reports = document.getElementById("reports");
  let language = (navigator.language || "zh").startsWith("zh") ? "zh" : "en";
  try { language = localStorage.getItem("gongwen.language") || language; } catch { /* a page may be refused it */ }
  const word = (name, n) => (words[name] ? words[name][language === "zh" ? 0 : 1].replace("{n}", n) : name);
  const put = (element, ...parts) => element.replaceChildren(...parts.map((part) => { if (typeof part === "string") return part; const [tag, text, name, href] = part; const made = document.createElement(tag); made.textContent = text; if (name) made.className = name; if (href) made.href = href; return made; }));
  async function take(file) {
    const row = document.createElement("li");
    put(row, ["b", file.name], ["span", word("saving"), "file"]);
    reports.prepend(row);
    try {
      const answer = await fetch(`/reports?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file, headers: { "Content-Type": "application/octet-stream" } });
      const said = await answer.json();
      if (!answer.ok) throw new Error(said.detail || answer.statusText);
      put(row, ["b", said.title], ["span", [said.meta["place.name"], said.meta.date].filter(Boolean).join(" · "), "file"], ["span", `${said.nodes} ${word("nodes")} · ${said.targets} ${word("targets")}`, "file"], ["span", said.warnings ? word("odd_warnings", said.warnings) : "", "look"], ["a", word("home_look"), "go", said.href]);
    } catch (error) { put(row, ["b", file.name], ["span", error.message, "bad"]); }
  }
  const all = async (files) => { for (const file of files) await take(file); };
  document.getElementById("files").addEventListener("change", (event) => all([...event.target.files]));
  ["dragover", "dragleave", "drop"].forEach((name) => document.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", name === "dragover");
    if (name === "drop") all([...event.dataTransfer.files]);
  }));
  function speak() {
    document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
    document.querySelectorAll("[data-word]").forEach((element) => { element.textContent = word(element.dataset.word); });
  }
  document.getElementById("language").addEventListener("click", () => { language = language === "zh" ? "en" : "zh"; try { localStorage.setItem("gongwen.language", language); } catch { /* nothing to keep */ } speak(); });
  speak();
})();
