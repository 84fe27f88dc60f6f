// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paletteEntries } from '../../src/app/paletteEntries.ts';
import { canvasCamera } from '../../src/canvas/camera.ts';
import { serveTable, type TableRuns } from '../../src/canvas/tableRuns.ts';
import { matchPalette } from '../../src/panels/palette/matchPalette.ts';
import { buildSession, type TestSession } from '../canvas/support/buildSession.ts';

let session: TestSession;
let end: (() => void)[];
beforeEach(() => {
  session = buildSession({ role: 'viewer' });
  end = [];
});
afterEach(() => {
  for (const one of end) one();
  vi.restoreAllMocks();
});

/** Types it into the palette and presses Enter. */
function enter(typed: string): void {
  matchPalette(paletteEntries(session), typed)[0]?.run();
}
/** The map is shown in a pane of 600 by 400. */
function showMap(): void {
  end.push(
    canvasCamera.attach({
      set: (place) => canvasCamera.moved({ ...canvasCamera.view(), ...place }),
      corner: () => ({ x: 0, y: 0 }),
      layout: () => session.projection.getState().layout,
      selection: () => new Set(),
    }),
  );
  canvasCamera.moved({ x: 0, y: 0, zoom: 1, width: 600, height: 400 });
}
/** Whether the middle of the stage lies in the middle of the view. */
function isAt(letter: string): boolean {
  const column = session.projection.getState().layout.stages.find((one) => one.letter === letter);
  const { x, width } = canvasCamera.visible();
  return column !== undefined && Math.abs(x + width / 2 - (column.x + column.width / 2)) < 1;
}

describe('an address in the palette goes there', () => {
  it.each(['B1', 'b1', 'Ｂ１'])('on the map: %s', (typed) => {
    showMap();
    expect(isAt('B')).toBe(false);
    enter(typed);
    expect(isAt('B')).toBe(true);
  });

  it('in the Table to the first touchpoint that lies there', () => {
    const reveal = vi.fn<(id: string) => boolean>(() => true);
    end.push(serveTable({ reveal } as unknown as TableRuns));
    session.screen.setState({ view: 'table' });
    enter('B1');
    expect(reveal.mock.calls).toEqual([['t3']]);
    expect(session.screen.getState().view).toBe('table');
  });

  it.each(['table', 'insights'] as const)(
    'in the %s, where nothing of it is, on the map as soon as that is shown',
    async (view) => {
      session.screen.setState({ view });
      enter('B4');
      expect(session.screen.getState().view).toBe('map');
      showMap();
      await vi.waitFor(() => expect(isAt('B')).toBe(true));
    },
  );

  it('is given up by whoever leaves the map again before it is there', async () => {
    session.screen.setState({ view: 'table' });
    enter('B4');
    session.screen.setState({ view: 'table' });
    showMap();
    session.screen.setState({ view: 'map' });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(isAt('B')).toBe(false);
  });
});
