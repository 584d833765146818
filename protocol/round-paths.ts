import { CLASSES_PATH } from './class-paths';

/**
 * What crosses the wire of a round, by whoever is a student of the class. `GET` gives the class's network as it is before that round (from the second on: before
 * it each device makes it from the seed), `POST` takes what a device has made of it: all weights as one little-endian float32 array in storage order, of exactly
 * the dealt network's length, once a student and round. Sent again it is the same.
 */
export const roundWeightsPath = (code: string, roundsId: string, round: number | string) =>
  `${CLASSES_PATH}/${code}/rounds/${roundsId}/${round}`;
