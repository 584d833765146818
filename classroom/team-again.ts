import {
  type Draw,
  type DrawnPictures,
  type Pairs,
  RACES_AGAIN,
  type RacedAgain,
  runAgain,
} from './run-again';
import { differenceOf, isMoreThanLuck, meanByPicture, type TeamRights } from './team-rights';

/** Runs a race of teams again (classroom/run-again). @param teams of the same pictures all of them */
export function* teamsAgain(
  teams: readonly TeamRights[],
  draw: Draw,
  races = RACES_AGAIN,
): Generator<undefined, RacedAgain[]> {
  const pictures = (teams[0]?.rights[0]?.length ?? 0) * 8;
  const means = teams.map(meanByPicture);
  const pairs = yield* comparePairs(teams, means, pictures);
  const seen = means.map((mean) => exact(mean.reduce((sum, share) => sum + share, 0)));
  const gotBy = (one: number, drawn: DrawnPictures) => exact(meanOf(teams[one]!, drawn, pictures));
  return yield* runAgain({ count: teams.length, pictures, pairs, seen, gotBy }, draw, races);
}

function meanOf({ rights, missing, chance }: TeamRights, drawn: DrawnPictures, pictures: number): number {
  const got = rights.reduce((sum, right) => sum + drawn.rightsOf(right), 0);
  return (got + missing * chance * pictures) / (rights.length + missing);
}

/** Equal means of other numbers of members come out equal. */
const exact = (pictures: number) => Math.round(pictures * 1e6) / 1e6;

function* comparePairs(
  teams: readonly TeamRights[],
  means: readonly Float64Array[],
  pictures: number,
): Generator<undefined, Pairs> {
  const count = teams.length;
  const sizes = teams.map(({ rights, missing }) => rights.length + missing);
  const inverseError = new Float64Array(count * count);
  const alike = new Uint8Array(count * count).fill(1);
  for (let i = 0; i < count; i += 1) {
    for (let j = i + 1; j < count; j += 1) {
      const difference = differenceOf(means[i]!, means[j]!, [sizes[i]!, sizes[j]!]);
      if (difference.squares === 0) continue;
      const error = Math.sqrt(Math.max(0, difference.squares - difference.by ** 2 / pictures));
      // No picture leaves a doubt: none is to be divided by.
      inverseError[i * count + j] = inverseError[j * count + i] = 1 / Math.max(error, 1e-9);
      if (isMoreThanLuck(difference)) alike[i * count + j] = alike[j * count + i] = 0;
    }
    yield;
  }
  return { inverseError, alike };
}
