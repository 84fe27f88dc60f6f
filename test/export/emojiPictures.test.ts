import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { readEmojiPictures } from '../../server/exports/emojiFiles.ts';
import { emojiKey, readEmoji } from '../../src/export/emojiPictures.ts';
import { itemBox } from '../../src/export/itemBox.ts';

const require = createRequire(import.meta.url);

describe('pictures of emoji', () => {
  it('are named by their code points, without the sign that asks for a picture', () => {
    expect(emojiKey('☎️')).toBe('260e');
    expect(emojiKey('1️⃣')).toBe('0031-20e3');
    expect(emojiKey('👩‍💻')).toBe('1f469-200d-1f4bb');
  });

  it('are there for those that maps show, and missing where the set has none', async () => {
    const wanted = ['😀', '✅', '☎️', '1️⃣', '👩‍💻', '👍🏽', '❤️', '⚠️', '⭐', '📱'];
    const pictures = await readEmojiPictures(new Set([...wanted, '🇨🇳']));
    expect([...pictures.keys()]).toEqual(wanted);
  });

  it('keep the colour of groups, turns, half transparent shapes and which inside is meant', () => {
    const [turned, faint, odd] = readEmoji(
      '<g fill="#f00"><circle cx="16" cy="16" r="8" transform="rotate(90 0 0)"/></g>' +
        '<path fill="#000" opacity=".5" d="M0 0h32v32z"/><g fill="none"><path fill="#123456" fill-rule="evenodd" d="M0 0h1v1z"/><path d="M0 0h1"/></g>',
    );
    expect(turned).toMatchObject({ kind: 'path', fill: '#ff0000' });
    if (turned) expect(itemBox(turned).x).toBeLessThan(-0.7);
    expect(faint).toMatchObject({ fill: '#808080' });
    expect(odd).toMatchObject({ fill: '#123456', rule: 'evenodd' });
  });

  it('of the whole set can be read: plain colours, inside their box', () => {
    const { icons } = require('@iconify-json/fluent-emoji-flat/icons.json') as {
      icons: Readonly<Record<string, { body: string }>>;
    };
    for (const [name, { body }] of Object.entries(icons)) {
      const items = readEmoji(body);
      expect(items.length, name).toBeGreaterThan(0);
      for (const item of items) {
        expect(item.kind === 'path' && (item.fill ?? item.stroke?.colour), name).toMatch(/^#[0-9a-f]{6}$/);
        const { x, y, width, height } = itemBox(item);
        // The box is a unit wider than the shape on each side, for lines.
        expect(Math.min(x, y), name).toBeGreaterThan(-1.4);
        expect(Math.max(x + width, y + height), name).toBeLessThan(2.4);
      }
    }
  });
});
