/** What a person brings to a map: a file, or rows copied in a spreadsheet with the place they shall begin at. */
import type { RowsInto } from '../../import/planTouchpoints.ts';

export type Incoming =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'rows'; readonly text: string; readonly at: RowsInto['at'] };
