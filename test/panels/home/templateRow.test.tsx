// @vitest-environment happy-dom
/** The row of templates asks for their files only where somebody may look at them: below 200 maps nobody does at first. */
import { act, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { TemplateRow } from '../../../src/panels/home/TemplateRow.tsx';
import { createInterface, InterfaceContext } from '../../../src/state/interfaceStore.ts';

afterEach(() => vi.unstubAllGlobals());

it('fetches a template when it has come near the view, once', async () => {
  const watched: { tell: (isIntersecting: boolean) => void }[] = [];
  class Observer {
    readonly #tell: IntersectionObserverCallback;
    constructor(tell: IntersectionObserverCallback) {
      this.#tell = tell;
    }
    observe(): void {
      const tell = (isIntersecting: boolean) =>
        this.#tell(
          [{ isIntersecting } as IntersectionObserverEntry],
          this as unknown as IntersectionObserver,
        );
      watched.push({ tell });
    }
    disconnect(): void {}
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    throw new Error('no network here');
  });
  render(
    <InterfaceContext value={createInterface(null, ['en'], false)}>
      <TemplateRow onUse={() => undefined} />
    </InterfaceContext>,
  );
  expect(watched).toHaveLength(6);
  await act(async () => watched.forEach(({ tell }) => tell(false)));
  expect(asked).toEqual([]);
  await act(async () => watched[2]?.tell(true));
  await vi.waitFor(() => expect(asked).toEqual(['/templates/b2b-trade-sieve.en.json']));
});
