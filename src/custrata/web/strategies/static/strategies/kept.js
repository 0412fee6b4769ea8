// What is typed is kept here until the server has it: a lost network, a closed lid or a crash loses nothing.
// It is kept for its person: whoever comes in after somebody in the same browser neither sees nor sends it.
const PREFIX = `custrata:typed:${document.body.dataset.me}:`;

const key = (slug, block) => `${PREFIX}${slug}:${block}`;

export function keep(slug, block, typed) {
  try {
    localStorage.setItem(key(slug, block), JSON.stringify({ ...typed, at: Date.now() }));
  } catch {
    // The store is full or refused; what is typed stays in the form.
  }
}

export function forget(slug, block) {
  try {
    localStorage.removeItem(key(slug, block));
  } catch {
    // Where nothing can be kept, nothing was.
  }
}

export const keptOf = (slug, block) => kept(slug).find((one) => one.block === block);

export function kept(slug) {
  const start = `${PREFIX}${slug}:`;
  return names()
    .filter((name) => name.startsWith(start))
    .map((name) => ({ block: name.slice(start.length), ...read(name) }))
    .filter((one) => one.entries);
}

function names() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return {};
  }
}
