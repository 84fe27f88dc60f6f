/**
 * When the server keeps a version by itself, and which of them it lets go again (U40). Pure: times in ms, ages by the
 * clock on the wall.
 *
 * A version is kept
 * - of what was there, when somebody edits a map after a pause and no version holds that yet,
 * - when nobody has edited for `versionQuietMs`, or everybody has left,
 * - every `versionEveryMs` while editing goes on,
 * - of what was there, whenever the content is replaced as a whole (PUT, restore): in the same transaction.
 * The second and third are at least `versionApartMs` after any other. The first only `versionOpeningApartMs`: people may
 * have worked and left within the distance, and what they left must not be nowhere when the next one wrecks it (R48).
 *
 * They thin out with age: all of the last two hours, then the last one of each hour for two days, of each day for
 * sixty, of each thirty days for good. Above a number or a size the one that is nearest in time to the next newer one
 * goes, so a flood of versions thins itself and not the past. A restored one does not count as newer: it came in the same
 * moment as what it replaced, which nothing else holds. Named versions never go; their number is limited instead.
 */
import type { Limits } from '../limits.ts';
import type { VersionRow } from '../storage/store.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Up to an age, the newest in each span of time is kept. */
const spans: readonly { readonly untilMs: number; readonly spanMs: number }[] = [
  { untilMs: 2 * hour, spanMs: 1 },
  { untilMs: 2 * day, spanMs: hour },
  { untilMs: 60 * day, spanMs: day },
  { untilMs: Number.POSITIVE_INFINITY, spanMs: 30 * day },
];

type Thinned = Pick<VersionRow, 'id' | 'kind' | 'at' | 'size'>;
type Bounds = Pick<Limits, 'versionsUnnamed' | 'versionUnnamedBytes'>;

/** The ids of the versions to let go. `versions`: the newest first. */
export function versionsToThin(versions: readonly Thinned[], nowMs: number, bounds: Bounds): string[] {
  const taken = new Set<string>();
  const kept: Thinned[] = [];
  const gone: string[] = [];
  for (const version of versions) {
    if (version.kind === 'named') continue;
    const span = spanOf(version, nowMs);
    if (span !== null && taken.has(span)) gone.push(version.id);
    else kept.push(version);
    if (span !== null) taken.add(span);
  }
  let bytes = kept.reduce((sum, { size }) => sum + size, 0);
  while (kept.length > 1 && (kept.length > bounds.versionsUnnamed || bytes > bounds.versionUnnamedBytes)) {
    const [dense] = kept.splice(densest(kept), 1);
    if (!dense) break;
    bytes -= dense.size;
    gone.push(dense.id);
  }
  return gone;
}

/** What only one version is kept of; null for one so young that it stays. */
function spanOf({ at }: Thinned, nowMs: number): string | null {
  const span = spans.find(({ untilMs }) => nowMs - at < untilMs)?.spanMs ?? 1;
  return span === 1 ? null : `${span}/${Math.floor(at / span)}`;
}

/** The place of the version nearest to the next newer one; never the newest itself. */
function densest(kept: readonly Thinned[]): number {
  let best = kept.length - 1;
  let bestGap = Number.POSITIVE_INFINITY;
  for (let index = 1; index < kept.length; index++) {
    const newer = kept[index - 1]?.kind === 'restored' ? kept[index - 2] : kept[index - 1];
    const gap = newer ? newer.at - (kept[index]?.at ?? 0) : Number.POSITIVE_INFINITY;
    if (gap >= bestGap) continue;
    best = index;
    bestGap = gap;
  }
  return best;
}
