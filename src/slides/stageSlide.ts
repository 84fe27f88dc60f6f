/**
 * The slide of a stage, or of a part of one: head and ruler, its cards at their places with links and pins, the emotion curve
 * running through from the neighbours, and around it the texts that have room: values, moments of truth, pains and
 * opportunities, a voice. What has no room is left out whole, the least important first.
 */
import { cardContext } from '../layout/cardContext.ts';
import { drawCard } from '../layout/drawCard.ts';
import { filteredCard } from '../layout/drawFiltered.ts';
import { line } from '../layout/hatch.ts';
import { pinItems } from '../layout/pins.ts';
import { moveItems, scaleItems } from '../layout/scaleItems.ts';
import type { Box, SceneItem } from '../layout/scene.ts';
import { journeyCard, pin } from '../layout/sizes.ts';
import { stageLetter } from '../model/address.ts';
import { emotionBand } from '../model/emotionBand.ts';
import type { JourneyMap, Stage, Touchpoint } from '../model/journeyMap.ts';
import { emotionFor, meets } from '../model/sequence.ts';
import { sceneWordsFor } from '../words/scene.ts';
import { slideWordsFor } from '../words/slides.ts';
import { placeCards, type CardRows } from './cardRows.ts';
import { drawProfile } from './stageProfile.ts';
import type { EmotionScale } from './emotionScale.ts';
import { touchpointsOn, type SlideName } from './listSlides.ts';
import { momentBlocks, painBlocks, voiceBlocks, type Block } from './noteBlocks.ts';
import { Room } from './room.ts';
import { feelersOn } from './slideCurves.ts';
import { rulerHeight, type Frame } from './slideFrame.ts';
import { headItems, rulerItems } from './slideHead.ts';
import { drawSlideLinks } from './slideLinks.ts';
import { oneLine } from './slideText.ts';
import { stageNotes } from './stageNotes.ts';
import { stageWindow, type StageWindow } from './stageWindow.ts';
import type { SlideOptions } from './layoutSlide.ts';

/** From the ruler to the cards: room for the pins. */
const overCards = 49;
/** From the cards to the highest level: room for the values there. */
const underCards = 70;
/** Under the lowest level: room for texts, or for the values alone. */
const foot = { texts: 92, none: 40 } as const;
const bottomMargin = 26;
/** From the lowest point to the pains that are told of it. */
const nearLowest = 320;
const enlargedPin = 50 / 1.56;

export function stageSlideItems(
  journey: JourneyMap,
  stage: Stage,
  name: SlideName,
  frame: Frame,
  { persona, hiddenLanes }: Pick<SlideOptions, 'persona' | 'hiddenLanes'>,
): readonly SceneItem[] {
  const touchpoints = touchpointsOn(journey, name, hiddenLanes);
  const window = stageWindow(journey, name, touchpoints, frame, hiddenLanes);
  const top = frame.ruler + rulerHeight + overCards;
  const rows = placeCards(window.wishes, frame, top);
  const notes = stageNotes(journey, name, touchpoints, persona);
  const hasTexts =
    notes.moments.length + notes.pains.length + notes.opportunities.length > 0 || notes.voice !== null;
  const scale = scaleUnder(rows, frame, hasTexts);
  const words = slideWordsFor(journey.map.language);
  const room = new Room({
    x: frame.left + 2,
    y: rows.bottom + 6,
    width: frame.right - frame.left - 4,
    height: frame.height - bottomMargin + 12 - rows.bottom - 6,
  });
  const cards = cardItems(journey, touchpoints, rows, persona);
  const links = drawSlideLinks(
    journey.links,
    rows,
    new Map(touchpoints.map(({ id }, index) => [id, index])),
    sceneWordsFor(journey.map.language),
  );
  for (const cover of links.covers) room.take(cover);
  const shown = new Set(touchpoints.map(({ id }) => id));
  const own = new Map(touchpoints.map(({ id }, index) => [id, rows.cards[index]?.point ?? 0]));
  const placeAt = placesBetween(window, touchpoints, rows, frame);
  const profile = drawProfile({
    journey,
    feelers: feelersOn(journey, persona, shown),
    shown,
    stops: touchpoints.map((touchpoint, index) => ({
      id: touchpoint.id,
      x: rows.cards[index]?.point ?? 0,
      from: bottomOf(rows, index),
      isMoment: notes.moments.some(({ touchpointId }) => touchpointId === touchpoint.id),
    })),
    xOf: ({ id, stage, touchpoint }) => own.get(id) ?? placeAt(stage + touchpoint.t),
    scale,
    frame,
    room,
    words,
  });
  const pointOf = (id: string | null): { x: number; y: number } | null =>
    profile.points.find(({ touchpointIds }) => id !== null && touchpointIds.includes(id)) ?? null;
  const middle = { x: (frame.left + frame.right) / 2, y: scale.zero };
  const texts: SceneItem[] = [];
  const put = (blocks: Iterable<Block>, wish: { x: number; y: number }, farthest = Infinity): boolean => {
    for (const block of blocks) {
      const at = room.place(block, wish, { farthest });
      if (!at) continue;
      texts.push(patch(at), ...moveItems(block.items, at.x, at.y));
      return true;
    }
    return false;
  };
  const [first, ...others] = notes.moments;
  const putMoment = (moment: (typeof notes.moments)[number]): void => {
    const at = pointOf(moment.touchpointId) ?? middle;
    put(momentBlocks(moment, words), { x: at.x + 60, y: Math.max(at.y, scale.zero) + 110 });
  };
  if (first) putMoment(first);
  texts.push(...profile.legend());
  const lowest = profile.lowest ?? middle;
  // Near the lowest point in few words rather than far from it in many.
  const under = { x: lowest.x, y: lowest.y + 110 };
  if (!put(painBlocks(notes, words), under, nearLowest)) put(painBlocks(notes, words), under);
  for (const moment of others) putMoment(moment);
  if (notes.voice) {
    const of = pointOf(notes.voice.touchpointId);
    const x = of ? of.x - 240 : frame.left + 200;
    put(voiceBlocks(notes.voice, words), { x, y: scale.zero + scale.unit });
  }
  const bottom = Math.min(frame.height - bottomMargin, scale.zero + 2 * scale.unit + 28);
  return [
    ...headItems(journey, stage, name, frame),
    ...rulerItems(
      { marks: window.quarters.map(placeAt), startsDark: window.startsDark, ...neighbours(journey, name) },
      frame,
      bottom,
    ),
    ...profile.ground,
    ...texts,
    ...profile.items,
    ...links.items,
    ...cards,
    ...(touchpoints.length === 0 ? emptyItems(words.emptyStage, frame, top) : []),
  ];
}

