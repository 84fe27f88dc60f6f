// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { offsetCards, registerCard } from '../../src/canvas/cardOffsets.ts';

function mount(id: string): HTMLElement {
  const wrapper = document.createElement('div');
  const card = document.createElement('div');
  wrapper.append(card);
  registerCard(id, card);
  return card;
}

afterEach(() => {
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

  it('belong to whoever took the card first', () => {
    const card = mount('a');
    offsetCards('my drag', new Map([['a', { dx: 1, dy: 1 }]]));
    offsetCards('person 2', new Map([['a', { dx: 9, dy: 9 }]]));
    expect(card.style.translate).toBe('1px 1px');
  });

  it('reach a card that is mounted in the middle of a drag', () => {
    offsetCards('person 2', new Map([['a', { dx: 3, dy: 4 }]]));
    expect(mount('a').style.translate).toBe('3px 4px');
  });
});
