import { drawingsFor } from '@/classroom/fool-views';
import type { FoolPicturesAnswer } from '@/protocol/events';
import { foolPicturesSchema } from '@/protocol/fool';
import { refuse } from '@/protocol/refusals';
import { attachedEvent } from '@/server/live/event';

/** Drawings of a game, those that whoever asks may see. Not part of views: those go out with each change. */
export const foolPictures = attachedEvent({
  schema: foolPicturesSchema,
  roles: ['teacher', 'assistant', 'screen', 'student'],
  least: 'watch',
  limit: 'reads',
  handle: async ({ live, role }, { foolId, ids }): Promise<FoolPicturesAnswer> => {
    const pictures = drawingsFor(live.state(), foolId, ids, role);
    return pictures ? { ok: true, pictures } : refuse('no-fool');
  },
});