function bottomOf({ cards, scale }: CardRows, index: number): number {
  return (cards[index]?.y ?? 0) + journeyCard.height * scale;
}

/** The curve takes the height that cards and foot leave. */
function scaleUnder(rows: CardRows, { height }: Frame, hasTexts: boolean): EmotionScale {
  const taller = Math.max(0, height - 828);
  const below = (hasTexts ? foot.texts : foot.none) + taller * (hasTexts ? 0.3 : 0.15);
  const from = rows.bottom + (rows.rows === 2 ? underCards - 16 : underCards) + taller * 0.06;
  const unit = (height - bottomMargin - below - from) / 4;
  return { zero: from + 2 * unit, unit };
}

/** x of any place of the journey, between those of the touchpoints that are shown: the ruler gives way as they do. */
function placesBetween(
  window: StageWindow,
  touchpoints: readonly Touchpoint[],
  { cards }: CardRows,
  { left, right }: Frame,
): (at: number) => number {
  const first = { at: window.from, x: left };
  const last = { at: window.to, x: right };
  const knots = [
    first,
    ...meanPlaces(
      touchpoints.map(({ t }, index) => ({ at: window.index + t, x: cards[index]?.point ?? left })),
    ),
    last,
  ];
  // Beyond the sheet a stage is as wide as here.
  const slope = (right - left) / (last.at - first.at);
  return (at) => {
    if (at < first.at) return left - (first.at - at) * slope;
    if (at > last.at) return right + (at - last.at) * slope;
    const index = knots.findIndex((knot) => knot.at >= at);
    const to = knots[index] ?? last;
    const from = knots[index - 1] ?? to;
    return to.at === from.at ? to.x : from.x + ((to.x - from.x) * (at - from.at)) / (to.at - from.at);
  };
}

interface Place {
  readonly at: number;
  readonly x: number;
}

/** Touchpoints at one t lie beside each other: the t itself is in their middle. */
function meanPlaces(places: readonly Place[]): readonly Place[] {
  return [...Map.groupBy(places, ({ at }) => at)].map(([at, group]) => ({
    at,
    x: group.reduce((sum, { x }) => sum + x, 0) / group.length,
  }));
}

function cardItems(
  journey: JourneyMap,
  touchpoints: readonly Touchpoint[],
  { cards, scale }: CardRows,
  lead: string | null,
): readonly SceneItem[] {
  const words = sceneWordsFor(journey.map.language);
  const pins: SceneItem[] = [];
  const drawn = touchpoints.flatMap((touchpoint, index): readonly SceneItem[] => {
    const at = cards[index];
    if (!at) return [];
    const context = cardContext(touchpoint, 'journey', journey, { words, lead });
    const items = drawCard(touchpoint, { ...context, moments: [] }, 'full');
    if (!meets(touchpoint, lead)) {
      const emotion = emotionFor(touchpoint, null, journey.readings);
      const band = emotion === null ? null : emotionBand(emotion);
      const faded = filteredCard(items, { kind: 'journey', title: touchpoint.title, band }, 'full');
      return scaleItems(faded, scale, at.x, at.y);
    }
    for (const [place, moment] of context.moments.entries())
      pins.push(
        ...pinItems(
          moment.kind,
          at.x + (pin.x + place * (pin.pitch + 4)) * scale,
          at.y + pin.sink * scale,
          enlargedPin * scale,
        ),
      );
    return scaleItems(items, scale, at.x, at.y);
  });
  return [...drawn, ...pins];
}

function neighbours(
  { stages }: JourneyMap,
  { stageId, part, parts }: SlideName,
): { readonly before: string | null; readonly after: string | null } {
  const index = stages.findIndex(({ id }) => id === stageId);
  const letterAt = (at: number): string | null => (stages[at] ? stageLetter(at) : null);
  return {
    before: letterAt(part > 1 ? index : index - 1),
    after: letterAt(part < parts ? index : index + 1),
  };
}

/** Paper under a text: rules end before it. */
function patch({ x, y, width, height }: Box): SceneItem {
  return { kind: 'rect', x: x - 8, y: y - 6, width: width + 16, height: height + 12, fill: 'paper' };
}

function emptyItems(text: string, { left, right }: Frame, top: number): readonly SceneItem[] {
  const x = (left + right) / 2;
  return [
    line(x - 24, top + 52, x + 24, top + 52, { colour: 'line', width: 1 }),
    ...oneLine(text, x, top + 96, { size: 24, serif: true, fill: 'ink-2', align: 'middle' }),
  ];
}
