import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { openFirst, type First } from '../../src/app/openFirst.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { createScreen } from '../../src/state/screen.ts';
import { buildMap } from '../support/buildMap.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

describe('the session of a first picture', () => {
  it('shows what the server told, then the live map, and holds nothing of the former', async () => {
    const first = open();
    const shown = recordOf(first);
    expect(shown?.deref()).toMatchObject({ id: 'a' });
    first?.close();
    const live = open('live')?.session.projection;
    if (live) first?.handOver(live);
    const { projection } = first?.session ?? {};
    expect(projection?.find('touchpoints', 'a')).toBeUndefined();
    expect(projection?.find('touchpoints', 'live')).toMatchObject({ id: 'live' });
    expect(projection?.collectionOf('live')).toBe('touchpoints');
    expect(projection?.getState()).toBe(live?.getState());
    // What a reference was just made to lives until the turn ends.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    expect(shown?.deref()).toBeUndefined();
  });
});

function open(touchpoint = 'a'): First | null {
  const facts = { id: 'm', title: '', role: 'viewer', generation: 1, updatedAt: '', limits: {} } as const;
  const content: unknown = JSON.parse(
    JSON.stringify(writeMap(buildMap({ touchpoints: [{ id: touchpoint }] }))),
  );
  return openFirst({ ...facts, content }, createScreen({ theme: 'light', language: 'en' }), null);
}

function recordOf(first: First | null): WeakRef<object> | null {
  const record = first?.session.projection.find('touchpoints', 'a');
  return record ? new WeakRef(record) : null;
}
