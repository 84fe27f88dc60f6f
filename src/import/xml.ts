/**
 * XML, read strictly and in one pass: elements, attributes, text. Nothing that could reach outside or grow: a document
 * type (and with it every entity but the five of XML) is refused, names of elements lose their prefix, and nothing is built.
 *
 * In:  the text of a document, and what to do on each event. Throws a Refusal where it is no well-formed XML.
 */
import { XML_DEPTH } from './bounds.ts';
import { refuse } from './refusal.ts';

export interface XmlEvents {
  /** Attributes by name without prefix. */
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

export function scanXml(text: string, part: string, events: XmlEvents): void {
  const open: string[] = [];
  let seen = false;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const fail = (where: number): never => refuse({ code: 'broken-xml', line: lineAt(text, where) }, part);
  const after = (mark: string, from: number): number => {
    const end = text.indexOf(mark, from);
    return end < 0 ? fail(from) : end + mark.length;
  };

  while (at < text.length) {
    const next = text.indexOf('<', at);
    const stop = next < 0 ? text.length : next;
    if (stop > at) {
      const between = text.slice(at, stop);
      if (open.length > 0) events.text(decoded(between, () => fail(at)));
      else if (between.trim() !== '') fail(at);
    }
    if (next < 0) break;
    if (text.startsWith('<!--', next)) at = after('-->', next + 4);
    else if (text.startsWith('<![CDATA[', next)) {
      if (open.length === 0) fail(next);
      at = after(']]>', next + 9);
      events.text(text.slice(next + 9, at - 3));
    } else if (text.startsWith('<?', next)) at = after('?>', next + 2);
    else if (text.startsWith('<!', next)) refuse({ code: 'xml-with-doctype' }, part);
    else if (text[next + 1] === '/') {
      at = after('>', next);
      const name = text.slice(next + 2, at - 1).trimEnd();
      if (open.pop() !== name) fail(next);
      events.close(local(name));
    } else {
      if (open.length === 0 && seen) fail(next);
      seen = true;
      at = readTag(next);
    }
  }
  if (open.length > 0 || !seen) fail(text.length);

  /** Reads a start tag; the place after it. */
  function readTag(start: number): number {
    tagName.lastIndex = start + 1;
    const name = tagName.exec(text)?.[0] ?? fail(start);
    const attributes = new Map<string, string>();
    let place = start + 1 + name.length;
    for (;;) {
      attribute.lastIndex = place;
      const found = attribute.exec(text);
      if (!found) break;
      const [whole, key = '', double, single = ''] = found;
      attributes.set(
        local(key),
        decoded(double ?? single, () => fail(place)),
      );
      place += whole.length;
    }
    tagEnd.lastIndex = place;
    const end = tagEnd.exec(text)?.[0] ?? fail(place);
    if (open.length >= XML_DEPTH) refuse({ code: 'too-deep', levels: XML_DEPTH }, part);
    events.open(local(name), attributes);
    if (end.includes('/')) events.close(local(name));
    else open.push(name);
    return place + end.length;
  }
}

const tagName = /[^\s/>=<"'!?]+/y;
const attribute = /\s+([^\s/>=<"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*\/?>/y;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decoded(text: string, fail: () => never): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&([^;&]{0,10});?/g, (whole, name: string) => {
    if (!whole.endsWith(';')) return fail();
    if (!name.startsWith('#')) return Object.hasOwn(named, name) ? (named[name] ?? '') : fail();
    const code = /^#x[0-9a-f]+$/i.test(name)
      ? Number.parseInt(name.slice(2), 16)
      : /^#\d+$/.test(name)
        ? Number(name.slice(1))
        : Number.NaN;
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : fail();
  });
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let place = text.indexOf('\n'); place >= 0 && place < at; place = text.indexOf('\n', place + 1))
    line += 1;
  return line;
}
