/**
 * What a map is being compared with: in the address (`?compare=…`) it leads others to the same comparison. It names, and
 * gives no right: another map opens for those who have a key to it.
 */
export type Comparing = 'choose' | 'file' | 'personas' | 'tiers' | `map:${string}` | `version:${string}`;

const named = /^(?:personas|tiers|(?:map|version):[A-Za-z0-9_-]{1,64})$/;

/** Null: the address asks for none. */
export function readComparing(search: string): Comparing | null {
  const text = new URLSearchParams(search).get('compare');
  return text === null ? null : named.test(text) ? (text as Comparing) : 'choose';
}

/** The value for an address; null for what lies on this device alone. */
export function writeComparing(comparing: Comparing | null): string | null {
  return comparing !== null && named.test(comparing) ? comparing : null;
}
