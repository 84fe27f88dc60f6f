/** The map as every peer gets it: boxes and texts in map units, the same places as in Touchline's own layout. */
export interface PeerCard {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly channel: string;
  /** -2 … +2. */
  readonly emotion: number;
  readonly importance: number;
  readonly performance: number;
  /** Fill of the face. */
  readonly colour: string;
}

export interface PeerDrawing {
  readonly width: number;
  readonly height: number;
  readonly stages: readonly {
    readonly id: string;
    readonly name: string;
    readonly x: number;
    readonly width: number;
  }[];
  readonly lanes: readonly {
    readonly id: string;
    readonly name: string;
    readonly y: number;
    readonly height: number;
  }[];
  readonly cards: readonly PeerCard[];
  readonly links: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly curves: readonly {
    readonly id: string;
    readonly points: readonly { readonly x: number; readonly y: number }[];
  }[];
}

/** What a peer's page shows to the bench. */
export interface BenchPage {
  /** How many cards (or, where the program does not tell them apart, elements) are selected. */
  selected(): number;
  /** Whether the map is drawn. */
  drawn(): boolean;
  /** Where the canvas looks: px of the map's corner from the container's, and zoom. */
  camera(): { readonly x: number; readonly y: number; readonly zoom: number };
  /** Puts the camera there at once: between gestures, never in one. */
  look(camera: { readonly x: number; readonly y: number; readonly zoom: number }): void;
  /** Lets go of what is selected, between gestures. */
  deselect(): void;
  /** Where a card lies now, in map units. */
  place(id: string): { readonly x: number; readonly y: number };
}

declare global {
  interface Window {
    bench?: BenchPage;
    /** The map in the program's own file form, in the page that was opened with `?convert`. */
    converted?: string;
  }
}

export const startZoom = 0.8;

/** Settings in the page's address. */
export function wishes(): { readonly size: string; readonly convert: boolean } {
  const query = new URLSearchParams(location.search);
  return { size: query.get('size') ?? '200', convert: query.has('convert') };
}

/** The container has the size and place of Touchline's own pane, so that every program draws as many pixels. */
export function placeContainer(): HTMLElement {
  const query = new URLSearchParams(location.search);
  const container = document.getElementById('root');
  if (!container) throw new Error('no #root');
  document.body.style.margin = '0';
  Object.assign(container.style, {
    position: 'absolute',
    left: `${query.get('x') ?? 0}px`,
    top: `${query.get('y') ?? 0}px`,
    width: `${query.get('width') ?? innerWidth}px`,
    height: `${query.get('height') ?? innerHeight}px`,
  });
  return container;
}

export async function fetchJson<T>(path: string): Promise<T> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return (await answer.json()) as T;
}
