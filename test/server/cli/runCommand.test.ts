/** The commands of `touchline` that do their work and end: what they print, and how they end. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Terminal } from '../../../server/cli/command.ts';
import { runCommand } from '../../../server/cli/runCommand.ts';
import { tellAnalyses } from '../../../server/analyses.ts';
import { parseMapText } from '../../../src/model/parseMap.ts';
import { writeMapText } from '../../../src/model/writeMap.ts';
import { buildMap, loadTemplate } from '../../support/arbitraryMap.ts';

const template = 'public/templates/saas-onboarding-blueprint.en.json';

/** Runs a command over files in memory. */
async function run(args: string, files: Readonly<Record<string, string>> = {}) {
  const written: Record<string, string> = {};
  const text = (content: string | Uint8Array) =>
    typeof content === 'string' ? content : new TextDecoder().decode(content);
  let out = '';
  let err = '';
  let made = 0;
  const terminal: Terminal = {
    read(path) {
      const known = files[path];
      return known === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(known);
    },
    readBytes: async (path) => new TextEncoder().encode(await terminal.read(path)),
    folder: () => Promise.resolve(),
    write(path, content) {
      written[path] = text(content);
      return Promise.resolve();
    },
    out(content) {
      out += text(content);
    },
    err(text) {
      err += text;
    },
    today: () => '2025-06-01',
    now: () => '2025-06-01T08:00:00Z',
    newId: () => (++made === 1 ? 'new-map' : `new-${made}`),
  };
  const code = await runCommand(args.split(' '), terminal);
  return { code, out, err, written };
}

const onboarding = loadTemplate('saas-onboarding-blueprint.en');
const files = { 'map.json': writeMapText(onboarding), '-': writeMapText(onboarding) };

describe('touchline analyse', () => {
  it('prints the object that the API answers with', async () => {
    const { code, out } = await run('analyse map.json --json --persona p1 --tier ti-e', files);
    const told = tellAnalyses(onboarding, { persona: 'p1', tier: 'ti-e', on: '2025-06-01' });
    expect([code, JSON.parse(out)]).toEqual([0, JSON.parse(JSON.stringify(told))]);
  });

  it('compares with another map', async () => {
    const { written } = await run('future map.json --out future.json', files);
    const both = { ...files, 'future.json': written['future.json'] ?? '' };
    const { out } = await run('analyse future.json --base map.json --json', both);
    const { A14 } = JSON.parse(out) as { A14: { value: { added: unknown; pairs: unknown[] } } };
    expect([A14.value.added, A14.value.pairs.length]).toEqual([[], onboarding.touchpoints.length]);
  });

  it('says which personas there are when it does not know the one asked for', async () => {
    const { code, out, err } = await run('analyse map.json --json --persona p9', files);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('p1 (Lena, agency owner)');
  });
});

describe('touchline export', () => {
  it('writes a file for each format beside each other, tells how far it is, and prints their names', async () => {
    const { code, out, err, written } = await run('export map.json --to csv,md,json --out files', files);
    expect([code, Object.keys(written)]).toEqual([0, ['files/map.csv', 'files/map.md', 'files/map.json']]);
    expect(written['files/map.json']).toBe(files['map.json']);
    expect(out.split('\n')).toContain('files/map.md');
    expect(err).toContain('2/3 md');
  });

  it('says at once when nothing can be written where the files are to go, and draws nothing', () => {
    const started = spawnSync(
      process.execPath,
      ['server/cli/touchline.ts', 'export', template, '--to', 'svg', '--out', '/proc/nope/files'],
      { encoding: 'utf8', timeout: 30_000 },
    );
    expect([started.signal, started.status, started.stdout]).toEqual([null, 2, '']);
    expect(started.stderr).toContain('/proc/nope/files cannot be written to');
    expect(started.stderr).not.toContain('svg …');
  });

  it('tells each share of the way once', async () => {
    const { err } = await run('export map.json --to svg --out files', files);
    const shares = err.split('\n').filter((line) => line.endsWith('%'));
    expect(shares.length).toBeGreaterThan(0);
    expect(new Set(shares).size).toBe(shares.length);
  });

  it('takes the map from the standard input and prints the file, and nothing else', async () => {
    const { code, out, written } = await run('export - --to json --out -', files);
    expect([code, out, written]).toEqual([0, files['-'], {}]);
  });

  it.each([
    ['export map.json', 'Say which formats'],
    ['export map.json --to gif', 'no format "gif"'],
    ['export map.json --to csv,md --out -', 'one format'],
    ['export map.json --to csv --encoding latin1', 'utf-8, gb18030'],
    ['export map.json --to md --theme dark', 'does nothing for md'],
    ['export nothing.json --to md', 'cannot be read'],
    ['export map.json --to md --paper A3', 'paper'],
    ['export map.json --to png --width 100000', 'smaller --scale or --width'],
  ])('%s ends with 2 and a sentence', async (args, sentence) => {
    const { code, err, written } = await run(args, files);
    expect([code, written]).toEqual([2, {}]);
    expect(err).toContain(sentence);
  });

  it('does not write a file that is no map', async () => {
    const { code, written } = await run('export map.json --to md', {
      'map.json': '{"format":"touchline/2"}',
    });
    expect([code, written]).toEqual([1, {}]);
  });
});

