import { COMMANDS, type CommandRow } from '@/classroom/command-table';
import type { ClassCommand } from '@/classroom/commands';
import { type KnownRun, RunLedger } from '@/server/live/run-ledger';
import type { AppendRequest } from '@/server/store/append-request';
import { type AppendDecision, decideAppends, followHead, type RunHead } from '@/server/store/append-rules';
import { SimulatedDatabase } from './simulated-database';
import type { StoreLink } from './store-link';
import { replace, type SimulatedProcess } from './virtual-time';
import type { World } from './world';

/** A mistake that somebody might make, put into a simulated class: the simulation must find it. */
export interface PlantedBug {
  name: string;
  /** The store that a server has in place of its own. */
  store?(link: StoreLink, process: SimulatedProcess, world: World): object;
  database?(database: SimulatedDatabase): void;
  /** Changes what all servers run by. Returns the way back. */
  rules?(): () => void;
}

/** Milliseconds between a lie and its becoming true. */
const LIE_MS = 60;

const later = (work: () => unknown) => void setTimeout(work, LIE_MS);

/** A store with some of its methods replaced. */
function withMethods(link: StoreLink, by: Partial<StoreLink>): object {
  return new Proxy(link, {
    get(target, name) {
      const value = (by[name as keyof StoreLink] ?? Reflect.get(target, name)) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Decides request by request, each by its own run's head. */
function decideWith(
  heads: readonly RunHead[],
  requests: readonly AppendRequest[],
  change: (head: RunHead, request: AppendRequest) => 'take' | AppendRequest,
): AppendDecision {
  const current = new Map(heads.map((head) => [head.id, head]));
  const accepted: AppendDecision['accepted'] = [];
  const outcomes = requests.map((request) => {
    const head = current.get(request.runId);
    if (!head) return { kind: 'unknown' as const, highWater: 0 };
    const changed = change(head, request);
    const one = changed === 'take' ? null : decideAppends([head], [changed]);
    if (one && one.accepted.length === 0) return one.outcomes[0]!;
    const next = followHead(head, request);
    current.set(head.id, { ...next, highWater: Math.max(head.highWater, next.highWater) });
    accepted.push(request);
    return { kind: 'stored' as const, highWater: current.get(head.id)!.highWater };
  });
  return { outcomes, accepted, heads: [...current.values()] };
}

const row = (type: ClassCommand['type'], by: (own: CommandRow<never>) => CommandRow<never>) => () =>
  replace(COMMANDS, { [type]: by(COMMANDS[type] as CommandRow<never>) });

export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    name: 'early acknowledgement of points',
    store: (link) =>
      withMethods(link, {
        appendBatches: async (requests) => {
          later(() => link.appendBatches(requests).catch(() => undefined));
          return requests.map(({ sequence }) => ({ kind: 'stored' as const, highWater: sequence }));
        },
      }),
  },
  {
    name: 'early acknowledgement of commands',
    store: (link) =>
      withMethods(link, {
        saveClass: async (...given) => {
          later(() => link.saveClass(...given).catch(() => undefined));
          return 'saved' as const;
        },
      }),
  },
  {
    name: 'missing guard: sequences may have gaps',
    database: (database) => {
      database.decide = (heads, requests) =>
        decideWith(heads, requests, (head, request) =>
          request.epoch === head.epoch && request.sequence > head.highWater ? 'take' : request,
        );
    },
  },
  {
    name: 'missing guard: an older tab may write',
    database: (database) => {
      database.decide = (heads, requests) =>
        decideWith(heads, requests, (head, request) => ({ ...request, epoch: head.epoch }));
    },
  },
  {
    name: 'missing guard: whose run it is',
    rules: () =>
      replace(RunLedger.prototype, {
        own(this: RunLedger, _studentId: string, runId: string): KnownRun | null {
          return (Reflect.get(this, 'runs') as Map<string, KnownRun>).get(runId) ?? null;
        },
      }),
  },
  {
    name: 'missing guard: the secret of who joins again',
    rules: row('student:join', (own) => (state, command, actor, context) => {
      const { studentId } = command as { studentId: string };
      const secretHash = state.students[studentId]?.secretHash;
      const asked = secretHash === undefined ? command : { ...(command as object), secretHash };
      return own(state, asked as never, actor, context);
    }),
  },
  {
    name: 'double count: a repeated batch is stored again',
    database: (database) => {
      database.decide = (heads, requests) =>
        decideWith(heads, requests, (head, request) =>
          request.epoch === head.epoch && request.sequence <= head.highWater ? 'take' : request,
        );
    },
  },
  {
    name: 'double count: points of a repeated batch',
    rules: () =>
      replace(RunLedger.prototype, {
        stored(run: KnownRun, { sequence, points }: { sequence: number; points: readonly unknown[] }) {
          run.pointCount += points.length;
          run.highWater = Math.max(run.highWater, sequence);
          return true;
        },
      }),
  },
  {
    name: 'double count: the same score twice',
    rules: row('score:record', (own) => (state, command, actor, context) => {
      const { score } = command as unknown as { score: { id: string } };
      const others = state.scores.filter(({ id }) => id !== score.id);
      const decision = own({ ...state, scores: others }, command, actor, context);
      if (!decision.ok) return decision;
      return { ok: true, state: { ...state, scores: [...state.scores, decision.state.scores.at(-1)!] } };
    }),
  },
  {
    name: 'lost fence: a write shows no lease',
    store: (link) =>
      withMethods(link, { saveClass: (before, after, events) => link.saveClass(before, after, events) }),
  },
  {
    name: 'lost fence: no version is compared',
    database: (database) => {
      database.applyChange = (change, node) =>
        SimulatedDatabase.prototype.applyChange.call(
          database,
          { ...change, fence: undefined, expectedVersion: database.state.version },
          node,
        );
    },
  },
];
