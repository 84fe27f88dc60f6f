/** Everything a person reads or hears comes from the catalogue, so that it comes in both languages (U60). */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

/** Attributes that are read out or shown. */
const spoken: ReadonlySet<string> = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'closeLabel',
  'copyLabel',
  'hint',
  'label',
  'placeholder',
  'subtitle',
  'summary',
  'title',
]);
/** Functions that say something to the person at the page. */
const speakers: ReadonlySet<string> = new Set(['announce', 'toast', 'mentionToPage']);

/** Names are the same in every language, and letters that are marks are no words. */
const names: ReadonlySet<string> = new Set(['Touchline', 'English', '中文']);

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** The words a piece of code holds itself, as they would be shown. */
function literalsIn(node: unknown): string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value']] : [];
    case 'TemplateLiteral':
      return (node['quasis'] as readonly { value: { cooked: string } }[]).map(({ value }) => value.cooked);
    case 'ConditionalExpression':
      return [...literalsIn(node['consequent']), ...literalsIn(node['alternate'])];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node['operator'] === '===' || node['operator'] === '!=='
        ? []
        : [...literalsIn(node['left']), ...literalsIn(node['right'])];
    case 'JSXExpressionContainer':
      return literalsIn(node['expression']);
    case 'ObjectExpression':
      return (node['properties'] as readonly Node[]).flatMap((property) =>
        (property['key'] as Node | undefined)?.['name'] === 'text' ? literalsIn(property['value']) : [],
      );
    default:
      return [];
  }
}

function isWords(text: string): boolean {
  return !names.has(text.trim()) && (/\p{L}{2,}/u.test(text) || /\p{Script=Han}/u.test(text));
}

/** Words a file shows without having them from the catalogue. */
function ownWords(code: string, file: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one);
      return;
    }
    if (!isNode(node)) return;
    if (node.type === 'JSXText') found.push(String(node['value']));
    if (node.type === 'JSXAttribute' && spoken.has(String((node['name'] as { name?: unknown }).name)))
      found.push(...literalsIn(node['value']));
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node['children'] as readonly Node[])
        if (child.type === 'JSXExpressionContainer') found.push(...literalsIn(child));
    if (node.type === 'CallExpression' && speakers.has(String((node['callee'] as { name?: unknown }).name)))
      found.push(...(node['arguments'] as readonly Node[]).flatMap(literalsIn));
    for (const part of Object.values(node)) if (typeof part === 'object') visit(part);
  };
  visit(parseSync(file, code).program);
  return found.filter(isWords).map((text) => `${file}: ${text.trim()}`);
}

describe('what the page says', () => {
  it('is nowhere written into its components (U60)', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('words'))
      .map((file) => path.join('src', file));
    expect(files.length).toBeGreaterThan(500);
    expect(files.flatMap((file) => ownWords(readFileSync(file, 'utf8'), file))).toEqual([]);
  });

  it('is noticed there in every way it could be', () => {
    const code = `
      const a = <p title="Whole map">Zoom in{isOn ? 'Ja' : words.no}</p>;
      const b = <input aria-label={\`Row \${n}\`} className="plain words" />;
      announce('Moved'); toast({ text: '已保存', id: 'plain words' }); run('plain words');
    `;
    const found = ownWords(code, 'a.tsx').map((one) => one.slice('a.tsx: '.length));
    expect(found.toSorted()).toEqual(['Ja', 'Moved', 'Row', 'Whole map', 'Zoom in', '已保存']);
  });
});
