/** A short piece of a curve with its marker, 38 x 14: whose line it is, told by ink, dash and marker at once. */
import type { LineSign, Marker } from '../theme/inks.ts';

export function LineSample({
  sign,
  width = 38,
  off,
}: {
  sign: LineSign;
  width?: number;
  /** Switched off: in grey. */ off?: boolean | undefined;
}) {
  const ink = off ? 'var(--ink-3)' : `var(--${sign.ink})`;
  const dash = sign.dash.join(' ') || undefined;
  return (
    <svg width={width} height={14} aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      {(sign.double ? [5.5, 8.5] : [7]).map((y) => (
        <path
          key={y}
          d={`M1 ${y}H${width - 1}`}
          fill="none"
          stroke={ink}
          strokeWidth={sign.double ? 1.2 : 2}
          strokeDasharray={dash}
        />
      ))}
      <path
        d={markerPath(sign.marker, width / 2)}
        fill="var(--card)"
        stroke={ink}
        strokeWidth={1.7}
        strokeLinejoin="round"
      />
    </svg>
  );
}

function markerPath(marker: Marker, x: number): string {
  switch (marker) {
    case 'square':
      return `M${x - 4} 3h8v8h-8z`;
    case 'diamond':
      return `M${x} 2l5 5l-5 5l-5 -5z`;
    case 'triangle':
      return `M${x} 2l5 9h-10z`;
    case 'cross':
      return `M${x - 4} 3l8 8M${x + 4} 3l-8 8`;
    case 'circle':
      return `M${x - 4.5} 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0`;
    case 'ring':
      return `M${x - 4.5} 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0M${x - 1.5} 7a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0`;
  }
}
