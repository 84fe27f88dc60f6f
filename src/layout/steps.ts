/**
 * Work that gives way now and then: whoever drives it goes on at once, or lets others have their turn in between. Each
 * step is short whatever the map (some dozens of links, one kind of drawing), so that a page that lays out a thousand
 * new touchpoints answers meanwhile. In between the work may simply be dropped.
 */
export type Steps<T> = Generator<undefined, T>;

/** All of it at once. */
export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Work on so many links is a step. */
export const linksInStep = 32;
