import type { View } from '@/protocol/views';

/** A view without what is seen and not kept: who is here. */
export function keptView(view: View): string {
  return JSON.stringify({ ...view, class: { ...view.class, hereCount: 0 } });
}
