/**
 * What a person brings to a map, on its way to whoever shows what it would do: the part of the page that imports. It may
 * come before that part has been fetched; then the last thing brought waits.
 */
export type BroughtIn =
  | { readonly kind: 'file'; readonly file: File }
  | {
      /** Rows copied in a spreadsheet, and the place they shall begin at. */
      readonly kind: 'rows';
      readonly text: string;
      readonly at: { readonly stageId: string; readonly laneId: string; readonly t: number } | null;
    };

let taker: ((brought: BroughtIn) => void) | null = null;
let waiting: BroughtIn | null = null;

export function bringIn(brought: BroughtIn): void {
  if (taker) taker(brought);
  else waiting = brought;
}

/** Takes what is brought from now on, and what waits; gives back its undoing. */
export function takeBrought(take: (brought: BroughtIn) => void): () => void {
  taker = take;
  const first = waiting;
  waiting = null;
  if (first) take(first);
  return () => {
    if (taker === take) taker = null;
  };
}
