/** What opens a websocket, and what is answered (RFC 6455, 4). */
import { expect, it } from 'vitest';
import { acceptance } from '../../../server/rooms/handshake.ts';

const headers = {
  upgrade: 'websocket',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-version': '13',
};

it('answers the standard’s own example as the standard does', () => {
  const answer = acceptance({ method: 'GET', headers }, 'chat') ?? '';
  expect(answer.split('\r\n')).toEqual([
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
    'Sec-WebSocket-Protocol: chat',
    '',
    '',
  ]);
});

it('names no subprotocol where none of ours was offered, and no extension whatever is offered (R15)', () => {
  const offering = { ...headers, 'sec-websocket-extensions': 'permessage-deflate' };
  const answer = acceptance({ method: 'GET', headers: offering }, null);
  expect(answer).toMatch(/^HTTP\/1\.1 101 /);
  expect(answer).not.toMatch(/protocol:|extensions/i);
});

it('takes "WebSocket" in any case, and nothing that is no handshake', () => {
  const ask = (method: string, changed: object) =>
    acceptance({ method, headers: { ...headers, ...changed } }, null) !== null;
  expect(ask('GET', { upgrade: 'WebSocket' })).toBe(true);
  expect(ask('POST', {})).toBe(false);
  for (const changed of [
    { upgrade: 'h2c' },
    { upgrade: undefined },
    { 'sec-websocket-key': undefined },
    { 'sec-websocket-key': 'short' },
    { 'sec-websocket-version': '8' },
    { 'sec-websocket-version': undefined },
  ])
    expect([changed, ask('GET', changed)]).toEqual([changed, false]);
});
