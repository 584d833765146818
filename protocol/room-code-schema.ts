import { z } from 'zod';
import { isRoomCode, normaliseRoomCode } from './room-code';

/**
 * A code as it crosses the wire, normalised. Apart from the letters' rules, because the landing page needs those
 * and is kept light: a schema would bring all of zod to it.
 */
export const roomCodeSchema = z.string().max(40).transform(normaliseRoomCode).refine(isRoomCode);
