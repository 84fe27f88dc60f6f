// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import type { ReactFlowProps } from '@xyflow/react';
import type { ComponentType } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SceneItem } from '../../src/layout/scene.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { largeMap } from '../support/largeMap.ts';
import { buildSession, type TestSession } from './support/buildSession.ts';
import { giveElementsSize, openCanvas } from './support/openCanvas.tsx';

/** Every drawing of scene items: the drawing itself is replaced by a tally of whose items were drawn. */
const drawn: (readonly SceneItem[])[] = [];
vi.mock('../../src/canvas/SceneItems.tsx', async (importOriginal) => {
  const { memo } = await import('react');
  return {
    ...(await importOriginal<object>()),
    SceneItems: memo(function SceneItems({ items }: { items: readonly SceneItem[] }) {
      drawn.push(items);
      return null;
    }),
  };
});

/** Every list of nodes that React Flow is given. */
const nodeLists = new Set<unknown>();
vi.mock('@xyflow/react', async (importOriginal) => {
  const real = await importOriginal<{ ReactFlow: ComponentType<ReactFlowProps> }>();
  return {
    ...real,
    ReactFlow: (props: ReactFlowProps) => {
      nodeLists.add(props.nodes);
      return <real.ReactFlow {...props} />;
    },
  };
});

beforeEach(() => {
  drawn.length = 0;
  giveElementsSize();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function largeSession(): TestSession {
  const parsed = parseMap(largeMap(2000));
  if (!parsed.ok) throw new Error('the large map is not valid');
  return buildSession({ map: parsed.map });
}

describe('cost grows with the change, on a map of 2,000 touchpoints', () => {
  it('only a window of cards is mounted', async () => {
    const container = await openCanvas(largeSession());
    expect(container.querySelectorAll('[data-testid="touchpoint"]').length).toBeLessThan(200);
  });

  it('one remote edit draws the card concerned again and nothing else', async () => {
    const session = largeSession();
    const container = await openCanvas(session);
    const card = container.querySelector('[data-testid="touchpoint"]');
    const id = card?.getAttribute('data-id') ?? '';
    const before = new Set(drawn);
    const groups = session.projection.getState().layout.groups;
    drawn.length = 0;
    act(() => void session.remote.update('touchpoints', [id], { title: 'Changed by somebody else' }));
    await vi.waitFor(() => expect(card?.getAttribute('aria-label')).toContain('Changed by somebody else'));
    expect(drawn).toEqual([session.projection.getState().layout.groupOf.get(id)?.items]);
    expect(before.has(drawn[0] ?? [])).toBe(false);
    const kept = session.projection.getState().layout.groups.filter((group) => groups.includes(group));
    expect(kept.length).toBe(groups.length - 1);
  });

  it('another title is said by the cards that are linked with it too, and the list of nodes stays the same', async () => {
    const session = largeSession();
    const container = await openCanvas(session);
    const cardOf = (id: string) => container.querySelector(`[data-testid="touchpoint"][data-id="${id}"]`);
    const link = session.projection
      .getState()
      .journey.links.find(({ from, to }) => cardOf(from) && cardOf(to));
    if (!link) throw new Error('no two mounted cards are linked');
    nodeLists.clear();
    act(() => void session.remote.update('touchpoints', [link.to], { title: 'Imports data' }));
    await vi.waitFor(() => expect(cardOf(link.from)?.getAttribute('aria-label')).toContain('Imports data'));
    expect(cardOf(link.to)?.getAttribute('aria-label')).toContain('Imports data');
    expect(nodeLists.size).toBe(0);
  });

  it('a remote edit of a card that is not in view draws nothing', async () => {
    const session = largeSession();
    const container = await openCanvas(session);
    const mounted = new Set(
      [...container.querySelectorAll('[data-testid="touchpoint"]')].map((card) =>
        card.getAttribute('data-id'),
      ),
    );
    const far = session.projection.getState().layout.sequence.findLast((id) => !mounted.has(id)) ?? '';
    drawn.length = 0;
    act(() => void session.remote.update('touchpoints', [far], { title: 'Far away' }));
    expect(session.projection.find('touchpoints', far)?.title).toBe('Far away');
    expect(drawn).toEqual([]);
  });

  it('a remote edit of words asks little of the page: no head, no panel of the map’s own fields', async () => {
    const session = largeSession();
    let asked = 0;
    const { subscribe } = session.projection;
    session.projection.subscribe = (listener) =>
      subscribe((...states) => {
        asked += 1;
        listener(...states);
      });
    const container = await openCanvas(session);
    const { lanes, stages } = session.projection.getState().layout;
    const id = container.querySelector('[data-testid="touchpoint"]')?.getAttribute('data-id') ?? '';
    asked = 0;
    act(() => void session.remote.update('touchpoints', [id], { title: 'Other words' }));
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(lanes.length + stages.length);
  });

  it('selecting draws no card', async () => {
    const session = largeSession();
    const container = await openCanvas(session);
    const id = container.querySelector('[data-testid="touchpoint"]')?.getAttribute('data-id') ?? '';
    drawn.length = 0;
    act(() => session.screen.setState({ selection: new Set([id]) }));
    expect(container.querySelector('[data-part="selection-frame"]')).not.toBeNull();
    expect(drawn).toEqual([]);
  });
});

describe('a selection', () => {
  it('is told to others and never written into the document (U23)', async () => {
    const session = largeSession();
    await openCanvas(session);
    const bytes = JSON.stringify(session.doc.toJSON()).length;
    act(() => session.screen.setState({ selection: new Set(['t0', 't1']) }));
    expect(session.told.selection).toEqual(['t0', 't1']);
    expect(JSON.stringify(session.doc.toJSON()).length).toBe(bytes);
  });

  it('forgets what somebody else deletes', async () => {
    const session = largeSession();
    await openCanvas(session);
    act(() => session.screen.setState({ selection: new Set(['t0', 't1']) }));
    act(() => void session.remote.remove(['t0']));
    expect([...session.screen.getState().selection]).toEqual(['t1']);
  });
});
