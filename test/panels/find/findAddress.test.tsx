// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { FindBox } from '../../../src/panels/find/FindBox.tsx';
import { buildMap } from '../../support/buildMap.ts';
import { panelSession, renderPanel } from '../../support/panelSession.tsx';

afterEach(cleanup);

const map = buildMap({
  stages: [
    { id: 's1', name: 'Look' },
    { id: 's2', name: 'Buy' },
  ],
  lanes: [{ id: 'l1', name: 'Contact', kind: 'contact' }],
  touchpoints: [
    { id: 'a', title: 'Reads', stageId: 's1', laneId: 'l1', t: 0.2 },
    { id: 'b', title: 'Pays', stageId: 's2', laneId: 'l1', t: 0.5 },
  ],
});

/** What the box asked to be shown, in order; places are there unless `placeless`. */
function open({ covers = false, placeless = false } = {}): readonly string[] {
  const shown: string[] = [];
  renderPanel(
    panelSession(map),
    <FindBox
      covers={covers}
      onGo={(id) => shown.push(id)}
      onAddress={(address) => {
        if (!placeless) shown.push(address);
        return !placeless;
      }}
      onClose={() => undefined}
    />,
  );
  return shown;
}
const type = (value: string) => fireEvent.change(screen.getByRole('searchbox'), { target: { value } });
const enter = () => fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' });

describe('typing an address', () => {
  it('goes there at once, in full width too, and Enter walks what lies there', () => {
    const shown = open();
    type('Ｂ１');
    expect(shown).toEqual(['B1']);
    enter();
    enter();
    expect(screen.getByRole('status').textContent).toBe('2 of 2');
    expect(shown).toEqual(['B1', 'B1', 'b']);
  });

  it('goes nowhere for a place the map has not, or for words', () => {
    const shown = open();
    for (const text of ['B9', 'Z1', 'b', 'b1 pays']) type(text);
    expect(shown).toEqual([]);
  });

  it('waits for Enter where the list covers what would be shown', () => {
    const shown = open({ covers: true });
    type('B1');
    expect(shown).toEqual([]);
    enter();
    expect(shown).toEqual(['B1']);
  });

  it('where no map is drawn, Enter goes to the first touchpoint there', () => {
    const shown = open({ placeless: true });
    type('B1');
    enter();
    expect(shown).toEqual(['b']);
  });
});
