/**
 * The share links of a map as its owner sees them: read, made, withdrawn. Tokens are known only for links that this
 * device made or was given; the server keeps fingerprints.
 */
import { useEffect, useState } from 'react';
import type { LinkFacts } from '../../protocol/http.ts';
import type { LinkName } from '../../protocol/roles.ts';
import { forgetLink, rememberedMap, rememberLink } from '../../state/deviceMaps.ts';
import { createLink, readLinks, withdrawLink, type IssuedLinkFacts } from '../../sync/linksApi.ts';
import { problemOfServer } from '../problem/problemOfServer.ts';
import type { ProblemKey } from '../../words/problems.ts';

export interface Links {
  /** Null until they are read. */
  readonly list: readonly LinkFacts[] | null;
  /** Token by link id. */
  readonly tokens: Readonly<Record<string, string>>;
  /** The link made last, with its token. */
  readonly fresh: IssuedLinkFacts | null;
  readonly problem: ProblemKey | null;
  readonly make: (name: LinkName, label: string) => Promise<void>;
  /** Whether it is gone. */
  readonly withdraw: (id: string) => Promise<boolean>;
}

export function useLinks(mapId: string, token: string, storage: Storage): Links {
  const [list, setList] = useState<readonly LinkFacts[] | null>(null);
  const [fresh, setFresh] = useState<IssuedLinkFacts | null>(null);
  const [problem, setProblem] = useState<ProblemKey | null>(null);

  const [reading, setReading] = useState(0);
  const readAgain = () => setReading((times) => times + 1);
  useEffect(() => {
    let gone = false;
    void readLinks(mapId, token).then((answer) => {
      if (gone) return;
      if (answer.ok) setList(answer.value);
      else setProblem(problemOfServer(answer.failure, 'linksNotRead'));
    });
    return () => {
      gone = true;
    };
  }, [mapId, token, reading]);

  const make = async (name: LinkName, label: string) => {
    setProblem(null);
    const answer = await createLink(mapId, token, { name, label });
    if (!answer.ok) return setProblem(problemOfServer(answer.failure, 'linkNotMade'));
    rememberLink(storage, mapId, answer.value.id, name, answer.value.token);
    setFresh(answer.value);
    readAgain();
  };
  const withdraw = async (id: string) => {
    setProblem(null);
    const answer = await withdrawLink(mapId, token, id);
    // Withdrawn already, perhaps in another window: that is what was wanted.
    const gone = answer.ok || (answer.failure.kind === 'refused' && answer.failure.status === 404);
    if (!gone) {
      setProblem(answer.ok ? null : problemOfServer(answer.failure, 'linkNotWithdrawn'));
      return false;
    }
    forgetLink(storage, mapId, id);
    setFresh((before) => (before?.id === id ? null : before));
    readAgain();
    return true;
  };
  const remembered = rememberedMap(storage, mapId)?.links ?? {};
  const tokens = Object.fromEntries(Object.entries(remembered).map(([id, link]) => [id, link.token]));
  return { list, tokens, fresh, problem, make, withdraw };
}
