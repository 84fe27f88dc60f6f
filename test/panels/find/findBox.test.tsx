// @vitest-environment happy-dom
/** The find box: with an input method its keys are not taken for the box's (U3); before anything is asked it lists where one can go. */
import { cleanup, fireEvent, screen as page, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { FindBox } from '../../../src/panels/find/FindBox.tsx';
import { panelSession, renderPanel } from '../../support/panelSession.tsx';
import { templates } from '../../support/templates.ts';

afterEach(cleanup);

it('an Escape that ends a composition neither closes it nor lets the browser empty it (U3)', () => {
  const map = templates[0]?.map;
  if (!map) throw new Error('there are no templates');
  const close = vi.fn();
  renderPanel(panelSession(map), <FindBox onGo={() => undefined} onAddress={() => false} onClose={close} />);
  const field = page.getByRole('searchbox');
  fireEvent.change(field, { target: { value: 'lü' } });
  expect(fireEvent.keyDown(field, { key: 'Escape', isComposing: true })).toBe(false);
  expect(close).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(close).toHaveBeenCalledOnce();
});

it('lists the stages with letter and number of touchpoints until something is asked for, and goes there', () => {
  const map = templates.find(({ name }) => name === 'saas-onboarding-blueprint.en')?.map;
  if (!map) throw new Error('there is no such template');
  const go = vi.fn();
  renderPanel(panelSession(map), <FindBox onGo={go} onAddress={() => false} onClose={() => undefined} />);
  const places = page.getByTestId('find-places');
  const held = map.touchpoints.filter(({ stageId }) => stageId === map.stages[2]?.id).length;
  const third = within(places).getAllByRole('button')[2];
  expect(third?.textContent).toBe(`CSet up${held} touchpoints`);
  if (third) fireEvent.click(third);
  expect(go).toHaveBeenCalledExactlyOnceWith(map.stages[2]?.id);
  fireEvent.change(page.getByRole('searchbox'), { target: { value: 'report' } });
  expect(page.queryByTestId('find-places')).toBeNull();
});
