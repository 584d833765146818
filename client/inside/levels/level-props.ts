import type { OpenedNetwork } from '@/client/inside/opened-network';
import type { Place } from '@/client/inside/place';
import type { Names } from '@/client/inside/use-names';

/** What every level is given. */
export interface LevelProps {
  network: OpenedNetwork;
  names: Names;
  onPlace(place: Place): void;
}
