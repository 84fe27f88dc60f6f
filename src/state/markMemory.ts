/** Whether this device wants the marks of the checks on the cards. Never throws: forgetting is all it costs. */
const key = 'touchline:marks';

/** Null: nothing was chosen yet. */
export function readMarks(storage: Storage): boolean | null {
  try {
    const said = storage.getItem(key);
    return said === null ? null : said === 'on';
  } catch {
    return null;
  }
}

export function writeMarks(storage: Storage, on: boolean): void {
  try {
    storage.setItem(key, on ? 'on' : 'off');
  } catch {
    // Blocked or full: as at first the next time.
  }
}
