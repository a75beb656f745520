// Finding.
function find() {
  const wanted = $("find").value;
  const before = found;
  found = [];
  if (wanted) for (let at = text.indexOf(wanted); at >= 0 && found.length < 2000; at = text.indexOf(wanted, at + wanted.length)) found.push(at);
  foundAt = -1;
  $("found").textContent = wanted ? word("found_places", found.length) : "";
  if (before.length || found.length) chunks.forEach((chunk) => { if (chunk.drawn) draw(chunk); });
  if (found.length) step(1);
}
function step(by) {
  if (!found.length) return;
  foundAt = (foundAt + by + found.length) % found.length;
  show([cp(found[foundAt]), cp(found[foundAt]) + 1]);
  $("found").textContent = `${foundAt + 1} / ${found.length}`;
}
$("find").addEventListener("input", find);
$("find").addEventListener("keydown", (event) => { if (event.key === "Enter") step(event.shiftKey ? -1 : 1); });
$("find-next").addEventListener("click", () => step(1));
$("find-previous").addEventListener("click", () => step(-1));
