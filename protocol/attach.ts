import { z } from 'zod';
import { assistantTokenSchema } from './assistants';
import { deviceMarkSchema } from './device';
import { LIMITS } from './limits';
import { roomCodeSchema } from './room-code-schema';
import { idSchema } from './run';

/** What proves that a browser is a certain student: kept by that browser alone, hashed on the server. */
export const credentialsSchema = z.strictObject({
  studentId: idSchema,
  secret: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Credentials = z.infer<typeof credentialsSchema>;

/**
 * The first thing a socket says: which class, and as whom. Joining, reconnecting and reloading are all this.
 * Teachers and screens prove themselves by the session cookie of the handshake, who helps to lead by the token of a link.
 */
export const attachSchema = z.strictObject({
  code: roomCodeSchema,
  as: z.discriminatedUnion('kind', [
    /** A new student; the client makes the credentials, so that a repeated join is the same join. */
    z.strictObject({
      kind: z.literal('newcomer'),
      nickname: z.string().max(LIMITS.nicknameUnits),
      credentials: credentialsSchema,
      /** What the browser's storage has; its cookie is asked besides. */
      device: deviceMarkSchema.optional(),
    }),
    z.strictObject({ kind: z.literal('student'), credentials: credentialsSchema }),
    /** A student who has lost the place, with the teacher's code; the secret is a new one, and holds from then on. */
    z.strictObject({
      kind: z.literal('returning'),
      returnCode: z.string().max(64),
      secret: credentialsSchema.shape.secret,
    }),
    z.strictObject({ kind: z.literal('teacher') }),
    /** Whoever helps to lead, by a link of the owner's. */
    z.strictObject({ kind: z.literal('assistant'), token: assistantTokenSchema }),
    z.strictObject({ kind: z.literal('screen') }),
  ]),
});
export type Attach = z.infer<typeof attachSchema>;
/** As the client writes it, before parsing. */
export type AttachInput = z.input<typeof attachSchema>;
