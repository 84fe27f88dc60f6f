/**
 * Where the screen decides and not the program: a peer that already gives nearly every frame that a screen of 60 Hz
 * shows cannot be beaten by a half by anybody, so a target told as a ratio of frames says nothing there.
 */
import { verdictOf, type Row, type Target } from '../results.ts';

/** What a perfect program has, by a row's figure: every frame, in the whole milliseconds of the bench. */
const perfect: Readonly<Record<string, number>> = { 'frames a second': 60, 'p95 frame': 17 };

/**
 * Whether a perfect program would miss a row's target, because of the peer's own figure. Never for figures that the
 * screen does not bound, for absolute targets, or where the peer was not measured.
 */
export function isBoundByScreen(row: Row, target: Target): boolean {
  const best = perfect[row.figure];
  if (best === undefined || target.against === 'absolute') return false;
  return verdictOf({ ...row, ours: best }, target) === 'no';
}
