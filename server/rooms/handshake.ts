/**
 * The opening of a websocket, the server's side (RFC 6455, 4.2): what a request must say, and the answer to it. No extension
 * is offered: a compression bomb cannot be sent, and small frames gain nothing (R15).
 */
import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const keyShape = /^[+/0-9A-Za-z]{22}==$/;
const version = '13';

/** What to write for the connection to be a websocket; null when the request does not ask for one properly. */
export function acceptance(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  protocol: string | null,
): string | null {
  const key = headers['sec-websocket-key'];
  if (method !== 'GET' || headers.upgrade?.toLowerCase() !== 'websocket') return null;
  if (key === undefined || !keyShape.test(key) || headers['sec-websocket-version'] !== version) return null;
  const answer = hash('sha1', key + guid, 'base64');
  const selected = protocol === null ? '' : `Sec-WebSocket-Protocol: ${protocol}\r\n`;
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${answer}\r\n${selected}\r\n`;
}
