/**
 * Excalidraw with the map as its own elements, made once by `convertToExcalidrawElements` as its documentation shows
 * (`?convert`) and then opened as a saved drawing through `initialData`. A card is one rectangle with an edge in the emotion's
 * colour and one bound label of three lines (title, channel, face and score): the fewest elements that show the same. Straight lines
 * (roughness 0), solid fill, the system's font: the cheapest settings. Lanes and the curve are locked, so that a marquee can
 * begin on them. Fonts come from this server (EXCALIDRAW_ASSET_PATH).
 */
import { convertToExcalidrawElements, Excalidraw, FONT_FAMILY } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  fetchJson,
  placeContainer,
  startZoom,
  wishes,
  type PeerCard,
  type PeerDrawing,
} from '../shared/drawing.ts';

type Skeletons = NonNullable<Parameters<typeof convertToExcalidrawElements>[0]>;
type Api = Parameters<NonNullable<React.ComponentProps<typeof Excalidraw>['excalidrawAPI']>>[0];
type Elements = ReturnType<typeof convertToExcalidrawElements>;

const plain = { roughness: 0, strokeWidth: 1, fillStyle: 'solid' } as const;

function cardText({ title, channel, emotion, importance, performance }: PeerCard): string {
  const face = emotion > 0.5 ? ':)' : emotion < -0.5 ? ':(' : ':|';
  return `${title}\n${channel}\n${face}  ${importance}/${performance}`;
}

function convert(drawing: PeerDrawing): Elements {
  const skeletons: Skeletons = [
    ...drawing.lanes.map((lane) => ({
      type: 'rectangle' as const,
      id: lane.id,
      x: 0,
      y: lane.y,
      width: drawing.width,
      height: lane.height,
      strokeColor: '#c9c4b4',
      locked: true,
      ...plain,
    })),
    // Below the cards, as ours are: a click on a card must not meet an arrow.
    ...drawing.links.map(({ id, from, to }) => ({
      type: 'arrow' as const,
      id,
      x: 0,
      y: 0,
      start: { id: from },
      end: { id: to },
      ...plain,
    })),
    ...drawing.cards.map((card) => ({
      type: 'rectangle' as const,
      id: card.id,
      x: card.x,
      y: card.y,
      width: card.width,
      height: card.height,
      backgroundColor: '#fffefb',
      strokeColor: card.colour,
      ...plain,
      label: {
        text: cardText(card),
        fontSize: 14,
        fontFamily: FONT_FAMILY.Helvetica,
        textAlign: 'left' as const,
        verticalAlign: 'top' as const,
      },
    })),
    ...drawing.curves.map(({ id, points }) => ({
      type: 'line' as const,
      id,
      x: points[0]?.x ?? 0,
      y: points[0]?.y ?? 0,
      points: points.map((point) => [point.x - (points[0]?.x ?? 0), point.y - (points[0]?.y ?? 0)]),
      strokeColor: '#b5432a',
      roundness: { type: 2 },
      locked: true,
      ...plain,
    })),
  ] as Skeletons;
  const elements = convertToExcalidrawElements(placedArrows(skeletons, drawing), { regenerateIds: false });
  return elements.map((element) => {
    const isArrowOrText = element.type === 'arrow' || element.type === 'text';
    return isArrowOrText
      ? { ...element, strokeColor: element.type === 'arrow' ? '#8a8577' : '#1e1e1e' }
      : element;
  });
}

/** Arrows from the right edge of one card to the left edge of the next, as their binding wants them. */
function placedArrows(skeletons: Skeletons, drawing: PeerDrawing): Skeletons {
  const cards = new Map(drawing.cards.map((card) => [card.id, card]));
  return skeletons.map((one) => {
    if (one.type !== 'arrow') return one;
    const { start, end } = one as { start?: { id?: string }; end?: { id?: string } };
    const from = cards.get(start?.id ?? '');
    const to = cards.get(end?.id ?? '');
    if (!from || !to) return one;
    const x = from.x + from.width + 4;
    const y = from.y + from.height / 2;
    return {
      ...one,
      x,
      y,
      points: [
        [0, 0],
        [to.x - 4 - x, to.y + to.height / 2 - y],
      ],
    } as typeof one;
  });
}

function Board({ elements }: { elements: Elements }) {
  const [api, setApi] = useState<Api | null>(null);
  useEffect(() => {
    if (!api) return;
    window.bench = {
      selected: () => {
        const { selectedElementIds } = api.getAppState();
        return api.getSceneElements().filter(({ id, type }) => type === 'rectangle' && selectedElementIds[id])
          .length;
      },
      drawn: () => api.getSceneElements().length > 0 && !api.getAppState().isLoading,
      camera: () => {
        const { scrollX, scrollY, zoom } = api.getAppState();
        return { x: scrollX * zoom.value, y: scrollY * zoom.value, zoom: zoom.value };
      },
      look: ({ x, y, zoom }) =>
        api.updateScene({
          appState: { scrollX: x / zoom, scrollY: y / zoom, zoom: { value: zoom as never } },
        }),
      deselect: () => api.updateScene({ appState: { selectedElementIds: {} } }),
      place: (id) => api.getSceneElements().find((one) => one.id === id) ?? { x: Number.NaN, y: Number.NaN },
    };
  }, [api]);
  return (
    <Excalidraw
      excalidrawAPI={setApi}
      initialData={{
        elements,
        appState: { scrollX: 0, scrollY: 0, zoom: { value: startZoom as never } },
        scrollToContent: false,
      }}
    />
  );
}

const container = placeContainer();
const { size, convert: wantsConverted } = wishes();
if (wantsConverted) {
  // The labels are measured with the fonts of the page: those of the system, which are there at once.
  window.converted = JSON.stringify(convert(await fetchJson<PeerDrawing>(`/maps/${size}.json`)));
} else {
  const elements = await fetchJson<Elements>(`/maps/${size}.excalidraw.json`);
  createRoot(container).render(<Board elements={elements} />);
}
