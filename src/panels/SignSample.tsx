/** A sample of a curve's line with its marker: how a point of view is told apart without colour (look, section 2). */
import { memo } from 'react';
import type { LineSign, Marker } from '../theme/inks.ts';

export interface SignSampleProps {
  readonly sign: LineSign;
  readonly width?: number | undefined;
  /** Switched off: grey. */
  readonly off?: boolean | undefined;
}

export const SignSample = memo(function SignSample({ sign, width = 38, off }: SignSampleProps) {
  const ink = `var(--${off ? 'ink-3' : sign.ink})`;
  const middle = width / 2;
  return (
    <svg width={width} height={14} viewBox={`0 0 ${width} 14`} aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      {(sign.double ? [5.5, 8.5] : [7]).map((y) => (
        <path key={y} d={`M0 ${y}H${width}`} stroke={ink} strokeWidth={sign.double ? 1.25 : 2} strokeDasharray={sign.dash.join(' ')} fill="none" />
      ))}
      <MarkerShape marker={sign.marker} x={middle} y={7} size={4.5} ink={ink} />
    </svg>
  );
});

/** One marker, filled with card. `size`: half its width. */
export function MarkerShape({ marker, x, y, size, ink }: { readonly marker: Marker; readonly x: number; readonly y: number; readonly size: number; readonly ink: string }) {
  const look = { fill: 'var(--card)', stroke: ink, strokeWidth: 1.75 };
  switch (marker) {
    case 'circle':
      return <circle cx={x} cy={y} r={size} {...look} />;
    case 'ring':
      return (
        <>
          <circle cx={x} cy={y} r={size} {...look} />
          <circle cx={x} cy={y} r={size / 3} fill={ink} />
        </>
      );
    case 'square':
      return <rect x={x - size * 0.9} y={y - size * 0.9} width={size * 1.8} height={size * 1.8} {...look} />;
    case 'diamond':
      return <path d={`M${x} ${y - size * 1.2}L${x + size * 1.2} ${y}L${x} ${y + size * 1.2}L${x - size * 1.2} ${y}Z`} {...look} />;
    case 'triangle':
      return <path d={`M${x} ${y - size * 1.15}L${x + size * 1.15} ${y + size * 0.9}H${x - size * 1.15}Z`} {...look} />;
    case 'cross':
      return (
        <>
          <circle cx={x} cy={y} r={size} fill="var(--card)" />
          <path d={`M${x - size * 0.8} ${y - size * 0.8}L${x + size * 0.8} ${y + size * 0.8}M${x + size * 0.8} ${y - size * 0.8}L${x - size * 0.8} ${y + size * 0.8}`} stroke={ink} strokeWidth={2} fill="none" />
        </>
      );
  }
}
