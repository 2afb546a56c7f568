/**
 * Memoizes a function of one object, by identity. Recomputing shared data for thousands of pages would
 * dominate the build time.
 */
export function memoize<Key extends object, T>(make: (key: Key) => T): (key: Key) => T {
  const cache = new WeakMap<Key, T>();
  return (key) => {
    if (!cache.has(key)) cache.set(key, make(key));
    return cache.get(key)!;
  };
}
