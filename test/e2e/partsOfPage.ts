/** The dialogs, panels and pages over a map, how each is opened and shut, and what it is told by. */
import type { Page } from '@playwright/test';
import { runAction } from './canvasHelpers.ts';
import { expect } from './support.ts';

export interface Part {
  readonly name: string;
  open(page: Page): Promise<void>;
  /** The test id of what is looked at. */
  readonly id: string;
  /** Where targets are lines of sentences and tables. */
  readonly least?: 24;
  close?(page: Page): Promise<void>;
}

async function chooseStage(page: Page): Promise<void> {
  await runAction(page, 'Show the whole map');
  await page.getByTestId('touchpoint').first().focus();
  await page.keyboard.press(' ');
}

const by = (name: string, id: string, more: Partial<Part> = {}): Part => ({
  name,
  id,
  open: (page) => runAction(page, name),
  ...more,
});
const nothing = (): Promise<void> => Promise.resolve();

/** What a wide page has, in an order in which one can be opened after the other. */
export const wideParts: readonly Part[] = [
  { name: 'top bar', id: 'top-bar', open: nothing, close: nothing },
  { name: 'points of view', id: 'persona-strip', open: nothing, close: nothing },
  { name: 'status line', id: 'status-line', open: nothing, close: nothing },
  { name: 'inspector', id: 'inspector', open: chooseStage, close: nothing },
  by('Export…', 'export-dialog', {
    async open(page) {
      await runAction(page, 'Export…');
      await expect(page.getByTestId('export-preview')).toHaveAttribute('data-state', 'shown');
    },
    close: nothing,
  }),
  {
    name: 'report',
    id: 'export-dialog',
    async open(page) {
      const dialog = page.getByTestId('export-dialog');
      await dialog.getByRole('radio', { name: /^PDF/ }).check({ force: true });
      await dialog.getByRole('radio', { name: /^Report/ }).click();
    },
  },
  by('Share', 'share-dialog', {
    async open(page) {
      await runAction(page, 'Share');
      await page.getByTestId('share-link').first().waitFor();
    },
  }),
  by('Versions…', 'versions-dialog', {
    async open(page) {
      await runAction(page, 'Versions…');
      await page.getByTestId('version-name').fill('Before the workshop');
      await page.getByTestId('keep-version').click();
      await page.getByTestId('version').first().click();
      await page.getByTestId('version-title').waitFor();
    },
  }),
  by('Saved views…', 'views-dialog'),
  by('Help and keys', 'help-dialog'),
  { name: 'palette', id: 'palette', open: (page) => page.keyboard.press('ControlOrMeta+k') },
  by('Move to…', 'move-dialog'),
  by('Delete the stage…', 'remove-dialog'),
  by('Persona card', 'persona-sheet', {
    async open(page) {
      await runAction(page, 'Persona card');
      await page.getByTestId('persona-sheet').getByRole('button', { name: 'Edit', exact: true }).click();
    },
  }),
  by('Change my name', 'name-prompt', {
    close: (page) => page.getByTestId('name-prompt').getByRole('button', { name: /^Skip/ }).click(),
  }),
  {
    name: 'import',
    id: 'import-dialog',
    async open(page) {
      await page.evaluate(() => {
        const data = new DataTransfer();
        const text = 'Step,Stage,Emotion\nCalls us,Calling,1.5\nWaits,,great\nSigns,Signing,2\n';
        data.items.add(new File([text], 'steps.csv', { type: 'text/csv' }));
        const drop = { dataTransfer: data, bubbles: true, cancelable: true };
        document.querySelector('[data-testid="canvas"]')?.dispatchEvent(new DragEvent('drop', drop));
      });
      await page.getByTestId('import-emptied').waitFor();
    },
  },
  by('Overlay: pain', 'overlay-bar', { close: (page) => runAction(page, 'No overlay') }),
  by('Checks', 'checks-panel'),
  by('Find and filter', 'find-box', {
    async open(page) {
      await runAction(page, 'Find and filter');
      await page.keyboard.type('a');
    },
  }),
  by('Show insights', 'insights-view', { least: 24, close: nothing }),
  by('Compare with another', 'insights-view', {
    least: 24,
    close: (page) => page.getByTestId('compare-close').click(),
  }),
  by('Show as table', 'table-view', { close: nothing }),
];

const byMenu = (name: string, id: string, more: Partial<Part> = {}): Part => ({
  name,
  id,
  async open(page) {
    await page.getByTestId('phone-menu').tap();
    await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).tap();
  },
  ...more,
});

/** What a phone's menu opens over the page. */
export const phoneParts: readonly Part[] = [
  byMenu('Export', 'export-dialog', {
    async open(page) {
      await byMenu('Export', 'export-dialog').open(page);
      await expect(page.getByTestId('export-preview')).toHaveAttribute('data-state', 'shown');
    },
  }),
  byMenu('Share', 'share-dialog', {
    async open(page) {
      await byMenu('Share', 'share-dialog').open(page);
      await page.getByTestId('share-link').first().waitFor();
    },
  }),
  byMenu('Versions', 'versions-dialog', {
    async open(page) {
      await byMenu('Versions', 'versions-dialog').open(page);
      await page.getByTestId('version-name').fill('Before the workshop');
      // What is kept is shown at once.
      await page.getByTestId('keep-version').click();
      await page.getByTestId('version-title').waitFor();
    },
  }),
];
