// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen as page, waitFor } from '@testing-library/react';
import { Suspense, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../src/app/ErrorBoundary.tsx';
import { createInterface, InterfaceContext } from '../../src/state/interfaceStore.ts';
import { followFocus } from '../../src/ui/focusBack.ts';
import { createPart } from '../../src/ui/part.tsx';

let stop = () => undefined as void;
beforeEach(() => {
  stop = followFocus();
  // React reports what a boundary caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  stop();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A map with a dialog whose part comes when `arrives` says so. */
function openMap(arrives: () => boolean, fault?: Error) {
  const { Part: Dialog } = createPart(() =>
    arrives()
      ? Promise.resolve(() => {
          if (fault) throw fault;
          return <p>the dialog</p>;
        })
      : Promise.reject(new TypeError('Failed to fetch dynamically imported module: /assets/Help-1.js')),
  );
  function Map() {
    const [isOpen, setOpen] = useState(false);
    return (
      <>
        <main>
          the map <button onClick={() => setOpen(true)}>Help</button>
        </main>
        {isOpen && (
          <ErrorBoundary onClose={() => setOpen(false)}>
            <Suspense fallback={null}>
              <Dialog />
            </Suspense>
          </ErrorBoundary>
        )}
      </>
    );
  }
  render(
    <InterfaceContext value={createInterface(null, ['en'], false)}>
      <ErrorBoundary>
        <Map />
      </ErrorBoundary>
    </InterfaceContext>,
  );
  const opener = page.getByText('Help');
  opener.focus();
  fireEvent.click(opener);
  return opener;
}

describe('a dialog whose part cannot be fetched (R51, U42)', () => {
  it('leaves the map where it is and says what happened, that nothing is lost and what to do; closing gives the focus back', async () => {
    const opener = openMap(() => false);
    const note = await page.findByTestId('problem');
    expect(page.getByRole('main').textContent).toContain('the map');
    expect(note.dataset['problem']).toBe('overMissing');
    expect(note.textContent).toContain('could not be fetched');
    expect(note.textContent).toContain('Nothing is lost, and the map stays open');
    expect(note.textContent).toContain('reload the page');
    expect(document.activeElement).toBe(page.getByText('Close'));
    fireEvent.keyDown(page.getByText('Close'), { key: 'Escape' });
    expect(page.queryByTestId('problem')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it('has details that can be copied where browsers give no clipboard, on a plain http address (U42)', async () => {
    vi.stubGlobal('navigator', { ...navigator, clipboard: undefined });
    const copied: string[] = [];
    Object.assign(document, {
      execCommand: () => copied.push((document.activeElement as HTMLTextAreaElement).value) > 0,
    });
    openMap(() => false);
    fireEvent.click(await page.findByText('Copy details'));
    await waitFor(() => expect(copied).toHaveLength(1));
    expect(copied[0]).toContain('could not be fetched');
    expect(copied[0]).toContain('Failed to fetch dynamically imported module');
    Reflect.deleteProperty(document, 'execCommand');
  });

  it('is asked for again by “Try again”, and when it is opened anew', async () => {
    let online = false;
    const opener = openMap(() => online);
    fireEvent.click(await page.findByText('Try again'));
    fireEvent.click(await page.findByText('Close'));
    online = true;
    fireEvent.click(opener);
    expect(await page.findByText('the dialog')).toBeDefined();
  });

  it('is asked for again by itself when the device is back online', async () => {
    let online = false;
    openMap(() => online);
    await page.findByTestId('problem');
    online = true;
    fireEvent(window, new Event('online'));
    expect(await page.findByText('the dialog')).toBeDefined();
    expect(page.queryByTestId('problem')).toBeNull();
  });

  it('says so when it came and broke', async () => {
    openMap(() => true, new Error('no such colour'));
    const note = await page.findByTestId('problem');
    expect(note.dataset['problem']).toBe('overBroken');
    expect(note.textContent).toContain('no such colour');
    expect(page.getByRole('main').textContent).toContain('the map');
  });
});
