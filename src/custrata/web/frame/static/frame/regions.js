// A table that is too wide for its place is a region that keys can reach; one that fits is none.
function look(region) {
  const wide = region.scrollWidth > region.clientWidth + 1;
  const named = region.dataset.region || "Table";
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
