import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bindDocument, type DocumentChanges } from '../../src/document/bindDocument.ts';
import { createCommands } from '../../src/document/createCommands.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import { buildMap } from '../support/buildMap.ts';

function bind() {
  const doc = new Y.Doc();
  writeContent(
    doc,
    buildMap({ touchpoints: ['t1', 't2'], links: [{ id: 'k1', from: 't1', to: 't2' }] }),
    'file',
  );
  const heard: unknown[] = [];
  const stop = bindDocument(doc, (changes) => heard.push(plain(changes)));
  let made = 0;
  return { doc, heard, stop, commands: createCommands(doc, { newId: () => `new${(made += 1)}` }) };
}

/** Only what is not empty or false. */
function plain({ collections, ...flags }: DocumentChanges): unknown {
  const lists = Object.fromEntries(
    [...collections].map(([name, sets]) => [
      name,
      Object.fromEntries(
        Object.entries(sets).flatMap(([kind, ids]) => (ids.size > 0 ? [[kind, [...ids]]] : [])),
      ),
    ]),
  );
  return { ...lists, ...Object.fromEntries(Object.entries(flags).filter(([, flag]) => flag)) };
}

describe('[D15] changes of a document', () => {
  it('name the records that were added, updated and removed', () => {
    const { heard, commands } = bind();
    commands.create('touchpoints', { title: 'New', stageId: 's1', laneId: 'l1' });
    commands.update('touchpoints', ['t1'], { emotion: 1 });
    commands.remove(['t1']);
    expect(heard).toEqual([
      { touchpoints: { added: ['new1'] }, local: true },
      { touchpoints: { updated: ['t1'] }, local: true },
      { touchpoints: { removed: ['t1'] }, links: { removed: ['k1'] }, local: true },
    ]);
  });

  it('name the record whose long text was typed in, also when only others knew the text', () => {
    const { doc, heard } = bind();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const theirs = createCommands(other, { newId: () => 'x' });
    for (const words of ['a', 'b']) {
      theirs.openText('touchpoints', 't2', 'need').splice(0, 0, words);
      theirs.openText('map', '', 'goal').splice(0, 0, words);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)));
    }
    expect(heard).toEqual([
      { touchpoints: { updated: ['t2'] }, map: true },
      { touchpoints: { updated: ['t2'] }, map: true },
    ]);
  });

  it('tell the map, the brand and the unknown keys apart', () => {
    const { doc, heard, commands } = bind();
    commands.updateMap({ title: 'Other' });
    commands.updateBrand({ name: 'Aurora' });
    doc.getMap('extra').set('newer', 1);
    expect(heard).toEqual([
      { map: true, local: true },
      { brand: true, local: true },
      { extra: true, local: true },
    ]);
  });

  it('name a record also for a change deep inside a field that a newer version wrote', () => {
    const { doc, heard } = bind();
    const record = doc.getMap('touchpoints').get('t1') as Y.Map<unknown>;
    const inner = new Y.Map<unknown>();
    record.set('polls', new Y.Map([['first', inner]]));
    inner.set('yes', 3);
    expect(heard).toEqual([
      { touchpoints: { updated: ['t1'] }, local: true },
      { touchpoints: { updated: ['t1'] }, local: true },
    ]);
  });

  it('are silent about what came and went in one transaction, and about what is no record', () => {
    const { doc, heard } = bind();
    const stages = doc.getMap('stages');
    doc.transact(() => {
      stages.set('brief', new Y.Map());
      stages.delete('brief');
    });
    stages.set('odd', 'not a record');
    expect(heard).toEqual([]);
  });

  it('are silent about what is not part of the map, and after the binding is undone', () => {
    const { doc, heard, stop, commands } = bind();
    doc.getMap('whiteboards').set('w1', 'new');
    doc.getText('text/nobody/need').insert(0, 'x');
    stop();
    commands.updateMap({ title: 'Other' });
    expect(heard).toEqual([]);
  });
});
