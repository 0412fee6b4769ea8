// Where the platform cannot yet hold a popover at its button, this does; elsewhere CSS places it alone.
const GAP = 4;

function place(pop, opener) {
  const at = opener.getBoundingClientRect();
  const { width, height } = pop.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(at.left, innerWidth - width - GAP));
  const below = at.bottom + height + GAP < innerHeight;
  pop.style.position = "fixed"; // through the object model: the content policy forbids attributes alone
  pop.style.left = `${left}px`;
  pop.style.top = `${Math.max(GAP, below ? at.bottom : at.top - height - GAP)}px`;
}

if (!CSS.supports("position-area", "bottom"))
  document.addEventListener(
    "toggle",
    (event) => {
      const pop = event.target;
      if (!pop.matches?.(".pop:popover-open") || matchMedia("(max-width: 52rem)").matches) return;
      const opener = document.activeElement?.closest(`[popovertarget="${CSS.escape(pop.id)}"]`);
      const found = opener || document.querySelector(`[popovertarget="${CSS.escape(pop.id)}"]`);
      if (found) place(pop, found);
    },
    true,
  );
