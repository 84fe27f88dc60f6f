/** The name a person goes by on this device. `null` = never asked, '' = asked and skipped (U33). Never throws. */
const key = 'touchline:name';
const longest = 40;
/** Control and direction characters; the joiner inside emoji is none of them. */
const unseen = /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

export function readName(storage: Storage): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return '';
  }
}

/** Keeps the name, cut to 40 characters and never inside one; gives what was kept. */
export function writeName(storage: Storage, name: string): string {
  const kept = [...new Intl.Segmenter().segment(name.normalize('NFC').replaceAll(unseen, '').trim())]
    .slice(0, longest)
    .map(({ segment }) => segment)
    .join('');
  try {
    storage.setItem(key, kept);
  } catch {
    // Asked again next time: the only cost.
  }
  return kept;
}
