// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { People } from '../../../src/panels/topBar/People.tsx';
import { buildSession, person } from '../../canvas/support/buildSession.ts';
import { buildMap } from '../../support/buildMap.ts';
import { panelSession, renderPanel } from '../../support/panelSession.tsx';

afterEach(cleanup);
const discs = () => screen.getAllByRole('img').map((disc) => disc.getAttribute('aria-label'));

describe('who is here (U44)', () => {
  it('is shown by five discs with their names, and a sixth that counts and names the rest', () => {
    const session = { ...panelSession(buildMap({})), presence: buildSession().presence };
    const crowd = buildSession();
    renderPanel({ ...session, presence: crowd.presence }, <People onName={null} />);
    const named = (count: number) => Array.from({ length: count }, (_, at) => person(at + 2));
    act(() => crowd.setOthers(named(5)));
    expect(discs().slice(0, 5)).toEqual(named(5).map(({ name }) => name));
    act(() => crowd.setOthers(named(8)));
    expect(discs().slice(0, 4)).toEqual(named(4).map(({ name }) => name));
    const rest = document.querySelector('[data-text="+4"]');
    expect(rest?.getAttribute('title')).toBe('Person 6\nPerson 7\nPerson 8\nPerson 9');
    act(() => crowd.setOthers([person(2, { idle: true })]));
    expect(discs()[0]).toMatch(/^Person 2, /);
    act(() => crowd.setOthers([]));
    expect(discs()).toHaveLength(1);
  });
});
