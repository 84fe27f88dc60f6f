/** The face of an emotion band (look, section 6), in the current text colour. Decoration: the number beside it speaks. */
import { memo } from 'react';
import type { EmotionBand } from '../model/emotionBand.ts';

const mouths: { readonly [B in EmotionBand | 'unrated']: string } = {
  'very-negative': 'M7 17.6a5 5 0 0 1 10 0z',
  negative: 'M7.7 16.7q4.3-3.9 8.6 0',
  neutral: 'M7.9 15.3h8.2',
  positive: 'M7.7 14.1q4.3 3.9 8.6 0',
  'very-positive': 'M7 13.2h10a5 5 0 0 1-10 0z',
  unrated: 'M8 12h8',
};
const eyes: { readonly [B in EmotionBand]?: string } = {
  'very-negative': 'M6.7 8.5l3.7 1.9M17.3 8.5l-3.7 1.9',
  'very-positive': 'M6.7 10.3q1.8-3.1 3.6 0M13.7 10.3q1.8-3.1 3.6 0',
};

export const Face = memo(function Face({ band, size = 24 }: { readonly band: EmotionBand | null; readonly size?: number }) {
  const strong = band === 'very-negative' || band === 'very-positive';
  const drawnEyes = band && eyes[band];
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" strokeLinecap="round">
      <circle cx="12" cy="12" r="10.2" strokeWidth="1.6" />
      {drawnEyes && <path d={drawnEyes} strokeWidth="1.7" />}
      {band && !drawnEyes && (
        <g fill="currentColor" stroke="none">
          <circle cx="8.6" cy="9.7" r="1.35" />
          <circle cx="15.4" cy="9.7" r="1.35" />
        </g>
      )}
      <path d={mouths[band ?? 'unrated']} strokeWidth={strong ? 1 : 1.7} strokeLinejoin="round" fill={strong ? 'currentColor' : 'none'} />
    </svg>
  );
});
