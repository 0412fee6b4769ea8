// Numbers of claims: what is chosen is read at once, before it is saved. Without this script saving tells the same.
const PAUSE = 250;
const waiting = new WeakMap();
const asking = new WeakMap();

// A measure that is read of other customers or periods offers those; what stands there stays if it is among them.
function offer(select, options) {
  const held = select.value;
  const known = options.some(([value]) => value === held);
  const kept = [...select.options].find((option) => option.value === held);
  select.replaceChildren(
    ...options.map(([value, words]) => new Option(words, value, false, value === held)),
    ...(known || !kept ? [] : [new Option(`${kept.text.replace(/ \(not read\)$/, "")} (not read)`, held, false, true)]),
  );
}

// Only the last question counts: an answer to an earlier one that comes late would show what is no longer chosen.
function onlyThis(figure) {
  asking.get(figure)?.abort();
  asking.set(figure, new AbortController());
  return asking.get(figure).signal;
}

async function look(figure) {
  const form = figure.closest("form");
  const signal = onlyThis(figure);
  const said = new FormData(form);
  said.set("look", figure.dataset.figure);
  const headers = { Accept: "application/json", ...JSON.parse(document.body.getAttribute("hx-headers") || "{}") };
  const answer = await fetch(form.action, { method: "POST", body: said, headers, signal }).catch(() => null);
  const told = answer?.ok && (await answer.json().catch(() => null));
  if (!told || signal.aborted || !figure.isConnected) return;
  const { title, now, segment, period } = told;
  figure.querySelector("[data-title]").textContent = title;
  figure.querySelector("[data-now]").replaceChildren(document.createRange().createContextualFragment(now));
  const field = (name) => document.getElementById(`f:${figure.dataset.figure}.${name}`);
  if (segment.length) offer(field("segment"), segment);
  if (period.length) offer(field("period"), period);
}

function soon(event) {
  const figure = event.target.closest?.("[data-figure]");
  if (!figure || event.target.matches("[data-remove]")) return;
  clearTimeout(waiting.get(figure));
  waiting.set(figure, setTimeout(() => look(figure), event.type === "change" ? 0 : PAUSE));
}

document.addEventListener("input", soon);
document.addEventListener("change", soon);
