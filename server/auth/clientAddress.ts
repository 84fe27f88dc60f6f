/**
 * Who is at the other end, and by which name they reached us. Forwarding headers are believed only when a proxy is
 * configured (R9); of several addresses the last one counts, because only that was written by our own proxy.
 */
import type { IncomingMessage } from 'node:http';

/** The client's address, for limits. */
export function clientAddress(request: IncomingMessage, trustProxy: boolean): string {
  const direct = (request.socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '');
  if (!trustProxy) return direct;
  return lastOf(request.headers['x-forwarded-for']) ?? direct;
}

export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

/** Whether the request comes from this very machine and not through a proxy on it. */
export function isLocalRequest(request: IncomingMessage): boolean {
  return isLoopbackAddress(clientAddress(request, false)) && request.headers['x-forwarded-for'] === undefined;
}

/** `http(s)://host` as the client sees it. */
export function originOf(request: IncomingMessage, publicUrl: string | null, trustProxy: boolean): string {
  if (publicUrl !== null) return publicUrl;
  const host =
    (trustProxy ? lastOf(request.headers['x-forwarded-host']) : null) ?? request.headers.host ?? 'localhost';
  const scheme = trustProxy && lastOf(request.headers['x-forwarded-proto']) === 'https' ? 'https' : 'http';
  return `${scheme}://${host}`;
}

/**
 * Whether the `Origin` of a request is another site (R1). No Origin is a program, not a page. The scheme is not
 * compared without PUBLIC_URL: behind a proxy that ends TLS we do not know it.
 */
export function isForeignOrigin(
  request: IncomingMessage,
  publicUrl: string | null,
  trustProxy: boolean,
): boolean {
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  if (origin === publicUrl) return false;
  const host = (trustProxy ? lastOf(request.headers['x-forwarded-host']) : null) ?? request.headers.host;
  return (
    !/^https?:\/\/[^/]+$/.test(origin) ||
    origin.replace(/^https?:\/\//, '').toLowerCase() !== host?.toLowerCase()
  );
}

function lastOf(header: string | string[] | undefined): string | null {
  const text = Array.isArray(header) ? header.join(',') : header;
  return text?.split(',').at(-1)?.trim() || null;
}
