import { CLASSES_PATH } from './class-paths';

/**
 * The weights of a digits network that goes along with a set-up: longer than a piece of work may be. `POST` by whoever leads the class, body =
 * all trainable weights as one little-endian float32 array in the network's order, answered with what they are called by from then on;
 * `GET …/DIGEST` by a student who was handed a set-up that names them.
 */
export const handedWeightsPath = (code: string, digest?: string) =>
  `${CLASSES_PATH}/${code}/set-up-weights${digest === undefined ? '' : `/${digest}`}`;
export interface WeightsBrought {
  digest: string;
}
/** `Authorization` of whoever has come by a link, where there is no teacher's cookie. */
export const assistantAuthorization = (token: string) => `Assistant ${token}`;
