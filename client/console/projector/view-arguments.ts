import { SMALL_STAGES } from '@/protocol/merge-settings';
import { CLASS_CURVES, CLASS_MAPS, type ScreenViewId } from '@/protocol/screen';

/** Where a view of the projector wants to be told something from a closed list: what it can be told, the usual first. */
export const VIEW_ARGUMENTS: Partial<Record<ScreenViewId, readonly string[]>> = {
  curves: CLASS_CURVES,
  map: CLASS_MAPS,
  'small-networks': SMALL_STAGES,
};
