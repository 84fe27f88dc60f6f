/** An XML document as a small tree: names without prefix, attributes, children and text. For files whose shape matters. */
import { scanXml } from './xml.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Of the element itself, white space at the ends left out. */
  readonly text: string;
}
interface Growing {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Growing[];
  text: string;
}

/** Throws a Refusal for what is no well-formed XML. */
export function readXmlTree(text: string): XmlElement {
  const top: Growing = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Growing[] = [top];
  scanXml(text, '$', {
    open(name, attributes) {
      const element: Growing = { name, attributes, children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close() {
      const closed = open.pop();
      if (closed) closed.text = closed.text.trim();
    },
    text(part) {
      const current = open.at(-1);
      if (current) current.text += part;
    },
  });
  return top.children[0] ?? top;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The text of the child of a child …; empty where there is none. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string {
  let current = element;
  for (const name of path) current = childOf(current, name);
  return current?.text ?? '';
}
