'use client';

import { useCallback } from 'react';
import type { ClassSession } from '@/client/live/class-session';
import type { View } from '@/protocol/views';

/** The server's clock now, as the session last heard of it, milliseconds since 1970: the computer's own may be set. */
export function useServerNow<V extends View>(session: Pick<ClassSession<V>, 'snapshot'>): () => number {
  return useCallback(() => performance.now() + session.snapshot().clockOffset, [session]);
}
