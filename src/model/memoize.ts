/** Makes something of an object once, however many pages ask for it: made anew for each of thousands of pages it would take most of a build. */
export function memoize<Key extends object, T>(make: (key: Key) => T): (key: Key) => T {
  const made = new WeakMap<Key, T>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key)!;
  };
}
