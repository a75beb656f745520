// Places.
let text, astral, lineStarts, CHUNK = 60;
const below = (list, value) => { // how many of the sorted list are < value
  let low = 0, high = list.length;
  while (low < high) { const middle = (low + high) >> 1; if (list[middle] < value) low = middle + 1; else high = middle; }
  return low;
};
const u16 = (point) => point + (astral.length ? below(astral, point) : 0);
const cp = (unit) => {
  if (!astral.length) return unit;
  let point = unit;
  for (let i = 0; i < 3; i++) point = unit - below(astral, point);
  return point;
};
