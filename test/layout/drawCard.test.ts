import { describe, expect, it } from 'vitest';
import { cardContext } from '../../src/layout/cardContext.ts';
import { drawCard } from '../../src/layout/drawCard.ts';
import type { SceneItem, Stroke } from '../../src/layout/scene.ts';
import type { Touchpoint } from '../../src/model/journeyMap.ts';
import { sceneWordsFor } from '../../src/words/scene.ts';
import { buildMap } from '../support/buildMap.ts';

const words = sceneWordsFor('en');

function cardOf(fields: Partial<Touchpoint>, parts: Parameters<typeof buildMap>[0] = {}) {
  const map = buildMap({ ...parts, touchpoints: [{ id: 't1', title: 'Signs up', ...fields }] });
  const touchpoint = map.touchpoints[0];
  if (!touchpoint) throw new Error('no touchpoint');
  return { touchpoint, context: cardContext(touchpoint, 'journey', map, { words }) };
}

function drawn(fields: Partial<Touchpoint>, parts?: Parameters<typeof buildMap>[0]): readonly SceneItem[] {
  const { touchpoint, context } = cardOf(fields, parts);
  return drawCard(touchpoint, context, 'full');
}

function textsOf(items: readonly SceneItem[]): string[] {
  return items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
}

function outlineOf(items: readonly SceneItem[]): Stroke | undefined {
  return items.flatMap((item) =>
    item.kind === 'rect' && item.width === 208 && item.stroke ? [item.stroke] : [],
  )[0];
}

describe('a touchpoint card', () => {
  it('shows number, title, channel, owner and gauges', () => {
    const items = drawn(
      { emotion: -1.5, importance: 5, performance: 2, owner: 'Import squad', channelId: 'c1' },
      { channels: [{ id: 'c1', name: 'Product' }] },
    );
    expect(textsOf(items)).toEqual(['−1.5', 'Signs up', 'Product', 'Import squad', 'Imp', '5', 'Perf', '2']);
  });

  it('says "–" for what is not rated, never zero', () => {
    expect(textsOf(drawn({}))).toEqual(['–', 'Signs up', 'Imp', '–', 'Perf', '–']);
    expect(textsOf(drawn({ emotion: 0 }))).toContain('0');
  });

  it('is dashed where the evidence is only assumed, and solid else', () => {
    expect(outlineOf(drawn({ evidenceLevel: 'assumed' }))).toEqual({
      colour: 'line',
      width: 1,
      dash: [4, 3],
    });
    expect(outlineOf(drawn({ evidenceLevel: 'measured' }))).toEqual({ colour: 'ink', width: 1.25 });
    expect(outlineOf(drawn({ evidenceLevel: 'observed' }))?.dash).toBe(undefined);
  });

  it('wears a pin for each moment of truth, in their order', () => {
    const items = drawn(
      {},
      {
        moments: [
          { id: 'o2', touchpointId: 't1', kind: 'second' },
          { id: 'o1', touchpointId: 't1', kind: 'zero' },
          { id: 'o3', touchpointId: 't1', kind: 'other' },
        ],
      },
    );
    expect(textsOf(items).slice(-2)).toEqual(['0', '2']);
    expect(items.filter((item) => item.kind === 'path' && item.fill === 'signal').length).toBe(3);
  });

  it('a star takes 16 from the first line of the title', () => {
    const title = 'Imports projects from a sheet';
    const plain = textsOf(drawn({ title }));
    const starred = textsOf(drawn({ title, key: true }));
    expect(starred[1]?.length).toBeLessThanOrEqual(plain[1]?.length ?? 0);
    expect([starred[1], starred[2]].join(' ')).toBe(title);
  });

  it('shows a newer reading instead of the field', () => {
    expect(
      textsOf(
        drawn(
          { emotion: 1 },
          { readings: [{ id: 'r1', touchpointId: 't1', metric: 'emotion', value: -0.4, at: '2025-02-01' }] },
        ),
      )[0],
    ).toBe('−0.4');
  });

  it('tells how far personas differ from 2 on', () => {
    const difference = (emotion: number) => ({
      emotion,
      importance: null,
      performance: null,
      feeling: '',
      skipped: false,
    });
    const parts = { personas: ['p1', 'p2'] };
    expect(
      textsOf(drawn({ emotion: 0, byPersona: { p1: difference(1), p2: difference(-1.2) } }, parts)),
    ).toContain('2.2');
    expect(
      textsOf(drawn({ emotion: 0, byPersona: { p1: difference(1), p2: difference(-0.9) } }, parts)),
    ).not.toContain('1.9');
  });

  it('shows only face, number and a larger title from the middle distance, and its colour from afar', () => {
    const { touchpoint, context } = cardOf({
      emotion: -1.8,
      owner: 'Somebody',
      importance: 3,
      performance: 3,
    });
    expect(textsOf(drawCard(touchpoint, context, 'titles'))).toEqual(['−1.8', 'Signs up']);
    const blocks = drawCard(touchpoint, context, 'blocks');
    expect(textsOf(blocks)).toEqual([]);
    expect(blocks[0]).toMatchObject({ kind: 'rect', fill: 'emotion-very-negative', width: 208, height: 100 });
    expect(blocks.length).toBe(3);
  });
});

