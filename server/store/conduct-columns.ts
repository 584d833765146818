import type { ClassState } from '@/classroom/state';
import type { ClassModel } from '@/generated/sqlite/models';
import type { Pacing } from '@/protocol/pacing';

type Conduct = Pick<
  ClassState,
  | 'steps'
  | 'pacing'
  | 'countdown'
  | 'votes'
  | 'ensembles'
  | 'knobs'
  | 'merges'
  | 'fools'
  | 'audits'
  | 'rounds'
  | 'leaks'
  | 'relays'
>;
type ConductColumns = Pick<
  ClassModel,
  | 'steps'
  | 'votes'
  | 'ensembles'
  | 'knobs'
  | 'merges'
  | 'fools'
  | 'audits'
  | 'rounds'
  | 'leaks'
  | 'relays'
  | 'pacing'
  | 'openFirst'
  | 'openLast'
  | 'countdownEndsAt'
  | 'countdownLeft'
>;

/** How a class is led, as its columns have it. */
export function conductColumns({
  steps,
  pacing,
  countdown,
  votes,
  ensembles,
  knobs,
  merges,
  fools,
  audits,
  rounds,
  leaks,
  relays,
}: Conduct): ConductColumns {
  const range = pacing.mode === 'range' ? pacing : null;
  return {
    steps: steps && JSON.stringify(steps),
    votes: JSON.stringify(votes),
    ensembles: JSON.stringify(ensembles),
    knobs: JSON.stringify(knobs),
    merges: JSON.stringify(merges),
    fools: JSON.stringify(fools),
    audits: JSON.stringify(audits),
    rounds: JSON.stringify(rounds),
    leaks: JSON.stringify(leaks),
    relays: JSON.stringify(relays),
    pacing: pacing.mode,
    openFirst: range?.first ?? null,
    openLast: range?.last ?? null,
    countdownEndsAt: countdown && 'endsAt' in countdown ? BigInt(countdown.endsAt) : null,
    countdownLeft: countdown && 'left' in countdown ? countdown.left : null,
  };
}

/** And back. Strings are trusted to be what was written: only this store writes them. */
export function conductOf(row: ConductColumns): Conduct {
  const { steps, openFirst, openLast, countdownEndsAt, countdownLeft } = row;
  const mode = row.pacing as Pacing['mode'];
  return {
    steps: steps === null ? null : (JSON.parse(steps) as string[]),
    votes: JSON.parse(row.votes) as ClassState['votes'],
    ensembles: JSON.parse(row.ensembles) as ClassState['ensembles'],
    knobs: JSON.parse(row.knobs) as ClassState['knobs'],
    merges: JSON.parse(row.merges) as ClassState['merges'],
    fools: JSON.parse(row.fools) as ClassState['fools'],
    audits: JSON.parse(row.audits) as ClassState['audits'],
    rounds: JSON.parse(row.rounds) as ClassState['rounds'],
    leaks: JSON.parse(row.leaks) as ClassState['leaks'],
    relays: JSON.parse(row.relays) as ClassState['relays'],
    pacing: mode === 'range' ? { mode, first: openFirst ?? 0, last: openLast ?? 0 } : { mode },
    countdown:
      countdownEndsAt !== null
        ? { endsAt: Number(countdownEndsAt) }
        : countdownLeft !== null
          ? { left: countdownLeft }
          : null,
  };
}
