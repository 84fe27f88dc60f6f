/** Frames that are cut from shared bytes are those that would be built alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presenceFrame, presenceFrames, readClientFrame, updateFrame } from '../../../server/rooms/frames.ts';

describe('presence for a whole room', () => {
  it('[P24] is the same as a frame built for each, without its own entry', () => {
    const entry = fc.record({
      client: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      clock: fc.nat(),
      state: fc.string({ maxLength: 300, unit: 'binary' }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: (one) => one.client, maxLength: 30 }), (entries) => {
        const frames = presenceFrames(entries);
        expect(frames.all()).toEqual(presenceFrame(entries));
        for (const { client } of entries)
          expect(frames.without(client)).toEqual(
            presenceFrame(entries.filter((one) => one.client !== client)),
          );
      }),
    );
  });
});

describe('a frame of a client', () => {
  it('keeps the edit in it, though what it came in is used again (P10)', () => {
    const bytes = updateFrame(Uint8Array.of(1, 2, 3));
    const frame = readClientFrame(bytes);
    bytes.fill(9);
    expect(frame).toMatchObject({ kind: 'write', update: Uint8Array.of(1, 2, 3) });
  });
});
