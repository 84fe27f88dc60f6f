/**
 * Where something is on the map, from order: stage letter + lane number ("C2"). Shown, searched and exported,
 * never stored, as it changes when a stage or lane moves.
 */

/** A, B … Z, AA, AB … for stage index 0, 1 … */
export function stageLetter(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** "A1" for the first stage and the first lane; indexes count from 0. */
export function address(stageIndex: number, laneIndex: number): string {
  return stageLetter(stageIndex) + String(laneIndex + 1);
}

/** Indexes from an address as typed ("c2", " C2 "); null when it is none. Whether they exist is the caller's question. */
export function parseAddress(
  text: string,
): { readonly stageIndex: number; readonly laneIndex: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,3})$/.exec(text.trim().toUpperCase());
  if (!match) return null;
  let stageNumber = 0;
  for (const letter of match[1] ?? '') stageNumber = stageNumber * 26 + letter.charCodeAt(0) - 64;
  return { stageIndex: stageNumber - 1, laneIndex: Number(match[2]) - 1 };
}
