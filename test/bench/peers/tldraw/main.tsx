/**
 * tldraw with the cards as a custom shape (HTMLContainer, as its documentation shows for content of one's own), links
 * as arrow shapes with bindings, lanes as locked rectangles, the curve as a locked line. The map is made once through the editor
 * (`?convert`) and then opened as a saved snapshot. `maxShapesPerPage` is raised from 4,000, which 3,000 touchpoints
 * with their links would exceed. Assets come from this server (@tldraw/assets), its user interface is the default one.
 */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { useCallback, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import {
  createBindingId,
  createShapeId,
  createTLStore,
  defaultBindingUtils,
  defaultShapeUtils,
  getIndices,
  getSnapshot,
  HTMLContainer,
  Rectangle2d,
  ShapeUtil,
  T,
  Tldraw,
  useEditor,
  useIsEditing,
  type Editor,
  type TLBaseShape,
  type TLEditorSnapshot,
  type TLRecord,
  type TLShape,
} from 'tldraw';
import 'tldraw/tldraw.css';
import { CardFace } from '../shared/CardFace.tsx';
import '../shared/card.css';
import { fetchJson, placeContainer, startZoom, wishes, type PeerDrawing } from '../shared/drawing.ts';

interface TouchpointProps {
  w: number;
  h: number;
  title: string;
  channel: string;
  emotion: number;
  importance: number;
  performance: number;
  colour: string;
}
declare module 'tldraw' {
  interface TLGlobalShapePropsMap {
    touchpoint: TouchpointProps;
  }
}
type TouchpointShape = TLBaseShape<'touchpoint', TouchpointProps>;

function TouchpointCard({ shape }: { shape: TouchpointShape }) {
  const { id, props } = shape;
  const editor = useEditor();
  const isEditing = useIsEditing(id);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isEditing) return;
    // After the press that began it, whose default action gives the focus to the canvas.
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isEditing]);
  return (
    <HTMLContainer style={{ pointerEvents: isEditing ? 'all' : 'none' }}>
      <CardFace card={{ id, x: 0, y: 0, width: props.w, height: props.h, ...props }}>
        {isEditing ? (
          <input
            ref={field}
            value={props.title}
            onPointerDown={editor.markEventAsHandled}
            onChange={(event) =>
              editor.updateShape({ id, type: 'touchpoint', props: { title: event.target.value } })
            }
          />
        ) : undefined}
      </CardFace>
    </HTMLContainer>
  );
}

class TouchpointUtil extends ShapeUtil<TouchpointShape> {
  static override type = 'touchpoint' as const;
  static override props = {
    w: T.number,
    h: T.number,
    title: T.string,
    channel: T.string,
    emotion: T.number,
    importance: T.number,
    performance: T.number,
    colour: T.string,
  };
  override getDefaultProps(): TouchpointProps {
    return {
      w: 208,
      h: 100,
      title: '',
      channel: '',
      emotion: 0,
      importance: 3,
      performance: 3,
      colour: '#ffffff',
    };
  }
  override canEdit(): boolean {
    return true;
  }
  override getGeometry({ props }: TouchpointShape) {
    return new Rectangle2d({ width: props.w, height: props.h, isFilled: true });
  }
  override component(shape: TouchpointShape) {
    return <TouchpointCard shape={shape} />;
  }
  override getIndicatorPath({ props }: TouchpointShape) {
    const path = new Path2D();
    path.rect(0, 0, props.w, props.h);
    return path;
  }
  override indicator({ props }: TouchpointShape) {
    return <rect width={props.w} height={props.h} />;
  }
}

const shapeUtils = [TouchpointUtil];
const assetUrls = getAssetUrlsByImport();
const options = { maxShapesPerPage: 20_000 };

/**
 * The map as a saved snapshot: whole records with the defaults of tldraw's own utils, put into a store of its schema. (Through
 * `editor.createBindings` the same takes minutes at 3,000.) Lanes lie lowest, then links, curve and cards, as ours do.
 */
