import { describe, expect, it } from 'vitest';
import { avatarItems, avatarOf } from '../../src/layout/avatar.ts';
import { layoutPersonaCard, posterWidth } from '../../src/layout/personaCard.ts';
import type { SceneItem } from '../../src/layout/scene.ts';
import type { JourneyMap, Persona } from '../../src/model/journeyMap.ts';
import { personaCardWordsFor } from '../../src/words/personaCard.ts';
import { templates } from '../support/templates.ts';

const widths = [288, 358, 720, posterWidth];
const longText =
  'Every single contact between the customer and the organisation, from the first advertisement on. '.repeat(
    4,
  );

function card(map: JourneyMap, id: string, width = posterWidth) {
  return layoutPersonaCard(map, id, { words: personaCardWordsFor(map.map.language), width });
}

function textsOf(items: readonly SceneItem[]): string[] {
  return items.flatMap((item) =>
    item.kind === 'text' ? [item.text] : item.kind === 'clip' ? textsOf(item.items) : [],
  );
}

function templateMap(): JourneyMap {
  const [template] = templates;
  if (!template) throw new Error('no templates');
  return template.map;
}

function first(map: JourneyMap): Persona {
  const [persona] = map.personas;
  if (!persona) throw new Error('a template without a persona');
  return persona;
}

function withFirst(map: JourneyMap, change: Partial<Persona>): JourneyMap {
  return { ...map, personas: [{ ...first(map), ...change }, ...map.personas.slice(1)] };
}

describe('the card of a persona', () => {
  it.each([...templates])('says everything that is known of them in $name', ({ map }) => {
    for (const persona of map.personas) {
      const said = textsOf(card(map, persona.id)?.groups.flatMap(({ items }) => items) ?? []).join(' ');
      const wanted = [persona.name, ...persona.goals, ...persona.pains, ...persona.needs].join(' ');
      for (const word of wanted.split(/\s+/)) expect(said).toContain(word);
      for (const id of persona.channelIds)
        expect(said).toContain(map.channels.find((channel) => channel.id === id)?.name);
      if (persona.forces) expect(said).toMatch(/Progress force|推进力/);
    }
  });

  it.each([...templates])('keeps its lettering inside at every width in $name', ({ map }) => {
    const long = withFirst(map, {
      name: longText.slice(0, 120),
      quote: longText,
      bio: longText,
      goals: [longText, longText],
      role: longText.slice(0, 120),
      jobs: [{ id: 'j', statement: longText, kind: 'social', importance: 5, satisfaction: 1 }],
    });
    for (const width of widths) {
      const scene = card(long, first(map).id, width);
      for (const item of scene?.groups.flatMap(({ items }) => items) ?? []) {
        if (item.kind !== 'text') continue;
        expect(item.x, item.text).toBeGreaterThanOrEqual(0);
        expect(item.x + item.width, `${width}: ${item.text}`).toBeLessThanOrEqual(width);
        expect(item.y, item.text).toBeLessThanOrEqual(scene?.height ?? 0);
      }
    }
  });

  it('shows the uploaded picture, and the drawn one until its bytes are here', () => {
    const map0 = templateMap();
    const hash = 'a'.repeat(64);
    const map = withFirst(map0, { portrait: hash });
    const items = card(map, first(map).id)?.groups.flatMap((group) => group.items) ?? [];
    const picture = items.find((item) => item.kind === 'image');
    expect(picture?.href).toContain(hash);
    expect(picture?.missing?.[0]?.kind).toBe('clip');
  });

  it('is null for a persona that is not there', () => {
    const map = templateMap();
    expect(card(map, 'nobody')).toBeNull();
  });
});

describe('the drawn portrait', () => {
  it('is the same for the same persona, and many personas have many looks', () => {
    const looks = Array.from({ length: 60 }, (_, n) =>
      JSON.stringify(avatarOf({ id: `p${n}`, avatar: null })),
    );
    expect(avatarOf({ id: 'p7', avatar: null })).toEqual(avatarOf({ id: 'p7', avatar: null }));
    expect(new Set(looks).size).toBeGreaterThan(30);
  });

  it('draws what was chosen', () => {
    const chosen = { ...avatarOf({ id: 'p1', avatar: null }), hair: 'scarf', glasses: 'square' } as const;
    expect(avatarOf({ id: 'p1', avatar: chosen })).toBe(chosen);
    const box = { x: 0, y: 0, width: 96, height: 96 };
    expect(avatarItems(chosen, box, 'land')).not.toEqual(
      avatarItems({ ...chosen, glasses: 'none' }, box, 'land'),
    );
  });
});
