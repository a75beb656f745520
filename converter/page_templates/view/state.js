// State.
let nodes, byId, changes, baseline, past, chosen, layers, chunks, found, foundAt, shownRows, sorting;

function load(fresh) {
  data = { ...data, ...fresh };
  text = data.text === null ? "" : data.text;
  astral = [];
  if (/[\ud800-\udbff]/.test(text)) {
    let point = 0;
    for (const sign of text) { if (sign.length > 1) astral.push(point); point++; }
  }
  lineStarts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  changes = data.corrections.map(({ status, reason, ...said }) => ({ ...said, was: { status, reason } }));
  baseline = changes.length;
  past = [];
  chosen = null; found = []; foundAt = -1; shownRows = 300; sorting = {};
  preview();
  layText();
}
