import type { Arena } from '@/engine/kernels/arena';
import type { Kernels } from '@/engine/kernels/kernels';
import type { LayerPlaces } from '@/engine/kernels/layer-places';
import type { WorkRoom } from './work-room';

/** One layer of a network on the kernels, for a batch of pictures that is in its memory. Activations are the network's. */
export interface KernelLayer {
  readonly places: LayerPlaces;
  /** From the answers of the layer before (or the pictures) its sums. */
  forward(pictures: number): void;
  /** From its slopes those of the answers of the layer before, if there is one. Before `learn`: through the weights as they were. */
  sendBack(pictures: number): void;
  /** Moves its weights against their gradient; its biases are not its own concern. After `sendBack`. */
  learn(pictures: number, decay: number): void;
}

/** What a layer is built of. */
export interface LayerPlan {
  kernels: Kernels;
  /** Asked for what the layer alone needs; reserved afterwards. */
  arena: Arena;
  room: WorkRoom;
  places: LayerPlaces;
  /** null: the first layer, for which the pictures are what comes in. */
  before: LayerPlaces | null;
  /** Where the pictures' bytes are. */
  pixels: number;
  /** Pictures for which there is room. */
  pictures: number;
}
