/** What a menu lists: plain data, so that callers can build it without loading the menu itself. */
import type { IconName } from './Icon.tsx';

export type MenuEntry =
  | {
      readonly kind?: 'item';
      readonly id: string;
      readonly label: string;
      /** A second, quieter line. */
      readonly note?: string | undefined;
      readonly keys?: string | undefined;
      readonly icon?: IconName | undefined;
      readonly disabled?: boolean | undefined;
      /** The one chosen of several. */
      readonly current?: boolean | undefined;
      /** Deletes something: stands apart, in bold; never in the signal colour. */
      readonly dangerous?: boolean | undefined;
      readonly onSelect: () => void;
    }
  | {
      readonly kind: 'check';
      readonly id: string;
      readonly label: string;
      readonly hint?: string | undefined;
      readonly checked: boolean;
      readonly disabled?: boolean | undefined;
      readonly onChange: (checked: boolean) => void;
    }
  | {
      readonly kind: 'submenu';
      readonly id: string;
      readonly label: string;
      readonly icon?: IconName | undefined;
      readonly disabled?: boolean | undefined;
      readonly entries: readonly MenuEntry[];
    }
  | { readonly kind: 'separator' }
  | { readonly kind: 'heading'; readonly label: string };

/** The element a menu opens beside, or a point in client px. */
export type MenuPlace = Element | { readonly x: number; readonly y: number };
