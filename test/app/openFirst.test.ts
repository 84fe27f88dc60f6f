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
  it('shows what the server told, and holds nothing of it once it is to forget', async () => {
    const first = open();
    const shown = recordOf(first);
    expect(shown?.deref()).toMatchObject({ id: 'a' });
    first?.close();
    first?.forget();
    expect(first?.session.projection.find('touchpoints', 'a')).toBeUndefined();
    // What a reference was just made to lives until the turn ends.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    expect(shown?.deref()).toBeUndefined();
    expect(first?.session.projection.getState().journey.touchpoints).toEqual([]);
  });
});

function open(): First | null {
  const facts = { id: 'm', title: '', role: 'viewer', generation: 1, updatedAt: '', limits: {} } as const;
  const content: unknown = JSON.parse(JSON.stringify(writeMap(buildMap({ touchpoints: [{ id: 'a' }] }))));
  return openFirst({ ...facts, content }, createScreen({ theme: 'light', language: 'en' }), null);
}

function recordOf(first: First | null): WeakRef<object> | null {
  const record = first?.session.projection.find('touchpoints', 'a');
  return record ? new WeakRef(record) : null;
}