describe('touchline check', () => {
  it('lists what the checks find, with what to do, and is content all the same', async () => {
    const { code, out } = await run('check map.json', files);
    expect(code).toBe(0);
    expect(out).toMatch(/^L10 {2}.*3\.3 messages a week over “E-mail”; the cap is 2\.\n {5}Send fewer/);
  });

  it('speaks Chinese when asked, and says when there is nothing to say', async () => {
    expect((await run('check map.json --lang zh', files)).out).toContain('上限是 2 条');
    const clean = { 'clean.json': writeMapText(loadTemplate('airline-tiers.en')) };
    expect((await run('check clean.json', clean)).out).toBe('clean.json: nothing to say.\n');
  });

  it('leaves out what was set aside, unless all is asked for', async () => {
    const aside = {
      'map.json': writeMapText({
        ...onboarding,
        dismissals: buildMap({
          dismissals: [{ code: 'L10', aspect: 'over-cap', targetId: 'ch-mail', reason: 'Agreed with Lena' }],
        }).dismissals,
      }),
    };
    expect((await run('check map.json --json', aside)).out).toBe('[]\n');
    expect((await run('check map.json --all', aside)).out).toContain('(Agreed with Lena)');
  });

  it('ends with 1 and every reason when the file is no map', async () => {
    const broken = {
      'map.json': '{"format":"touchline/1","map":{"id":"m","title":7},"stages":[],"lanes":3}',
    };
    const { code, err } = await run('check map.json', broken);
    expect(code).toBe(1);
    expect(err).toMatch(/\$\.map\.title .*\n.*\$\.lanes /);
    const none = await run('check map.json', { 'map.json': '{"stages"' });
    expect(none.err).toMatch(/^ {2}The content /m);
    expect(none.err).not.toContain('$');
  });
});

describe('touchline future', () => {
  it('prints a map that names its origins', async () => {
    const parsed = parseMapText((await run('future map.json', files)).out);
    if (!parsed.ok) throw new Error('no map');
    expect(parsed.map.map).toMatchObject({ id: 'new-map', state: 'future', baseMapId: 'map-saas' });
    expect(parsed.map.map.title).toMatch(/ \(future state\)$/);
    expect(parsed.map.touchpoints.every(({ id, originId }) => originId === id)).toBe(true);
  });
});