describe('cards that show the same', () => {
  const [one, other] = ['Signs up', 'Reads the guide'].map((title) =>
    cardOf({ title, emotion: -1.8, importance: 3 }),
  );
  const channel = { channels: [{ id: 'c1', name: 'Product' }] };

  it('share what they show from afar', () => {
    if (!one || !other) throw new Error('no cards');
    const [first, second] = [one, other].map(({ touchpoint, context }) =>
      drawCard(touchpoint, context, 'blocks'),
    );
    expect(first).toBe(second);
  });

  it('keep nothing of what was measured: that may be any number, and one after another comes in', () => {
    const [first, second] = [0, 1].map(() => drawn({ importance: 3.14, performance: 3 }));
    const bars = (items: readonly SceneItem[] = []): readonly SceneItem[] =>
      items.filter((item) => item.kind === 'rect' && item.height === 5);
    expect(bars(first)).toHaveLength(2);
    expect(bars(first)).toEqual(bars(second));
    expect(bars(first).map((bar) => bars(second).includes(bar))).toEqual([false, true]);
  });

  it('share all but their words in full, the chip of one channel too', () => {
    const first = drawn({ emotion: -1.8, importance: 3 });
    const second = drawn({ title: 'Reads the guide', emotion: -1.8, importance: 3 });
    const isWords = (item: SceneItem): boolean => item.kind === 'text' && /Signs|Reads/.test(item.text);
    const shared = first.filter((item) => !isWords(item));
    expect(shared.length).toBeGreaterThan(10);
    for (const item of shared) expect(second).toContain(item);
    const { touchpoint, context } = cardOf({ channelId: 'c1' }, channel);
    const [a, b] = ['A', 'B'].map((owner) => drawCard({ ...touchpoint, owner }, context, 'full'));
    const glyph = a?.find(({ kind }) => kind === 'path');
    expect(glyph).toBeDefined();
    expect(b).toContain(glyph);
  });

  it('differ where anything of it differs', () => {
    expect(textsOf(drawn({ emotion: -1.8, importance: 3 }))).toContain('3');
    expect(textsOf(drawn({ emotion: -1.7, importance: 4 }))).toEqual(expect.arrayContaining(['−1.7', '4']));
  });
});

describe('a delivery card', () => {
  it('shows its owner when the title takes one line', () => {
    const { touchpoint, context } = cardOf({ title: 'Help desk', owner: 'Support lead' });
    expect(textsOf(drawCard(touchpoint, { ...context, kind: 'delivery' }, 'full'))).toEqual([
      'Help desk',
      'Support lead',
    ]);
  });

  it('gives a long title two lines and no owner', () => {
    const { touchpoint, context } = cardOf({
      title: 'Import errors are logged and grouped',
      owner: 'Support lead',
    });
    expect(textsOf(drawCard(touchpoint, { ...context, kind: 'delivery' }, 'full')).join(' ')).toBe(
      'Import errors are logged and grouped',
    );
  });
});
