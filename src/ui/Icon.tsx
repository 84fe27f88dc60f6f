/**
 * The interface's own small set of icons: 18 px, stroke 1.5, drawn as paths in one ink (look.md, "Tool").
 * An icon is decoration: its button carries the words, so it is hidden from screen readers.
 */
import { memo } from 'react';

/** Open shapes are stroked. */
const stroked = {
  select: 'M4.5 2.5v12l3.2-3 2.1 4.6 2.1-1-2.1-4.5h4.4z',
  hand: 'M6 9.5V4.2a1.1 1.1 0 0 1 2.2 0V8.5M8.2 8.3V3.1a1.1 1.1 0 0 1 2.2 0v5.2M10.4 8.5V4a1.1 1.1 0 0 1 2.2 0v6M12.6 9V6.2a1.1 1.1 0 0 1 2.2 0v4.6c0 3-1.8 5-4.6 5-2.2 0-3.3-.9-4.3-2.6L3.6 9.8c-.7-1.3.9-2.2 1.7-1.1l.7 1',
  table: 'M2.2 3.5h13.6v11H2.2zM2.2 7.2h13.6M6.5 7.2v7.3M2.2 10.9h13.6',
  insights: 'M2.5 15h13M4.5 15v-4.5M8 15V8M11.5 15v-5.5M15 15V4.5M4 7l3.5-3 3.5 2.2L15 2.5',
  map: 'M2.2 4h13.6v10H2.2zM5 4v10M7.4 8.2h5.9M7.4 10.8h3.4',
  touchpoint: 'M2.2 4h13.6v10H2.2zM5.7 4v10M8.5 7.3h4.5M8.5 10.3h3',
  note: 'M3 3h12v8l-4 4H3zM15 11h-4v4M6 6.5h6M6 9.3h3.5',
  link: 'M2.5 4.5H8a1.5 1.5 0 0 1 1.5 1.5v5.5A1.5 1.5 0 0 0 11 13h4.5M12.8 10.2 15.6 13l-2.8 2.8',
  undo: 'M6.3 3.3 3 6.6l3.3 3.3M3.2 6.6h7.3a4.2 4.2 0 0 1 0 8.4H7',
  redo: 'M11.7 3.3 15 6.6l-3.3 3.3M14.8 6.6H7.5a4.2 4.2 0 0 0 0 8.4H11',
  find: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3zM11.7 11.7l3.8 3.8',
  present: 'M5.5 3.3 14 9l-8.5 5.7z',
  'full-screen': 'M3 6.8V3h3.8M11.2 3H15v3.8M15 11.2V15h-3.8M6.8 15H3v-3.8',
  export: 'M9 11V2.5M5.9 5.4 9 2.3l3.1 3.1M3 9.5v5.7h12V9.5',
  import: 'M9 2.5V11M5.9 8.1 9 11.2l3.1-3.1M3 9.5v5.7h12V9.5',
  close: 'M4 4l10 10M14 4 4 14',
  check: 'M3.5 9.5 7.2 13.2 14.5 5',
  plus: 'M9 3v12M3 9h12',
  minus: 'M3 9h12',
  'chevron-down': 'M4.5 6.8 9 11.3l4.5-4.5',
  'chevron-up': 'M4.5 11.2 9 6.7l4.5 4.5',
  'chevron-left': 'M11.2 4.5 6.7 9l4.5 4.5',
  'chevron-right': 'M6.8 4.5 11.3 9l-4.5 4.5',
  'arrow-up': 'M9 15V3.5M4.5 8 9 3.5 13.5 8',
  'arrow-down': 'M9 3v11.5M4.5 10 9 14.5l4.5-4.5',
  'arrow-left': 'M15 9H3.5M8 4.5 3.5 9 8 13.5',
  'arrow-right': 'M3 9h11.5M10 4.5 14.5 9 10 13.5',
  lanes: 'M9 2.5 16 6l-7 3.5L2 6zM2 9.3l7 3.5 7-3.5M2 12.5 9 16l7-3.5',
  overlay: 'M2.5 3.5h10v10h-10zM5.5 6.5v9h10v-9h-3M2.5 10 9 3.5M2.5 13.5l10-10M6 13.5l6.5-6.5',
  eye: 'M1.5 9S4.2 4 9 4s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5zM9 6.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4z',
  'eye-off': 'M1.5 9S4.2 4 9 4s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5zM3 15 15 3',
  bin: 'M3 5h12M7 5V2.8h4V5M4.5 5l.7 10.2h7.6L13.5 5M7.3 8v4.5M10.7 8v4.5',
  copy: 'M6.5 6.5h8.7v8.7H6.5zM11.5 6.5V2.8H2.8v8.7h3.7',
  paste: 'M5.8 3.8H3.5v11.7h11V3.8h-2.3M6 2.5h6v3H6z',
  cut: 'M4.7 11a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4zM13.3 11a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4zM5.8 11.4 13 2.5M12.2 11.4 5 2.5',
  duplicate: 'M6.5 6.5h8.7v8.7H6.5zM11.5 6.5V2.8H2.8v8.7h3.7M10.8 8.7v4.3M8.7 10.8H13',
  edit: 'M3 15l.8-3.5L12 3.3l2.7 2.7-8.2 8.2zM10.3 5l2.7 2.7',
  lock: 'M4 8h10v7.5H4zM6 8V5.5a3 3 0 0 1 6 0V8',
  unlock: 'M4 8h10v7.5H4zM6 8V5.5a3 3 0 0 1 5.8-1',
  help: 'M6.3 6.7a2.7 2.7 0 1 1 4 2.3c-.9.5-1.3 1-1.3 2v.3M9 14.2v.3',
  language:
    'M9 2a7 7 0 1 1 0 14A7 7 0 0 1 9 2zM2.2 9h13.6M9 2c2.2 2 3.1 4.3 3.1 7S11.2 14 9 16c-2.2-2-3.1-4.3-3.1-7S6.8 4 9 2z',
  sun: 'M9 5.8a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4zM9 1.5v1.8M9 14.7v1.8M1.5 9h1.8M14.7 9h1.8M3.7 3.7 5 5M13 13l1.3 1.3M14.3 3.7 13 5M5 13l-1.3 1.3',
  moon: 'M14.8 10.8A6.3 6.3 0 0 1 7.2 3.2a6.3 6.3 0 1 0 7.6 7.6z',
  system: 'M2.5 3.5h13v9h-13zM6 15.5h6M9 12.5v3',
  key: 'M6 8.3a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4zM8.3 9.3 14.5 3M12 5.5l2.2 2.2',
  clock: 'M9 2a7 7 0 1 1 0 14A7 7 0 0 1 9 2zM9 5v4.2l2.8 1.6',
  warning: 'M9 2.5 16.5 15h-15zM9 7v4M9 12.9v.3',
  offline: 'M2 2l14 14M6.2 6.2A9 9 0 0 0 2 8.5M16 8.5A10 10 0 0 0 9 5.5M5 11.5a5.5 5.5 0 0 1 4-1.7M9 14.8v.2',
  image: 'M2.5 3.5h13v11h-13zM2.5 12l3.7-3.7 3 3 2.5-2.5 3.8 3.8M11.8 6.3v.3',
  file: 'M4 2h6.5L14 5.5V16H4zM10.3 2v3.7H14',
  text: 'M3.5 4.8V3h11v1.8M9 3v12M6.8 15h4.4',
  frame: 'M2.5 3.5h13v11h-13zM5 6h8v6H5z',
  person: 'M9 2.8a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM3 15.5c.3-3.3 2.5-5 6-5s5.7 1.7 6 5',
  more: 'M4 9h.1M9 9h.1M14 9h.1',
  'open-out': 'M10.5 3H15v4.5M15 3 8.5 9.5M12.5 10.5V15H3V5.5h4.5',
  swap: 'M3 6h11M11 3l3 3-3 3M15 12H4M7 9l-3 3 3 3',
} as const;

/** Map symbols are filled. */
const filled = {
  star: 'M9 1.8l2.2 4.7 5.1.6-3.8 3.5 1 5.1L9 13.2l-4.5 2.5 1-5.1L1.7 7.1l5.1-.6z',
  pin: 'M9 1.5a5.5 5.5 0 0 1 5.5 5.5C14.5 11 9 16.8 9 16.8S3.5 11 3.5 7A5.5 5.5 0 0 1 9 1.5z',
} as const;

export type IconName = keyof typeof stroked | keyof typeof filled;

export const Icon = memo(function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  const solid = name in filled;
  const path = solid ? filled[name as keyof typeof filled] : stroked[name as keyof typeof stroked];
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 18 18"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      <path
        d={path}
        fill={solid ? 'currentColor' : 'none'}
        stroke={solid ? 'none' : 'currentColor'}
        strokeWidth={name === 'more' ? 2.2 : 1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
});
