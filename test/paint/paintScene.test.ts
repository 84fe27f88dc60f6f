import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fontFor, measureText } from '../../src/layout/measureText.ts';
import type { Scene, SceneGroup, SceneItem } from '../../src/layout/scene.ts';
import { paintScene, type PaintContext } from '../../src/paint/paintScene.ts';

/** A context that writes down what is asked of it: calls with their numbers, and properties as they are set. */
function recorder() {
  const log: string[] = [];
  const handler: ProxyHandler<Record<string, unknown>> = {
    get:
      (_, name) =>
      (...values: unknown[]) => {
        if (name === 'measureText') return { width: 20 };
        log.push(
          `${String(name)} ${values.map((value) => (value instanceof FakePath ? value.steps.join(',') : String(value))).join(' ')}`.trim(),
        );
        return undefined;
      },
    set: (_, name, value) => {
      log.push(`${String(name)}=${String(value)}`);
      return true;
    },
  };
  return { log, context: new Proxy({}, handler) as unknown as PaintContext };
}

let pathsMade = 0;
class FakePath {
  readonly steps: string[] = [];
  constructor() {
    pathsMade += 1;
  }
  moveTo(x: number, y: number) {
    this.steps.push(`M${x} ${y}`);
  }
  lineTo(x: number, y: number) {
    this.steps.push(`L${x} ${y}`);
  }
  bezierCurveTo(...numbers: number[]) {
    this.steps.push(`C${numbers.join(' ')}`);
  }
  quadraticCurveTo(...numbers: number[]) {
    this.steps.push(`Q${numbers.join(' ')}`);
  }
  closePath() {
    this.steps.push('Z');
  }
}

beforeAll(() => {
  vi.stubGlobal('Path2D', FakePath);
});

const { font } = fontFor('cell', 'cjk');

function groupAt(x: number, y: number, ...items: readonly SceneItem[]): SceneGroup {
  return {
    id: `g${x}`,
    role: 'touchpoint',
    title: '',
    origin: { x, y },
    box: { x, y, width: 10, height: 10 },
    items,
  };
}

function sceneOf(...groups: readonly SceneGroup[]): Scene {
  return { width: 200, height: 100, title: '', language: 'en', background: 'paper', groups };
}

function paint(scene: Scene, options: Partial<Parameters<typeof paintScene>[2]> = {}): string[] {
  const { log, context } = recorder();
  paintScene(context, scene, { theme: 'light', scale: 1, ...options });
  return log;
}

const square: SceneItem = { kind: 'rect', x: 0, y: 0, width: 10, height: 10, fill: 'ink' };

