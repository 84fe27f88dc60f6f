// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { memoryStorage } from '../../../src/app/safeStorage.ts';
import { HomePage } from '../../../src/panels/home/HomePage.tsx';
import type { Problem } from '../../../src/protocol/http.ts';
import { createInterface, InterfaceContext } from '../../../src/state/interfaceStore.ts';
import type { Answer } from '../../../src/sync/mapsApi.ts';
import type { CreatedMap } from '../../../src/protocol/http.ts';
import { readHere } from '../../support/importing.ts';
import { ToastArea } from '../../../src/ui/Toast.tsx';

const wrongFile = JSON.stringify({
  format: 'touchline/1',
  map: { id: 'm', title: 'M' },
  stages: [{ id: 's', name: 'S' }],
  lanes: [],
  links: [{ id: 'k', from: 's' }],
});
const goodFile = JSON.stringify({
  format: 'touchline/1',
  map: { id: 'm', title: 'M' },
  stages: [],
  lanes: [],
});

function homePage(answer: Answer<CreatedMap> | null = null) {
  const look = createInterface(null, ['zh-CN'], false);
  const workshop = {
    storage: memoryStorage(),
    createToken: null,
    now: () => 0,
    read: readHere,
    create: () => (answer ? Promise.resolve(answer) : Promise.reject(new Error('asked the server'))),
  };
  render(
    <InterfaceContext value={look}>
      <ToastArea label="" closeLabel="" copyLabel="">
        <HomePage
          workshop={workshop}
          onOpen={() => undefined}
          onForget={() => undefined}
          firstFile={null}
          onFirstFile={() => undefined}
        />
      </ToastArea>
    </InterfaceContext>,
  );
  return look;
}

async function importText(text: string) {
  fireEvent.change(screen.getByTestId('import-file'), { target: { files: [new File([text], 'x.json')] } });
  return screen.findByTestId('problem');
}

/** The page found nothing wrong: the dialog says what will be, and the person agrees. */
async function importAnyway(text: string) {
  fireEvent.change(screen.getByTestId('import-file'), { target: { files: [new File([text], 'x.json')] } });
  fireEvent.click(await screen.findByTestId('import-now'));
  return screen.findByTestId('problem');
}

const refused = (status: number, problem: Partial<Problem>): Answer<CreatedMap> => ({
  ok: false,
  failure: {
    kind: 'refused',
    status,
    problem: {
      type: 'about:blank',
      code: 'wrong-content',
      title: 'In English',
      detail: 'In English.',
      status,
      ...problem,
    },
  },
});
const latinWord = /\b(?:is|must|not|required|may|refers|nothing)\b/;

afterEach(cleanup);

describe('a file that is refused on a Chinese page', () => {
  it('says what is wrong with the whole of a file in words, without the sign for its root', async () => {
    homePage();
    await importText('[1, 2, 3]');
    const [reason] = screen
      .getAllByRole('listitem')
      .filter((item) => item.closest('[data-testid="reasons"]'));
    expect(reason?.textContent).toContain('内容');
    expect(reason?.textContent).not.toContain('$ ');
  });

  it('has its reasons in Chinese, beside their JSON paths', async () => {
    homePage();
    const note = await importText(wrongFile);
    const reasons = [...note.querySelectorAll('li')].map((item) => item.textContent);
    expect(reasons).toContain('$.links[0].to 必须填写');
    expect(reasons).toContain('$.links[0].from 引用无效：文件的 touchpoints 中没有这个 id');
    expect(reasons.filter((text) => latinWord.test(text))).toEqual([]);
  });

  it('changes its words with the language, without another try', async () => {
    const look = homePage();
    const note = await importText(wrongFile);
    act(() => look.setLanguage('en'));
    expect(note.textContent).toContain('$.links[0].to is required');
    expect(note.textContent).not.toMatch(/\p{Script=Han}/u);
  });

  it('that is no JSON says in Chinese at which line and column it breaks off', async () => {
    homePage();
    const note = await importText('{"format": "touchline/1",\n  oops}');
    expect(note.dataset['problem']).toBe('fileUnreadable');
    expect(note.textContent).toContain('第 2 行第 3 列');
    expect(note.textContent).not.toMatch(latinWord);
  });

  it('by the server has the server’s reasons in Chinese, and a sentence for a rule of a newer server', async () => {
    const reasons = [
      {
        path: '$.map.title',
        code: 'too-long',
        values: { max: 120, found: 130 },
        message: 'may have at most 120 characters; it has 130',
      },
      { path: '$.map.later', code: 'later-rule', values: {}, message: 'must be something new' },
    ] as unknown as NonNullable<Problem['reasons']>;
    homePage(refused(422, { reasons }));
    const note = await importAnyway(goodFile);
    expect(note.textContent).toContain('$.map.title 最多 120 个字符，现有 130 个');
    expect(note.textContent).toContain('$.map.later 不符合规则');
    expect(note.textContent).not.toMatch(latinWord);
  });

  it.each([
    [503, 'cannot-save', 'serverCannotSave', '服务器暂时无法保存'],
    [500, 'unexpected', 'serverFault', '服务器出错了'],
    [404, 'template-unknown', 'templateUnknown', '这个模板已不存在'],
    [429, 'too-many', 'tooMany', '请求过多'],
  ] as const)('answers of the server (%i %s) are told in Chinese', async (status, code, problem, title) => {
    homePage(refused(status, { code }));
    const note = await importAnyway(goodFile);
    expect(note.dataset['problem']).toBe(problem);
    expect(note.querySelector('h3')?.textContent).toBe(title);
    // What the server said is folded away, for whoever looks into it.
    expect(note.querySelector('details')?.open).toBe(false);
    expect(note.querySelector('details')?.textContent).toContain('In English.');
  });
});
