// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildSession } from '../support/buildSession.ts';
import { giveElementsSize, openCanvas } from '../support/openCanvas.tsx';

beforeEach(giveElementsSize);
afterEach(cleanup);

it('the link tool says what it waits for, as long as it is in hand (U34)', async () => {
  const session = buildSession();
  const container = await openCanvas(session);
  const hint = () => container.querySelector('[data-hint="link"]');
  expect(hint()).toBeNull();
  act(() => session.screen.setState({ tool: 'link' }));
  expect(hint()?.textContent).toContain('Click the touchpoint the link begins at');
  act(() => session.screen.setState({ tool: 'select' }));
  expect(hint()).toBeNull();
});
