/** 60 random bits are plenty inside one file. `crypto.randomUUID` exists only on secure origins, a LAN address is none. */
export function randomId(): string {
  return Array.from(
    crypto.getRandomValues(new Uint8Array(12)),
    (byte) => 'abcdefghijkmnpqrstuvwxyz23456789'[byte % 32],
  ).join('');
}
