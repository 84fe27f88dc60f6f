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

/** An item and what it chose. */
export interface Chosen<Item, Choice> {
  readonly item: Item;
  readonly choice: Choice | undefined;
}

export interface Rules<Item, Choice> {
  /** Who chooses first; never 0 for two items. */
  readonly compare: (a: Item, b: Item) => number;
  /** Where what others took matters to an item; each may look at a stretch once. */
  readonly looks: (item: Item) => readonly Area[];
  /** So many shelves to both sides matter too. */
  readonly reach: number;
  /** The choice, given who took something of a stretch (and of those in reach) before. */
  readonly choose: (item: Item, before: (area: Area) => readonly Chosen<Item, Choice>[]) => Choice;
  readonly takes: (item: Item, choice: Choice) => readonly Area[];
  readonly isSame: (a: Choice, b: Choice) => boolean;
}

interface Entry<Item, Choice> {
  readonly item: Item;
  choice: Choice | undefined;
  takes: readonly Area[];
  isDue: boolean;
  isGone: boolean;
}

export class Ledger<Item, Choice> {
  readonly #rules: Rules<Item, Choice>;
  readonly #entries = new Map<Item, Entry<Item, Choice>>();
  /** Who looks where; only once something changes, which for many a ledger never happens. */
  #lookers: Shelves<Entry<Item, Choice>> | null = null;
  readonly #takers = new Shelves<Entry<Item, Choice>>();
  /** Who has to choose; in order, the last first, while `settle` goes on. */
  #due: Entry<Item, Choice>[] = [];
  #isSettling = false;
  /** Nobody has chosen yet: whoever took something did so before. */
  #isNew = true;

  constructor(rules: Rules<Item, Choice>) {
    this.#rules = rules;
  }

  add(item: Item): void {
    const entry = { item, choice: undefined, takes: [], isDue: false, isGone: false };
    this.#entries.set(item, entry);
    if (this.#lookers) this.#look(this.#lookers, entry);
    this.#mark(entry);
  }

  remove(item: Item): void {
    const entry = this.#entries.get(item);
    if (!entry) return;
    this.#entries.delete(item);
    entry.isGone = true;
    for (const area of this.#lookers ? this.#rules.looks(item) : []) this.#lookers?.remove(area, entry);
    this.#take(entry, []);
  }

  choiceOf(item: Item): Choice | undefined {
    return this.#entries.get(item)?.choice;
  }

  /** Something else than an item changed here: whoever looks here chooses again. */
  touch({ shelf, from, to }: Area): void {
    for (const entry of this.#seen().at(shelf, from, to)) this.#mark(entry);
  }

  touchAll(): void {
    for (const entry of this.#entries.values()) this.#mark(entry);
  }

  /** Has everybody choose who has to; gives those that chose otherwise than before. Nothing is added or removed in between. */
  *settle(): Steps<readonly Item[]> {
    const { compare, choose, takes, isSame } = this.#rules;
    const changed: Item[] = [];
    this.#due = this.#due.filter((entry) => !entry.isGone).toSorted((a, b) => compare(b.item, a.item));
    this.#isSettling = true;
    let now: Item;
    let asked = 0;
    const before = (area: Area): readonly Entry<Item, Choice>[] => this.#before(area, now);
    for (let entry = this.#due.pop(); entry; entry = this.#due.pop()) {
      asked += 1;
      if (asked % linksInStep === 0) yield;
      entry.isDue = false;
      now = entry.item;
      const choice = choose(now, before);
      if (entry.choice !== undefined && isSame(entry.choice, choice)) continue;
      entry.choice = choice;
      this.#take(entry, takes(now, choice));
      changed.push(now);
    }
    this.#isSettling = false;
    this.#isNew = false;
    return changed;
  }

  #before({ shelf, from, to }: Area, item: Item): readonly Entry<Item, Choice>[] {
    const { compare, reach } = this.#rules;
    const found: Entry<Item, Choice>[] = [];
    for (let near = shelf - reach; near <= shelf + reach; near += 1) this.#takers.at(near, from, to, found);
    return this.#isNew ? found : found.filter((entry) => compare(entry.item, item) < 0);
  }

  /** Puts other stretches in the place of those an entry took; whoever looks there later chooses again. */
  #take(entry: Entry<Item, Choice>, takes: readonly Area[]): void {
    for (const area of entry.takes) this.#takers.remove(area, entry);
    for (const area of takes) this.#takers.add(area, entry);
    if (!this.#isNew) {
      for (const area of entry.takes) this.#markAfter(entry.item, area);
      for (const area of takes) this.#markAfter(entry.item, area);
    }
    entry.takes = takes;
  }

  #seen(): Shelves<Entry<Item, Choice>> {
    if (this.#lookers) return this.#lookers;
    this.#lookers = new Shelves();
    for (const entry of this.#entries.values()) this.#look(this.#lookers, entry);
    return this.#lookers;
  }

  #look(lookers: Shelves<Entry<Item, Choice>>, entry: Entry<Item, Choice>): void {
    for (const area of this.#rules.looks(entry.item)) lookers.add(area, entry);
  }

  #markAfter(item: Item, { shelf, from, to }: Area): void {
    const { compare, reach } = this.#rules;
    for (let near = shelf - reach; near <= shelf + reach; near += 1)
      for (const entry of this.#seen().at(near, from, to))
        if (!entry.isDue && compare(item, entry.item) < 0) this.#mark(entry);
  }

  #mark(entry: Entry<Item, Choice>): void {
    if (entry.isDue) return;
    entry.isDue = true;
    let low = this.#due.length;
    if (this.#isSettling) {
      low = 0;
      for (let high = this.#due.length; low < high;) {
        const middle = (low + high) >> 1;
        const other = this.#due[middle];
        if (other && this.#rules.compare(other.item, entry.item) > 0) low = middle + 1;
        else high = middle;
      }
    }
    this.#due.splice(low, 0, entry);
  }
}
