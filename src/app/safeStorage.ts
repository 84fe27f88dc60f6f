/**
 * The browser's storage, of this site or of this tab, or one in memory when it is blocked (private windows, strict settings): then this visit
 * works and the next one has forgotten it (R53).
 */
export function safeStorage(which: 'localStorage' | 'sessionStorage' = 'localStorage'): Storage {
  try {
    const storage = window[which];
    storage.getItem('touchline:test');
    return storage;
  } catch {
    return memoryStorage();
  }
}

/** A storage that lasts as long as the page. */
export function memoryStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}
