/** A client's rates and pings, without a room. */
import { describe, expect, it } from 'vitest';
import { standardLimits } from '../../../server/limits.ts';
import { RoomClient } from '../../../server/rooms/roomClient.ts';

function newClient(): RoomClient {
  return new RoomClient(
    {
      role: 'editor',
      person: 'device:a',
      deviceId: 'a',
      linkId: 'l',
      expiresAt: null,
      address: '203.0.113.9',
    },
    { send() {}, unreadBytes: () => 0, close() {}, terminate() {}, ping() {} },
    standardLimits,
    () => 0,
  );
}

describe('what a client may send [P17]', () => {
  const { messageBurst, messagesPerSecond, byteBurst } = standardLimits;

  it('comes back with time and by nothing else, a ping neither gives nor takes', () => {
    const client = newClient();
    expect(client.rates(0).messages.take(messageBurst, 0)).toBe(true);
    client.ping(1000);
    expect(client.rates(1000).messages.take(messagesPerSecond + 1, 1000)).toBe(false);
    expect(client.rates(1000).messages.take(messagesPerSecond, 1000)).toBe(true);
    // Messages are whole again after four seconds, bytes are not.
    client.rates(1000).bytes.charge(2 * byteBurst, 1000);
    client.ping(6000);
    expect(client.rates(6000).bytes.take(1, 6000)).toBe(false);
  });

  it('is what a newcomer may send after a long silence, not more', () => {
    const client = newClient();
    expect(client.rates(0).messages.take(messageBurst, 0)).toBe(true);
    client.ping(60_000);
    expect(client.rates(60_000).messages.take(messageBurst, 60_000)).toBe(true);
    expect(client.rates(60_000).messages.take(1, 60_000)).toBe(false);
  });
});

it('a pong is free when it was asked for, once (R16)', () => {
  const client = newClient();
  expect(client.takesPong()).toBe(false);
  client.ping(0);
  client.ping(20_000);
  expect([client.takesPong(), client.takesPong()]).toEqual([true, false]);
});
