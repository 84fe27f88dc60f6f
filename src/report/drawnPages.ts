/** The pages of the report that are one drawing each: the cover, every persona's card, and the map. */
import { peakEnd } from '../analysis/peakEnd.ts';
import { largestPersonaCard } from '../layout/largestPersonaCard.ts';
import { scaleItems } from '../layout/scaleItems.ts';
import type { Box, Scene, SceneGroup } from '../layout/scene.ts';
import { personaCardWordsFor } from '../words/personaCard.ts';
import { coverPage, keyFiguresOf } from './coverPage.ts';
import { placeOf, type ReportContext } from './reportContext.ts';
import type { Draft, PageSize } from './reportPages.ts';

/** A map is drawn larger than it is, at most. */
const mostEnlarged = 1.25;

/** From the edges of the page to the frame of the cover. */
const coverMargin = 28;

export function coverDraft(context: ReportContext, page: PageSize, partOf: string): Draft {
  const { map, words } = context;
  const { title, titleBox, items } = coverPage(
    context,
    {
      x: coverMargin,
      y: coverMargin,
      width: page.width - 2 * coverMargin,
      height: page.height - 2 * coverMargin,
    },
    partOf,
  );
  const texts = [map.map.description, map.map.scenario, map.map.goal].filter((text) => text.trim() !== '');
  const figures = keyFiguresOf(context).map(
    ({ value, name, rests }) => `${name}${words.pairMark}${value}${rests === '' ? '' : ` (${rests})`}`,
  );
  return {
    id: 'cover',
    title: map.map.title.trim() || words.untitled,
    rests: '',
    notes: [...texts, ...figures],
    cover: { items: title, box: titleBox, size: 46 },
    items,
  };
}

export function personaDrafts(context: ReportContext, body: Box): readonly Draft[] {
  const { map, words, facts, signOf } = context;
  return map.personas.map(({ id, name }, index): Draft => {
    const card = largestPersonaCard(map, id, {
      words: personaCardWordsFor(map.map.language),
      room: body,
      sign: signOf(id),
    });
    return {
      id: `persona.${index + 1}`,
      title: name || facts.words.untitled,
      rests: words.personas,
      notes: personaNotes(context, id),
      items: [],
      placed: card ? placed(card, body, 'top') : [],
    };
  });
}

function personaNotes(context: ReportContext, personaId: string): readonly string[] {
  const { map, words, facts } = context;
  const { numbers } = facts;
  const persona = map.personas.find(({ id }) => id === personaId);
  const remembered = peakEnd(map, personaId);
  return [
    ...[persona?.bio ?? '', persona?.expectation ?? ''].filter((text) => text !== ''),
    ...(remembered
      ? [
          words.peak(placeOf(context, remembered.peak.id), numbers.signed(remembered.peak.emotion)),
          words.remembered(numbers.signed(remembered.mean), numbers.signed(remembered.score)),
        ]
      : []),
  ];
}

export function mapDraft({ map, words }: ReportContext, sheet: Scene, body: Box): Draft {
  const rests = words.mapNote(map.stages.length, map.lanes.length, map.touchpoints.length);
  return {
    id: 'map',
    title: words.map,
    rests,
    notes: [
      rests,
      ...map.stages.flatMap(({ name, goal }) => (goal === '' ? [] : [`${name}${words.pairMark}${goal}`])),
    ],
    items: [],
    placed: placed(sheet, body, 'middle'),
  };
}

/** A scene in a box, as large as it may be there. Its groups are plain drawing: nothing in a report is edited. */
function placed({ width, height, groups }: Scene, body: Box, at: 'top' | 'middle'): readonly SceneGroup[] {
  const scale = Math.min(mostEnlarged, body.width / width, body.height / height);
  const left = body.x + (body.width - width * scale) / 2;
  const top = body.y + (at === 'top' ? 0 : (body.height - height * scale) / 2);
  return groups.map(({ id, title, origin, box, items }) => ({
    id: `report.${id}`,
    role: 'legend',
    title,
    origin: { x: left + origin.x * scale, y: top + origin.y * scale },
    box: {
      x: left + box.x * scale,
      y: top + box.y * scale,
      width: box.width * scale,
      height: box.height * scale,
    },
    items: scaleItems(items, scale, 0, 0),
  }));
}
