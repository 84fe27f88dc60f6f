/**
 * Secrets of share links: 192 random bits, shown once, kept only as SHA-256 (R4). A hash without salt is enough,
 * because nobody can try 2^192 values. Ids of maps and links come from here too; they are no secrets.
 */
import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

const tokenBytes = 24;
const idBytes = 15;
const tokenForm = /^[A-Za-z0-9_-]{16,200}$/;

export function newToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

export function newId(): string {
  return randomBytes(idBytes).toString('base64url');
}

export function hashToken(token: string): Uint8Array {
  return new Uint8Array(hash('sha256', token, 'buffer'));
}

/** Whether a text can be a token at all; what cannot is not worth a hash. */
export function isTokenForm(text: string): boolean {
  return tokenForm.test(text);
}

/** Equality in constant time; the hashes make the lengths equal. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(hashToken(left), hashToken(right));
}

/** A short name for something secret that others may see: equal inputs, equal names, no way back. */
export function digestName(scope: string, secret: string): string {
  // Cut before it is a text: a piece of a text would hold on to all of it, on every socket.
  return hash('sha256', `${scope}\0${secret}`, 'buffer').toString('base64url', 0, 12);
}
