/** A face of the emotion scale (look, section 6): strokes in the current ink; shapes differ at 16 px. */
import { memo } from 'react';
import type { EmotionBand as Band } from '../model/emotionBand.ts';

const mouths: Record<Band, { readonly d: string; readonly filled: boolean }> = {
  'very-negative': { d: 'M7 17.6a5 5 0 0 1 10 0z', filled: true },
  negative: { d: 'M7.7 16.7q4.3-3.9 8.6 0', filled: false },
  neutral: { d: 'M7.9 15.3h8.2', filled: false },
  positive: { d: 'M7.7 14.1q4.3 3.9 8.6 0', filled: false },
  'very-positive': { d: 'M7 13.2h10a5 5 0 0 1-10 0z', filled: true },
};
const strongEyes: Partial<Record<Band, string>> = {
  'very-negative': 'M6.7 8.5l3.7 1.9M17.3 8.5l-3.7 1.9',
  'very-positive': 'M6.7 10.3q1.8-3.1 3.6 0M13.7 10.3q1.8-3.1 3.6 0',
};

export const EmotionFace = memo(function EmotionFace({ band, size }: { band: Band; size: number }) {
  const mouth = mouths[band];
  const eyes = strongEyes[band];
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth={1.7} strokeLinecap="round" strokeLinejoin="round">
        <circle cx={12} cy={12} r={10.2} strokeWidth={1.6} />
        {eyes && <path d={eyes} />}
        <path
          d={mouth.d}
          fill={mouth.filled ? 'currentColor' : 'none'}
          stroke={mouth.filled ? 'none' : undefined}
        />
      </g>
      {!eyes && (
        <g fill="currentColor">
          <circle cx={8.6} cy={9.7} r={1.35} />
          <circle cx={15.4} cy={9.7} r={1.35} />
        </g>
      )}
    </svg>
  );
});
