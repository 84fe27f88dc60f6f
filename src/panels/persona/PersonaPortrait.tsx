/** A persona's picture in a square, or in a disc where it stands in a bar: uploaded, from evidence, or drawn (layout/avatar.ts). Decoration: the name stands beside it. */
import { useSyncExternalStore } from 'react';
import { avatarItems, avatarOf } from '../../layout/avatar.ts';
import type { Persona } from '../../model/journeyMap.ts';
import { useMapSession, useProjection } from '../../state/mapSession.ts';
import { SceneSvg } from '../SceneSvg.tsx';

export interface PersonaPortraitProps {
  readonly persona: Pick<Persona, 'id' | 'avatar' | 'portrait' | 'evidenceId' | 'colour'>;
  /** px. */
  readonly size: number;
  readonly round?: boolean;
}

const drawnSide = 96;

export function PersonaPortrait({ persona, size, round = false }: PersonaPortraitProps) {
  const { images } = useMapSession();
  const { portrait, evidenceId, colour } = persona;
  const stored = useSyncExternalStore(images.subscribe, () => (portrait ? images.urlOf(portrait) : null));
  const inline = useProjection(
    (state) => state.journey.evidence.find(({ id }) => id === evidenceId)?.data ?? null,
  );
  const address = stored ?? (portrait ? null : inline);
  const style = {
    flex: 'none',
    outline: '1px solid var(--ink)',
    outlineOffset: -1,
    ...(round && { borderRadius: '50%' }),
  } as const;
  if (address)
    return <img src={address} alt="" width={size} height={size} style={{ ...style, objectFit: 'cover' }} />;
  const box = { x: 0, y: 0, width: drawnSide, height: drawnSide };
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${drawnSide} ${drawnSide}`}
      aria-hidden="true"
      focusable="false"
      style={{ ...style, background: colour ?? 'var(--land)' }}
    >
      <SceneSvg items={avatarItems(avatarOf(persona), box, null)} />
    </svg>
  );
}
