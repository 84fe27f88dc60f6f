/**
 * Answering clients: what they lack of the stored content, and catching up those who read slowly (P8, P27).
 * Whoever calls makes sure that nothing unstored lies in the content.
 */
import { closeCode } from '../../src/protocol/closeCodes.ts';
import type { RoomContent } from './content.ts';
import { step2Frame, updateFrame } from './frames.ts';
import type { RoomClient } from './roomClient.ts';
import { chargeTime, refuse, type RoomWorld } from './roomWorld.ts';

/** Answers a step 1; without one, sends a client that was left out of updates what it missed. */
export function answerWaiting(
  world: RoomWorld,
  content: RoomContent,
  client: RoomClient,
  vector: Uint8Array | null,
): void {
  if (!vector) return catchUp(content, client);
  const startMs = world.clock.elapsed();
  try {
    const { step2, updates } = content.answer(vector);
    client.sendLoad(step2Frame(step2));
    for (const update of updates) client.sendLoad(updateFrame(update));
    client.behind = null;
    client.awaitsDigest = true;
    chargeTime(world, client, world.clock.elapsed() - startMs);
  } catch {
    // The only thing here that others wrote is the vector.
    refuse(world, client, 'A state vector could not be read.');
  }
}

/** One diff for a client that was left out of updates and has drained since. */
function catchUp(content: RoomContent, client: RoomClient): void {
  if (!client.behind) return;
  client.sendLoad(updateFrame(content.diff(client.behind.clocks)));
  client.behind = null;
}

/** Ends a line that cannot keep up; true when it did. */
export function endIfTooSlow(client: RoomClient, nowMs: number): boolean {
  if (!client.isTooSlow(nowMs)) return false;
  client.close(closeCode.busy, 'This line is too slow to keep up; the map is complete after reconnecting.');
  client.drop();
  return true;
}
