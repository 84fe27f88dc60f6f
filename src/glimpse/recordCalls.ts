/** A canvas context without a canvas: what is painted on it is written down, for another context to do the same. */
import type { PaintContext } from '../paint/pen.ts';
import type { CanvasCall } from './glimpse.ts';

const methods = [
  'save',
  'restore',
  'translate',
  'scale',
  'rotate',
  'beginPath',
  'moveTo',
  'lineTo',
  'bezierCurveTo',
  'quadraticCurveTo',
  'closePath',
  'rect',
  'roundRect',
  'arc',
  'clip',
  'fillRect',
  'fillText',
  'setLineDash',
] as const;
const settings = [
  'fillStyle',
  'strokeStyle',
  'lineWidth',
  'lineCap',
  'lineJoin',
  'font',
  'letterSpacing',
  'fontKerning',
  'textBaseline',
] as const;

export interface Recording {
  readonly context: PaintContext;
  readonly calls: readonly CanvasCall[];
}

/** A path is written down where it is filled or stroked. `Path2D` must be `RecordedPath` where the painter runs. */
export function recordCalls(): Recording {
  const calls: CanvasCall[] = [];
  const context = {
    // Painted text has no other measure here: a dash of Chinese text keeps the width of the face until it is drawn live.
    measureText: (text: string) => ({ width: text.length * fontSizeOf(calls) }),
  };
  for (const name of methods)
    Object.assign(context, {
      [name]: (...values: unknown[]) => void calls.push([name, ...values.map(short)]),
    });
  for (const name of settings)
    Object.defineProperty(context, name, {
      set(value: unknown) {
        calls.push([`${name}=`, short(value)]);
      },
    });
  for (const name of ['fill', 'stroke'])
    Object.assign(context, {
      [name]: (...values: unknown[]) => {
        const [path] = values;
        if (path instanceof RecordedPath) calls.push(['beginPath'], ...path.calls);
        const rule = values.find((value) => typeof value === 'string');
        calls.push(rule === undefined ? [name] : [name, rule]);
      },
    });
  return { context: context as unknown as PaintContext, calls };
}

/** Stands for `Path2D` where there is none. */
export class RecordedPath {
  readonly calls: CanvasCall[] = [];
  moveTo(...values: number[]): void {
    this.calls.push(['moveTo', ...values.map(short)]);
  }
  lineTo(...values: number[]): void {
    this.calls.push(['lineTo', ...values.map(short)]);
  }
  bezierCurveTo(...values: number[]): void {
    this.calls.push(['bezierCurveTo', ...values.map(short)]);
  }
  quadraticCurveTo(...values: number[]): void {
    this.calls.push(['quadraticCurveTo', ...values.map(short)]);
  }
  closePath(): void {
    this.calls.push(['closePath']);
  }
}

/** Hundredths of a unit are seen by nobody. */
function short(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}

function fontSizeOf(calls: readonly CanvasCall[]): number {
  const [, font] = calls.findLast(([name]) => name === 'font=') ?? [];
  return Number(/([\d.]+)px/.exec(String(font))?.[1] ?? 1);
}
