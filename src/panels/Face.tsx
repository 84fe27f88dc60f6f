/** The face of an emotion band as on the map, in one ink. Decoration: the number or word beside it speaks. */
import { memo } from 'react';
import { faceItems } from '../layout/faces.ts';
import type { EmotionBand } from '../model/emotionBand.ts';
import type { Paint } from '../theme/colours.ts';
import { SceneSvg } from './SceneSvg.tsx';

export interface FaceProps {
  /** Null: not rated. */
  readonly band: EmotionBand | null;
  readonly size?: number;
  readonly ink?: Paint;
}

export const Face = memo(function Face({ band, size = 24, ink = 'ink' }: FaceProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <SceneSvg items={faceItems(band, 12, 12, 24, ink)} />
    </svg>
  );
});