describe('touchline import', () => {
  const table =
    'Step,Where in the journey,Mood,Weather\nCalls us,Calling,1.5,rain\n,Calling,1,\nWaits,,great,sun\n';
  const columns = JSON.stringify({ Step: 'title', 'where in the journey': 'Stage', Mood: 'emotion' });
  const given = { 'table.csv': table, 'columns.json': columns, '-': table };

  it('makes a map of a table by the columns told, and tells row by row what it could not read', async () => {
    const { code, out, err } = await run('import table.csv --map columns.json --title Calls', given);
    const parsed = parseMapText(out);
    if (!parsed.ok) throw new Error('no map');
    const { map, touchpoints, stages, lanes } = parsed.map;
    expect([code, map.title]).toEqual([0, 'Calls']);
    expect(touchpoints.map(({ title, emotion }) => [title, emotion])).toEqual([
      ['Calls us', 1.5],
      ['Waits', null],
    ]);
    expect(stages.map(({ name }) => name)).toEqual(['Calling']);
    expect(lanes.map(({ kind }) => kind)).toContain('emotion');
    expect(err.split('\n')).toEqual([
      '1 of 3 rows is left out:',
      '  Row 3 Title is required',
      '  Row 4 Emotion “great” must be a number from −2 to 2; left empty',
      '2 touchpoints',
      '',
    ]);
  });

  it('guesses the columns from their headings, reads the standard input, and speaks Chinese', async () => {
    const { written, err } = await run('import - --lang zh --out made.json', {
      '-': '接触点,情绪\n来电,很好\n',
    });
    const parsed = parseMapText(written['made.json'] ?? '');
    expect(parsed.ok && [parsed.map.map.language, parsed.map.touchpoints[0]?.title]).toEqual(['zh', '来电']);
    expect(err).toContain('第 2 行 情绪“很好”必须是 −2 到 2 之间的数字；此字段留空');
  });

  it('takes whole journeys: Mermaid, and a file of ours as it is', async () => {
    const mermaid = 'journey\n  title Tea\n  section Morning\n    Make tea: 5: Me\n';
    const { out } = await run('import tea.mmd', { 'tea.mmd': mermaid });
    const parsed = parseMapText(out);
    expect(parsed.ok && [parsed.map.map.title, parsed.map.touchpoints[0]?.emotion]).toEqual(['Tea', 2]);
    expect((await run('import map.json', files)).out).toBe(files['map.json']);
  });

  it.each([
    ['import broken.xml', 1, /broken\.xml cannot be imported:\n {2}.*well-formed/],
    ['import none.csv', 1, /Nothing can be imported yet/],
    ['import metrics.csv', 1, /measured values/],
    ['import table.csv --map none.csv', 2, /none\.csv is not JSON/],
    [
      'import table.csv --map wrong.json',
      2,
      /"Step" becomes "shoes", which is no field\. There are: title, /,
    ],
    ['import table.csv --map twice.json', 2, /two columns become title/],
    ['import table.csv --map other.json', 2, /no column "shoe size"\. There are: Step, /],
    ['import table.csv --sheet Shoes', 2, /no sheet "Shoes"/],
    ['import map.json --journey 2', 2, /--journey is a number from 1 to 1/],
  ] as const)('ends with a sentence and writes nothing: %s', async (args, exit, sentence) => {
    const { code, out, err } = await run(args, {
      ...files,
      ...given,
      'broken.xml': '<CJML version="2.0"><a>',
      'none.csv': 'Title,Weather\n,rain\n',
      'metrics.csv': 'Date,Metric,Value\n2025-03-01,NPS,4\n',
      'wrong.json': '{"Step":"shoes"}',
      'twice.json': '{"Step":"title","Mood":"title"}',
      'other.json': '{"Shoe size":"title"}',
    });
    expect([code, out]).toEqual([exit, '']);
    expect(err).toMatch(sentence);
  });
});

describe('the commands', () => {
  it.each([
    ['check', /Name a map file/],
    ['check a.json b.json', /One file only/],
    ['check map.json --colour red', /--colour/],
    ['check nowhere.json', /nowhere\.json cannot be read/],
    ['analyse map.json --lang fr', /--lang is en or zh/],
    ['analyse map.json --on yesterday', /--on is a date/],
    ['fly', /there is no command "fly"/],
  ])('end with 2 and a sentence: %s', async (args, sentence) => {
    const { code, out, err } = await run(args, files);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
  });

  it('explain themselves', async () => {
    const { code, out } = await run('help');
    expect(code).toBe(0);
    for (const name of ['serve', 'analyse', 'backup', 'check', 'export', 'future', 'import'])
      expect(out).toContain(`touchline ${name}`);
    expect((await run('check --help')).out).toContain('Exit code 0');
  });

  it('read a map from the standard input as a process', () => {
    const asked = spawnSync(process.execPath, ['server/cli/touchline.ts', 'check', '-'], {
      input: readFileSync(template),
      encoding: 'utf8',
    });
    expect([asked.status, asked.stdout.slice(0, 3)]).toEqual([0, 'L10']);
  });
});
