"use strict";
// The workbench of one report. Places in the data are code points; in the page they are UTF-16, through u16() and cp().
(() => {
  const $ = (id) => document.getElementById(id);
  let data = JSON.parse($("data").textContent);
  const memory = (() => { try { return window.localStorage; } catch { return null; } })();
  const remembered = (key) => { try { return memory && memory.getItem(key); } catch { return null; } };
  const remember = (key, value) => { try { if (memory) memory.setItem(key, value); } catch { /* a page may be refused it */ } };
{% include "view/words.js" %}

{% include "view/places.js" %}

{% include "view/state.js" %}

{% include "view/source.js" %}

{% include "view/choosing.js" %}

{% include "view/outline.js" %}

{% include "view/tables.js" %}

{% include "view/notices.js" %}

{% include "view/about.js" %}

{% include "view/corrections.js" %}

{% include "view/inspector.js" %}

{% include "view/finding.js" %}

{% include "view/keys.js" %}

  document.documentElement.classList.remove("nojs");
  dark();
  load({});
  speak();
  refresh();
  inspect();
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (wanted) choose(nodeChoice(wanted) || targetChoice(wanted) || resultChoice(wanted));
})();
