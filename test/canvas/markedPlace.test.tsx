// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it } from 'vitest';
import { useMarked } from '../../src/canvas/markedPlace.ts';
import { emptyLayout } from '../../src/layout/mapLayout.ts';
import { MapSessionContext } from '../../src/state/mapSession.ts';
import { buildSession } from './support/buildSession.ts';

afterEach(cleanup);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

it('nothing is held of what was marked once nobody follows it, as by a session that was closed', async () => {
  const session = buildSession();
  const wrapper = ({ children }: { readonly children: ReactNode }): ReactNode => (
    <MapSessionContext value={session}>{children}</MapSessionContext>
  );
  const { result, unmount } = renderHook(() => useMarked((place) => place?.id ?? null), { wrapper });
  const { projection } = session;
  // Not the one the store began with, which that keeps.
  act(() => projection.setState({ layout: { ...projection.getState().layout } }));
  act(() => session.screen.setState({ selection: new Set(['t1']) }));
  expect(result.current).toBe('t1');
  unmount();
  const before = new WeakRef(projection.getState().layout);
  projection.setState({ layout: emptyLayout });
  // What a task looked at through a weak reference is kept for as long as it lasts.
  await new Promise((done) => {
    setTimeout(done, 20);
  });
  collect();
  expect(before.deref()).toBeUndefined();
});
