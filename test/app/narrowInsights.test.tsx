// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { NarrowInsights } from '../../src/app/NarrowInsights.tsx';
import { currentPage } from '../../src/canvas/pageRuns.ts';
import { panelSession, renderPanel } from '../support/panelSession.tsx';
import { templates } from '../support/templates.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('on a phone the report and the future state are made too, not only offered', () => {
  const map = templates.find(({ name }) => name === 'saas-onboarding-blueprint.en')?.map;
  if (!map) throw new Error('no template');
  // No server answers: versions are not known.
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  renderPanel(
    panelSession(map),
    <NarrowInsights token="" storage={localStorage} onHome={() => {}} onGo={() => {}} />,
  );
  const page = currentPage();
  if (!page) throw new Error('nobody does what only the page can do');
  const takeReport = vi.spyOn(page, 'takeReport').mockReturnValue();
  const makeFuture = vi.spyOn(page, 'makeFuture').mockReturnValue();
  fireEvent.click(screen.getByTestId('take-report'));
  expect(takeReport).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByTestId('compare'));
  fireEvent.click(screen.getByTestId('make-future'));
  expect(makeFuture).toHaveBeenCalledOnce();
  cleanup();
  expect(currentPage()).toBeNull();
});
