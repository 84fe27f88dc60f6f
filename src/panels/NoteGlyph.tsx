/** The mark of a note: a pain's wedge, a quote's sign, an opportunity's bar, an action's box (empty, half, ticked). */
import type { Note } from './notesOf.ts';

export function NoteGlyph({ note, size = 14 }: { readonly note: Note; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      {shape(note)}
    </svg>
  );
}

function shape(note: Note) {
  const ink = 'var(--ink)';
  const line = {
    fill: 'none',
    stroke: ink,
    strokeWidth: 1.4,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  } as const;
  if (note.collection === 'opportunities') return <path d="M5 2H9V12H5Z" fill={ink} />;
  if (note.collection === 'actions') {
    return (
      <>
        <rect x={1.5} y={1.5} width={11} height={11} {...line} />
        {note.record.status === 'doing' && <path d="M1.5 12.5L12.5 1.5V12.5Z" fill={ink} />}
        {note.record.status === 'done' && <path d="M4 7.3L6.2 9.5L10.2 4.8" {...line} />}
        {note.record.status === 'dropped' && <path d="M4 4L10 10M10 4L4 10" {...line} />}
      </>
    );
  }
  switch (note.record.kind) {
    case 'pain':
      return <path d="M3 4H11L7 11.5Z" fill={ink} />;
    case 'gain':
      return <path d="M3 10.5H11L7 3Z" fill={ink} />;
    case 'question':
      return <path d="M4.8 5A2.2 2.2 0 1 1 7 7.4V8.6M7 11V11.2" {...line} />;
    case 'idea':
      return (
        <path
          d="M7 1.8V3M2.6 3.6L3.4 4.4M11.4 3.6L10.6 4.4M5.2 10.6H8.8M5.6 12.4H8.4M5.2 9A3 3 0 1 1 8.8 9"
          {...line}
        />
      );
    case 'need':
      return <path d="M7 2.5V11.5M2.5 7H11.5" {...line} />;
    case 'fact':
    case 'assumption':
      return (
        <circle
          cx={7}
          cy={7}
          r={4}
          {...line}
          strokeDasharray={note.record.kind === 'assumption' ? '2.4 2' : undefined}
        />
      );
    case 'thought':
    case 'quote':
      return (
        <path
          d="M5.6 3.5C4 4 3.2 5.2 3.2 7.2V10H6V7.2H4.4M10.6 3.5C9 4 8.2 5.2 8.2 7.2V10H11V7.2H9.4"
          {...line}
        />
      );
  }
}
