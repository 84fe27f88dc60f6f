/**
 * The curves in the profile as ribbons that never lie over each other (layout/ribbons.ts), for up to eight personas on a
 * phone. Fetched when somebody compares.
 */
import { ribbonsOf } from '../../layout/ribbons.ts';
import { SceneSvg } from '../SceneSvg.tsx';
import type { Profile } from './profile.ts';

/** Eight side by side are as high as the scale is there. */
const size = { scale: 0.72, marker: 7, markerEvery: 90 } as const;

export function ProfileRibbons({ drawn }: { readonly drawn: Profile }) {
  const { datum, top, bottom, curves } = drawn;
  // As drawn on the map: the first of the map below, the others after it.
  const ribbons = curves.map((curve) => ({
    ...curve,
    points: curve.points.map(({ x, emotion, touchpointIds }) => ({ x, y: emotion, touchpointIds })),
  }));
  const drawings = ribbonsOf(ribbons, (emotion) => datum - (emotion / 4) * (bottom - top), size);
  return (
    <g data-part="ribbons">
      {drawings.map((items, index) => (
        <g key={curves[index]?.personaId ?? ''} data-persona={curves[index]?.personaId ?? 'base'}>
          <SceneSvg items={items} />
        </g>
      ))}
    </g>
  );
}
