// @vitest-environment happy-dom
/** The find box with an input method: its keys are not taken for the box's (U3). */
import { cleanup, fireEvent, screen as page } from '@testing-library/react';
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
