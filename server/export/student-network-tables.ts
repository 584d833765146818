import { isCaseRight, RELAY_CASES } from '@/protocol/relay-settings';
import type { ExportSource } from './export-source';

/** Networks whose units were students, a network a row. Who sat where is in `class.json`. */
export function* studentNetworks({ state }: ExportSource) {
  for (const { id, openedAt, way, hidden, teams } of state.relays)
    for (const [at, team] of teams.entries()) {
      const { steps, answers, solvedAt, messages, refused, seats, moves, same } = team;
      yield {
        relay_id: id,
        asked_at: new Date(openedAt).toISOString(),
        weights: way,
        hidden_units: hidden,
        network: at + 1,
        steps,
        ...Object.fromEntries(
          RELAY_CASES.map(({ inputs }, index) => [`answer_${inputs.join('_')}`, answers?.[index] ?? null]),
        ),
        right_cases: answers?.filter(isCaseRight).length ?? null,
        learned_after_steps: solvedAt,
        messages,
        messages_refused: refused,
        seats_changed: moves.length,
        seats_of_server: seats.filter((seat) => seat === null).length,
        as_undisturbed: same,
      };
    }
}

export const STUDENT_NETWORK_COLUMNS = [
  'relay_id',
  'asked_at',
  'weights',
  'hidden_units',
  'network',
  'steps',
  'answer_0_0',
  'answer_0_1',
  'answer_1_0',
  'answer_1_1',
  'right_cases',
  'learned_after_steps',
  'messages',
  'messages_refused',
  'seats_changed',
  'seats_of_server',
  'as_undisturbed',
] as const;
