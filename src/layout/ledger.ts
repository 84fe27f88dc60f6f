/**
 * Things that choose one after the other in a fixed order, each looking at what those before it took nearby: shapes of
 * links, places of their runs, labels. Remembers who chose what, so that after a change only those choose again that
 * the change or another's new choice could matter to. The choices are the same as if all had chosen anew.
 *
 * In:  items, put in and taken out; an item never changes but for its order, which may only keep all others' order.
 * Out: the items whose choice is another one. Costs what looks at changed places, not what there is.
 */
import { Shelves, type Area } from './shelves.ts';
import { linksInStep, type Steps } from './steps.ts';

/** What can be put into one ledger: it keeps here what it knows of it. */
export abstract class Choosing {
  /** Undefined before it chose. */
  abstract choice: unknown;
  /** Waits to choose, or did when it was taken out. */
  isDue = false;
  isGone = true;
}

export interface Rules<Item, Choice> {
  /** Who chooses first; never 0 for two items. */
  readonly compare: (a: Item, b: Item) => number;
  /** Where what others took matters to an item; each may look at a stretch once. */
  readonly looks: (item: Item) => readonly Area[];
  /** So many shelves to both sides matter too. */
  readonly reach: number;
  /** The choice, given who took something of a stretch (and of those in reach) before. */
  readonly choose: (item: Item, before: (area: Area) => readonly Item[]) => Choice;
  /** Always the same of the same choice. */
  readonly takes: (item: Item, choice: Choice) => readonly Area[];
  readonly isSame: (a: Choice, b: Choice) => boolean;
}

export class Ledger<Item extends Choosing & { choice: Choice | undefined }, Choice> {
  readonly #rules: Rules<Item, Choice>;
  readonly #items = new Set<Item>();
  /** Who looks where; only once something changes, which for many a ledger never happens. */
  #lookers: Shelves<Item> | null = null;
  readonly #takers = new Shelves<Item>();
  /** Who has to choose; in order, the last first, while `settle` goes on. */
  #due: Item[] = [];
  #isSettling = false;
  /** Nobody has chosen yet: whoever took something did so before. */
  #isNew = true;

  constructor(rules: Rules<Item, Choice>) {
    this.#rules = rules;
  }

  add(item: Item): void {
    item.choice = undefined;
    item.isGone = false;
    this.#items.add(item);
    if (this.#lookers) this.#look(this.#lookers, item);
    this.#mark(item);
  }

  remove(item: Item): void {
    if (!this.#items.delete(item)) return;
    item.isGone = true;
    for (const area of this.#lookers ? this.#rules.looks(item) : []) this.#lookers?.remove(area, item);
    this.#take(item, undefined);
  }

  /** Something else than an item changed here: whoever looks here chooses again. */
  touch({ shelf, from, to }: Area): void {
    for (const item of this.#seen().at(shelf, from, to)) this.#mark(item);
  }

  touchAll(): void {
    for (const item of this.#items) this.#mark(item);
  }

  /** Has everybody choose who has to; gives those that chose otherwise than before. Nothing is added or removed in between. */
  *settle(): Steps<readonly Item[]> {
    const { compare, choose, isSame } = this.#rules;
    const changed: Item[] = [];
    for (const item of this.#due) if (item.isGone) item.isDue = false;
    this.#due = this.#due.filter((item) => !item.isGone).toSorted((a, b) => compare(b, a));
    this.#isSettling = true;
    let now: Item;
    let asked = 0;
    const before = (area: Area): readonly Item[] => this.#before(area, now);
    for (let item = this.#due.pop(); item; item = this.#due.pop()) {
      asked += 1;
      if (asked % linksInStep === 0) yield;
      item.isDue = false;
      now = item;
      const choice = choose(now, before);
      if (now.choice !== undefined && isSame(now.choice, choice)) continue;
      this.#take(now, choice);
      changed.push(now);
    }
    this.#isSettling = false;
    if (this.#isNew) this.#takers.trim();
    this.#isNew = false;
    return changed;
  }

  #before({ shelf, from, to }: Area, item: Item): readonly Item[] {
    const { compare, reach } = this.#rules;
    const found: Item[] = [];
    for (let near = shelf - reach; near <= shelf + reach; near += 1) this.#takers.at(near, from, to, found);
    return this.#isNew ? found : found.filter((other) => compare(other, item) < 0);
  }

  /** Puts another choice in the place of an item's; whoever looks later at what one or the other takes chooses again. */
  #take(item: Item, choice: Choice | undefined): void {
    const before = this.#takenBy(item);
    item.choice = choice;
    const now = this.#takenBy(item);
    for (const area of before) this.#takers.remove(area, item);
    for (const area of now) this.#takers.add(area, item);
    if (this.#isNew) return;
    for (const area of before) this.#markAfter(item, area);
    for (const area of now) this.#markAfter(item, area);
  }

  #takenBy(item: Item): readonly Area[] {
    return item.choice === undefined ? [] : this.#rules.takes(item, item.choice);
  }

  #seen(): Shelves<Item> {
    if (this.#lookers) return this.#lookers;
    this.#lookers = new Shelves();
    for (const item of this.#items) this.#look(this.#lookers, item);
    this.#lookers.trim();
    return this.#lookers;
  }

  #look(lookers: Shelves<Item>, item: Item): void {
    for (const area of this.#rules.looks(item)) lookers.add(area, item);
  }

  #markAfter(item: Item, { shelf, from, to }: Area): void {
    const { compare, reach } = this.#rules;
    for (let near = shelf - reach; near <= shelf + reach; near += 1)
      for (const other of this.#seen().at(near, from, to))
        if (!other.isDue && compare(item, other) < 0) this.#mark(other);
  }

  #mark(item: Item): void {
    if (item.isDue) return;
    item.isDue = true;
    let low = this.#due.length;
    if (this.#isSettling) {
      low = 0;
      for (let high = this.#due.length; low < high;) {
        const middle = (low + high) >> 1;
        const other = this.#due[middle];
        if (other && this.#rules.compare(other, item) > 0) low = middle + 1;
        else high = middle;
      }
    }
    this.#due.splice(low, 0, item);
  }
}
