// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { createGlide } from '../../src/canvas/glide.ts';
import { moveGround, offsetCards, registerCard, subscribeOffsets } from '../../src/canvas/cardOffsets.ts';

function mount(id: string): HTMLElement {
  const wrapper = document.createElement('div');
  const card = document.createElement('div');
  wrapper.append(card);
  registerCard(id, card);
  return card;
}

afterEach(() => {
  moveGround(null);
  for (const owner of ['my drag', 'person 2', 'neighbours']) offsetCards(owner, new Map());
  for (const id of ['a', 'b']) registerCard(id, null);
});

describe('offsets of cards during drags', () => {
  it('leave no trace when their owner takes them back', () => {
    const card = mount('a');
    offsetCards('my drag', new Map([['a', { dx: 5, dy: 6 }]]));
    expect(card.style.translate).toBe('5px 6px');
    offsetCards('my drag', new Map());
    expect(card.style.translate).toBe('');
  });

  it('lift dragged cards over others, but not the neighbours that make room', () => {
    const dragged = mount('a');
    const neighbour = mount('b');
    offsetCards('my drag', new Map([['a', { dx: 1, dy: 1 }]]));
    offsetCards('neighbours', new Map([['b', { dx: 0, dy: 134 }]]));
    expect(dragged.parentElement?.style.zIndex).toBe('1000');
    expect(neighbour.parentElement?.style.zIndex).toBe('0');
  });

  it('move what is held as a layer of its own, and put it down without a trace', () => {
    const card = mount('a');
    offsetCards('my drag', new Map([['a', { dx: 5, dy: 6, held: createGlide }]]));
    expect(card.getAnimations()).toHaveLength(2);
    expect([card.style.translate, card.dataset['held']]).toEqual(['', 'true']);
    offsetCards('my drag', new Map([['a', { dx: 5, dy: 6 }]]));
    expect(card.style.translate).toBe('5px 6px');
    offsetCards('my drag', new Map());
    expect(card.getAnimations().filter(({ playState }) => playState !== 'idle')).toEqual([]);
    expect([card.style.translate, card.dataset['held']]).toEqual(['', undefined]);
  });

  it('belong to whoever took the card first', () => {
    const card = mount('a');
    offsetCards('my drag', new Map([['a', { dx: 1, dy: 1 }]]));
    offsetCards('person 2', new Map([['a', { dx: 9, dy: 9 }]]));
    expect(card.style.translate).toBe('1px 1px');
  });

  it('go with the ground where nobody asks for another place', () => {
    const held = mount('a');
    const below = mount('b');
    offsetCards('my drag', new Map([['a', { dx: 1, dy: 1 }]]));
    moveGround(() => ({ dx: 0, dy: 134 }));
    expect([held.style.translate, below.style.translate]).toEqual(['1px 1px', '0px 134px']);
    moveGround(null);
    expect(below.style.translate).toBe('');
  });

  it('are told for drawing only where a card leaves its place, comes back, or has no element', () => {
    mount('a');
    const told: unknown[] = [];
    const stop = subscribeOffsets((redrawn) => told.push(redrawn.map(({ id }) => id)));
    const at = (dx: number) => ({ dx, dy: 0 });
    const drawn = ['c', at(9)] as const;
    offsetCards('my drag', new Map([['a', at(1)]]));
    offsetCards('my drag', new Map([['a', at(2)]]));
    offsetCards('my drag', new Map([['a', at(3)], drawn]));
    offsetCards('my drag', new Map([['a', at(4)], drawn]));
    offsetCards('my drag', new Map());
    stop();
    expect(told).toEqual([['a'], ['c'], ['a', 'c']]);
  });

  it('reach a card that is mounted in the middle of a drag', () => {
    offsetCards('person 2', new Map([['a', { dx: 3, dy: 4 }]]));
    expect(mount('a').style.translate).toBe('3px 4px');
  });
});
