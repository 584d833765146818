import { z } from 'zod';
import { roomCodeSchema } from './room-code-schema';
import { weightsDigestSchema } from './set-up';

/** What stands in the address of weights that go along with a set-up. */
export const handedWeightsAddress = z.object({ code: roomCodeSchema, digest: weightsDigestSchema });
