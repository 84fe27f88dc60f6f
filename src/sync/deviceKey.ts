/**
 * A random key of this device, made once (PROTOCOL.md P2): the server knows by it that edits under an earlier client
 * id are this person's own. It stays on the device and says nothing about the person.
 */
const storageKey = 'touchline:device';

/** `random` fills bytes. A storage that cannot keep the key gives a new one each time, which costs nothing but that knowledge. */
export function deviceKey(
  storage: Storage,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> = (bytes) =>
    crypto.getRandomValues(bytes),
): string {
  try {
    const known = storage.getItem(storageKey);
    if (known !== null && /^[A-Za-z0-9_-]{16,64}$/.test(known)) return known;
  } catch {
    // Blocked storage: a key for this visit.
  }
  const key = toBase64Url(random(new Uint8Array(18)));
  try {
    storage.setItem(storageKey, key);
  } catch {
    // The same.
  }
  return key;
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
