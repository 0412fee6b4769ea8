// A table that is too wide for its place is a region that keys can reach; one that fits is none.
function look(region) {
  const wide = region.scrollWidth > region.clientWidth + 1;
  const title = region.dataset.region || "Table";
  // Two tables of one sheet have one title; by their names they are told apart.
  const same = [...document.querySelectorAll(".scroll")].filter((one) => (one.dataset.region || "Table") === title);
  const named = same.length > 1 ? `${title}, ${same.indexOf(region) + 1} of ${same.length}` : title;
  for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", named]])
    if (wide) region.setAttribute(name, value);
    else region.removeAttribute(name);
}

const watch = new ResizeObserver((changes) => changes.forEach((change) => look(change.target)));

function all(root) {
  for (const region of root.querySelectorAll(".scroll")) watch.observe(region);
}

all(document);
document.addEventListener("htmx:afterSettle", (event) => all(event.detail.elt));
