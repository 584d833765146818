import { auditsFollow } from './audits';
import { COMMANDS, type CommandRow } from './command-table';
import type { Actor, ClassCommand, DecisionContext } from './commands';
import type { Decision } from './decision';
import { ensemblesFollow } from './ensembles';
import { foolsFollow } from './fools';
import { knobsFollow } from './knobs';
import { leaksFollow } from './leaks';
import { mergesFollow } from './merges';
import { relaysFollow } from './relays';
import { revealFollows } from './reveal';
import { roundsFollow } from './rounds';
import { screenFollows } from './screen';
import { setUpsFollow } from './set-ups';
import type { ClassState } from './state';
import { teamRaceFollows } from './team-race';
import { newcomersJoinTeams } from './teams';
import { votesFollow } from './votes';

/**
 * The one place in which a class changes. Pure and synchronous: the same arguments give the same answer.
 * A command that changes nothing returns the very state it was given, and there is nothing to save.
 */
export function decide(
  state: ClassState,
  command: ClassCommand,
  actor: Actor,
  context: DecisionContext,
): Decision {
  // A row takes its own command: the table's type says so.
  const row = COMMANDS[command.type] as CommandRow<ClassCommand>;
  const decision = row(state, command, actor, context);
  if (!decision.ok || decision.state === state) return decision;
  const voted = votesFollow(state, decision.state, context.now);
  const counted = ensemblesFollow(state, voted, context.now);
  const dealt = knobsFollow(state, counted, context.now);
  const merged = mergesFollow(dealt, context.now);
  const fooled = foolsFollow(merged, context.now);
  const audited = auditsFollow(fooled, context.now);
  const learned = roundsFollow(state, audited, context.now);
  const told = leaksFollow(learned, context.now);
  const relayed = relaysFollow(told, context.now);
  const dealtIn = newcomersJoinTeams(state, relayed);
  const revealed = revealFollows(state, teamRaceFollows(state, dealtIn));
  const followed = setUpsFollow(state, screenFollows(state, revealed));
  return { ok: true, state: { ...followed, version: state.version + 1 } };
}
