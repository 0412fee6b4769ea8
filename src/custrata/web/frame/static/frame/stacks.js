// On a phone a row of a wide table is a card; each cell then says the head of its column.
function label(table) {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((head) => head.innerText.replace(/[↓↑]/g, "").trim());
  for (const row of table.querySelectorAll(":is(tbody, tfoot) > tr"))
    [...row.cells].forEach((cell, at) => {
      if (cell.tagName === "TD" && cell.colSpan === 1 && heads[at]) cell.dataset.head = heads[at];
    });
}

function all(root) {
  for (const table of root.querySelectorAll("table.stacks")) label(table);
}

all(document);
document.addEventListener("htmx:afterSettle", (event) => all(event.detail.elt));
