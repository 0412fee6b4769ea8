// What is typed is kept here until the server has it: a lost network, a closed lid or a crash loses nothing.
const PREFIX = "custrata:typed:";

const key = (slug, block) => `${PREFIX}${slug}:${block}`;

export function keep(slug, block, typed) {
  try {
    localStorage.setItem(key(slug, block), JSON.stringify({ ...typed, at: Date.now() }));
  } catch {
    // The store is full or refused; what is typed stays in the form.
  }
}

export const forget = (slug, block) => localStorage.removeItem(key(slug, block));

export function kept(slug) {
  const start = `${PREFIX}${slug}:`;
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(start))
    .map((name) => ({ block: name.slice(start.length), ...read(name) }))
    .filter((one) => one.entries);
}

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return {};
  }
}
