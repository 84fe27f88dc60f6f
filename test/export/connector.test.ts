/** The way of a link as a preset shape: its turns lie where the route has them, also where both ends are at one height. */
import { describe, expect, it } from 'vitest';
import { connectorOf } from '../../src/export/pptx/connector.ts';
import type { Point } from '../../src/layout/scene.ts';

const point = 12_700;
const route = (...corners: readonly (readonly [x: number, y: number])[]): Point[] =>
  corners.map(([x, y]) => ({ x: x * point, y: y * point }));

/** Where the first turn lies, in points from the first end, along the way the link sets out. */
function firstTurn(points: readonly Point[]): number {
  const connector = connectorOf(points);
  if (!connector) throw new Error('there is no connector');
  return ((connector.adjustments[0] ?? 0) / 100_000) * (connector.width / point);
}

describe('a connector', () => {
  it('turns where its route does', () => {
    expect(firstTurn(route([0, 0], [30, 0], [30, 80], [100, 80]))).toBeCloseTo(30, 3);
    expect(firstTurn(route([100, 0], [30, 0], [30, 80], [0, 80]))).toBeCloseTo(70, 3);
  });

  it('leaves the line of two cards of one row: above them, below them, and beside two in one column', () => {
    expect(firstTurn(route([0, 100], [0, 50], [300, 50], [300, 100]))).toBeCloseTo(-50, 3);
    expect(firstTurn(route([300, 100], [300, 150], [0, 150], [0, 100]))).toBeCloseTo(50, 3);
    expect(firstTurn(route([100, 0], [140, 0], [140, 300], [100, 300]))).toBeCloseTo(40, 3);
  });

  it('has a frame with room for each turn, in the middle of its ends', () => {
    const connector = connectorOf(route([0, 100], [0, 50], [300, 50], [300, 100]));
    // Turned by a quarter: its width is the height that is seen.
    expect(connector).toMatchObject({ turned: true, width: point, height: 300 * point });
    const { x = 0, y = 0, width = 0, height = 0 } = connector ?? {};
    expect([x + width / 2, y + height / 2]).toEqual([150 * point, 100 * point]);
    expect(connectorOf(route([0, 0], [100, 0]))).toMatchObject({ width: 100 * point, height: 0 });
  });
});