describe('painting a scene', () => {
  it('paints the ground of the view in the theme, at the scale', () => {
    const log = paint(sceneOf(), { theme: 'dark', scale: 2, view: { x: 50, y: 10, width: 20, height: 30 } });
    expect(log).toEqual(
      expect.arrayContaining(['scale 2 2', 'translate -50 -10', 'fillStyle=#0e1821', 'fillRect 50 10 20 30']),
    );
  });

  it('skips groups outside the view', () => {
    const scene = sceneOf(groupAt(0, 0, square), groupAt(100, 0, square));
    const shown = paint(scene, { view: { x: 90, y: 0, width: 50, height: 50 } });
    expect(shown.filter((line) => line.endsWith(' 10 10'))).toEqual(['fillRect 100 0 10 10']);
  });

  it('paints many cards with one change of font a font and one of colour a ground, texts over shapes', () => {
    const line = (text: string, size: number): SceneItem => ({
      kind: 'text',
      x: 1,
      y: 9,
      text,
      width: 26,
      font: { ...font, size },
      fill: 'ink',
    });
    const dot: SceneItem = { kind: 'circle', cx: 5, cy: 5, r: 2, fill: 'signal' };
    const cards = [0, 100, 200].map((x) => groupAt(x, 0, square, line('名', 13), line('主', 11), dot));
    const log = paint(sceneOf(...cards), { view: { x: 0, y: 0, width: 400, height: 100 } });
    expect(log.filter((entry) => entry.startsWith('font='))).toHaveLength(2);
    expect(log.filter((entry) => entry.startsWith('fillText'))).toEqual([
      'fillText 名 1 9',
      'fillText 名 101 9',
      'fillText 名 201 9',
      'fillText 主 1 9',
      'fillText 主 101 9',
      'fillText 主 201 9',
    ]);
    expect(log.findLastIndex((entry) => entry.startsWith('arc'))).toBeLessThan(
      log.findIndex((entry) => entry.startsWith('fillText')),
    );
    expect(log.filter((entry) => entry === 'fillStyle=#17212b')).toHaveLength(2);
  });

  it('leaves the state of the context as it found it', () => {
    const clip: SceneItem = { kind: 'clip', box: { x: 0, y: 0, width: 5, height: 5 }, items: [square] };
    const log = paint(sceneOf(groupAt(0, 0, clip)));
    expect(log.filter((line) => line === 'save')).toHaveLength(
      log.filter((line) => line === 'restore').length,
    );
  });

  it('makes the path of an item once, however often it is painted', () => {
    const path: SceneItem = {
      kind: 'path',
      commands: [['M', 0, 0], ['L', 1, 2], ['Q', 1, 1, 2, 2], ['C', 1, 2, 3, 4, 5, 6], ['Z']],
      stroke: { colour: 'signal', width: 1.5, dash: [4, 3], cap: 'round' },
    };
    const scene = sceneOf(groupAt(0, 0, path));
    const before = pathsMade;
    const log = paint(scene);
    paint(scene);
    expect(pathsMade - before).toBe(1);
    expect(log).toEqual(
      expect.arrayContaining([
        'strokeStyle=#c4301a',
        'setLineDash 4,3',
        'lineCap=round',
        'stroke M0 0,L1 2,Q1 1 2 2,C1 2 3 4 5 6,Z',
      ]),
    );
    expect(log.some((line) => line.startsWith('fill '))).toBe(false);
  });

  it('does not let a dash run on into the next line', () => {
    const line = (dash?: readonly number[]): SceneItem => ({
      kind: 'circle',
      cx: 0,
      cy: 0,
      r: 1,
      stroke: { colour: 'ink', width: 1, ...(dash ? { dash } : {}) },
    });
    const dashes = paint(sceneOf(groupAt(0, 0, line([4, 3]), line()))).filter((entry) =>
      entry.startsWith('setLineDash'),
    );
    expect(dashes).toEqual(['setLineDash 4,3', 'setLineDash']);
  });

  it('sets text in the families and with the spacing it was measured by, without kerning', () => {
    const text: SceneItem = {
      kind: 'text',
      x: 3,
      y: 9,
      text: '旅程',
      width: 26,
      font: { ...font, spacing: 1.5 },
      fill: 'ink-2',
    };
    const log = paint(sceneOf(groupAt(0, 0, text)));
    expect(log).toContain('fontKerning=none');
    expect(log.find((line) => line.startsWith('font='))).toMatch(
      /^font=400 13px 'Noto Sans SC', 'Source Sans 3'/,
    );
    expect(log).toContain('letterSpacing=1.5px');
    expect(log).toContain('fillText 旅程 3 9');
  });

  it('keeps full-width signs apart, which a canvas would squeeze', () => {
    const text: SceneItem = { kind: 'text', x: 0, y: 9, text: '好。（见）', width: 65, font, fill: 'ink' };
    const log = paint(sceneOf(groupAt(0, 0, text)));
    expect(log).toContain('fillText 好。 0 9');
    expect(log).toContain(`fillText （见） ${measureText('好。', font)} 9`);
  });

  it('stretches the dashes of Chinese text to whole ems', () => {
    const text: SceneItem = { kind: 'text', x: 0, y: 9, text: '旅——程', width: 52, font, fill: 'ink' };
    const log = paint(sceneOf(groupAt(0, 0, text)));
    const at = log.indexOf('translate 13 9');
    expect(log.slice(at, at + 4)).toEqual(['translate 13 9', 'scale 1.3 1', 'fillText —— 0 0', 'restore']);
    expect(log).toContain('fillText 程 39 9');
  });

  it('draws images that the caller has decoded and leaves out the others', () => {
    const image = (href: string): SceneItem => ({ kind: 'image', x: 1, y: 2, width: 3, height: 4, href });
    const decoded = { width: 30, height: 40 } as ImageBitmap;
    const log = paint(sceneOf(groupAt(0, 0, image('a'), image('b'))), { images: new Map([['a', decoded]]) });
    expect(log.filter((line) => line.startsWith('drawImage'))).toHaveLength(1);
  });

  it.each([
    ['wide', 400, 100, '150 0 100 100'],
    ['high', 100, 400, '0 150 100 100'],
    ['as its box', 100, 100, '0 0 100 100'],
  ])(
    'never stretches an image: one that is %s fills its box and is cut on both sides',
    (_, width, height, part) => {
      const image: SceneItem = { kind: 'image', x: 10, y: 20, width: 50, height: 50, href: 'a' };
      const images = new Map([['a', { width, height } as ImageBitmap]]);
      const log = paint(sceneOf(groupAt(0, 0, image)), { images });
      expect(log.find((line) => line.startsWith('drawImage'))).toBe(
        `drawImage [object Object] ${part} 10 20 50 50`,
      );
    },
  );
});