function convert(editor: Editor, drawing: PeerDrawing): string {
  const places = new Map(drawing.cards.map((card) => [card.id, card]));
  const wished = [
    ...drawing.lanes.map((lane) => ({
      id: createShapeId(lane.id),
      type: 'geo',
      x: 0,
      y: lane.y,
      isLocked: true,
      props: { w: drawing.width, h: lane.height, geo: 'rectangle', color: 'grey', size: 's', dash: 'solid' },
    })),
    ...drawing.links.map(({ id, from, to }) => {
      const tail = places.get(from);
      const head = places.get(to);
      return {
        id: createShapeId(id),
        type: 'arrow',
        x: (tail?.x ?? 0) + (tail?.width ?? 0),
        y: (tail?.y ?? 0) + (tail?.height ?? 0) / 2,
        props: {
          size: 's',
          dash: 'solid',
          start: { x: 0, y: 0 },
          end: {
            x: (head?.x ?? 0) - (tail?.x ?? 0) - (tail?.width ?? 0),
            y: (head?.y ?? 0) - (tail?.y ?? 0),
          },
        },
      };
    }),
    ...drawing.curves.map(({ id, points }) => {
      const indices = getIndices(points.length);
      return {
        id: createShapeId(id),
        type: 'line',
        x: 0,
        y: 0,
        isLocked: true,
        props: {
          spline: 'cubic',
          size: 's',
          dash: 'solid',
          color: 'red',
          points: Object.fromEntries(
            points.map((point, index) => [
              indices[index],
              { id: indices[index], index: indices[index], x: point.x, y: point.y },
            ]),
          ),
        },
      };
    }),
    ...drawing.cards.map(({ id, x, y, width, height, ...props }) => ({
      id: createShapeId(id),
      type: 'touchpoint',
      x,
      y,
      props: { w: width, h: height, ...props },
    })),
  ];
  const indices = getIndices(wished.length);
  const shapes = wished.map((shape, index) => ({
    typeName: 'shape',
    parentId: editor.getCurrentPageId(),
    index: indices[index],
    rotation: 0,
    opacity: 1,
    isLocked: false,
    meta: {},
    ...shape,
    props: { ...editor.getShapeUtil(shape.type as TLShape['type']).getDefaultProps(), ...shape.props },
  }));
  const bindings = drawing.links.flatMap(({ id, from, to }) =>
    (['start', 'end'] as const).map((terminal) => ({
      typeName: 'binding',
      id: createBindingId(),
      type: 'arrow',
      fromId: createShapeId(id),
      toId: createShapeId(terminal === 'start' ? from : to),
      meta: {},
      props: { ...editor.getBindingUtil('arrow').getDefaultProps(), terminal },
    })),
  );
  const store = createTLStore({
    shapeUtils: [...defaultShapeUtils, ...shapeUtils],
    bindingUtils: defaultBindingUtils,
  });
  store.put([...editor.store.allRecords(), ...shapes, ...bindings] as TLRecord[]);
  const { document } = getSnapshot(store);
  editor.setCamera({ x: 0, y: 0, z: startZoom }, { immediate: true });
  return JSON.stringify({ document, session: editor.getSnapshot().session });
}

function Board({ snapshot, drawing }: { snapshot?: TLEditorSnapshot; drawing?: PeerDrawing }) {
  const handleMount = useCallback(
    (editor: Editor) => {
      if (drawing) {
        window.converted = convert(editor, drawing);
        return;
      }
      window.bench = {
        selected: () => editor.getSelectedShapes().filter(({ type }) => type === 'touchpoint').length,
        drawn: () => document.querySelector('.tl-shape[data-shape-type="touchpoint"]') !== null,
        camera: () => {
          const { x, y, z } = editor.getCamera();
          return { x: x * z, y: y * z, zoom: z };
        },
        look: ({ x, y, zoom }) => void editor.setCamera({ x: x / zoom, y: y / zoom, z: zoom }),
        deselect: () => void editor.selectNone(),
        place: (id) => editor.getShape(createShapeId(id)) ?? { x: Number.NaN, y: Number.NaN },
      };
    },
    [drawing],
  );
  return (
    <Tldraw
      shapeUtils={shapeUtils}
      assetUrls={assetUrls}
      options={options}
      onMount={handleMount}
      {...(snapshot ? { snapshot } : {})}
    />
  );
}

const container = placeContainer();
const { size, convert: wantsConverted } = wishes();
const board = wantsConverted ? (
  <Board drawing={await fetchJson<PeerDrawing>(`/maps/${size}.json`)} />
) : (
  <Board snapshot={await fetchJson<TLEditorSnapshot>(`/maps/${size}.tldraw.json`)} />
);
createRoot(container).render(board);
