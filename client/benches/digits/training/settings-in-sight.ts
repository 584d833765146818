import { DIGITS_SETTINGS, type DigitsSetting } from '@/lessons/bench';
import type { Experiment } from '@/protocol/experiment';

/** What of a training's settings stands there without being asked for. */
export interface OfferedSettings {
  /** What the step has come to; null: all of them. */
  listed: readonly DigitsSetting[] | null;
  /** The lesson's own training; null: it is not known. */
  usual: Omit<Experiment, 'seed'> | null;
}

/** Where no lesson leads, as in the lab. */
export const ALL_SETTINGS: OfferedSettings = { listed: null, usual: null };

/**
 * The settings in sight: what the step lists, and what is not as the lesson has it, so that a set-up that a teacher hands, or an earlier
 * run, hides nothing that it has changed. Seeds differ from student to student and are nobody's change.
 * @param chosenBackend the student chose what the training runs on
 */
export function settingsInSight(
  { listed, usual }: OfferedSettings,
  draft: Experiment,
  chosenBackend: boolean,
): ReadonlySet<DigitsSetting> {
  if (listed === null) return new Set(DIGITS_SETTINGS);
  return new Set(
    DIGITS_SETTINGS.filter(
      (setting) =>
        listed.includes(setting) || (usual !== null && isChanged(setting, usual, draft, chosenBackend)),
    ),
  );
}

function isChanged(
  setting: DigitsSetting,
  usual: Omit<Experiment, 'seed'>,
  draft: Experiment,
  chosenBackend: boolean,
): boolean {
  switch (setting) {
    case 'seed':
      return false;
    case 'backend':
      return chosenBackend;
    case 'network':
      return builtAs(usual) !== builtAs(draft);
    case 'activation':
      return usual.network.activation !== draft.network.activation;
    default:
      return usual[setting] !== draft[setting];
  }
}

/** A network's kind, layers and sizes, as one word. */
function builtAs({ network: { activation: _, ...built } }: Pick<Experiment, 'network'>): string {
  return JSON.stringify(built);
}
