import { integer, nullOr, object, type Shape, text, where } from '@/base/shape';
import type { OpenPiece, OpenWork } from '@/client/benches/frame/open-work';
import { experimentShape } from '@/client/training/experiment-shape';
import type { BenchTraining, HandedNetwork, PutBy } from '@/client/training/training';
import type { Experiment } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';
import { countWeights } from '@/protocol/weight-shapes';

/** The name of the piece whose weights travel beside it. */
export const NETWORK_PIECE = 'network';

const ID = /^[0-9a-f]{32}$/;
const idShape: Shape<string> = where(text(32), (id) => ID.test(id));

/** A network on its way: all but its weights, which come by their digest. */
export const handedNetworkShape = object<Omit<HandedNetwork, 'weights'> & { digest: string }>({
  experiment: experimentShape,
  from: object({ runId: idShape, step: integer(1, LIMITS.stepsPerRun) }),
  digest: text(64),
});

export const putByShape: Shape<PutBy> = object<PutBy>({
  runId: nullOr(idShape),
  seed: integer(0, 0xffff_ffff),
});

/** What a piece of a set-up says of the weights that go along with it; null: it names none. */
export const digestOf = (value: unknown): string | null => handedNetworkShape(value)?.digest ?? null;

/** Opens the trained network of a digits bench: it can be handed, and another's can be put in its place and taken back. */
export function networkPiece(open: OpenWork | undefined, training: BenchTraining): OpenPiece {
  return {
    read: () => null,
    keep: (): PutBy => {
      const { current, draft } = training.snapshot();
      const hasWork = current !== null && (current.state !== 'ready' || current.continues !== undefined);
      return { runId: hasWork ? current.id : null, seed: draft.seed };
    },
    async bring() {
      const { current, draft } = training.snapshot();
      if (!current || current.state === 'diverged' || !isFor(draft, current.experiment)) return null;
      if (current.state === 'ready' && !current.continues) return null;
      const stands = await training.weights();
      if (!stands) return null;
      const from = stands.step > 0 ? { runId: current.id, step: stands.step } : current.continues;
      if (!from) return null;
      // As it is to be trained on: another learning rate may have been chosen since.
      return {
        about: { experiment: { ...draft, seed: current.experiment.seed }, from },
        weights: stands.weights,
        step: from.step,
      };
    },
    put(value) {
      const handed = handedNetworkShape(value);
      if (handed) {
        const { digest, ...network } = handed;
        const weights = open?.weightsOf(digest);
        const { dataset } = training.snapshot().draft;
        if (weights?.length !== countWeights(network.experiment)) return false;
        // The class has its pictures: a network for others is nothing here.
        if (network.experiment.dataset !== dataset) return false;
        training.takeNetwork({ ...network, weights });
        return true;
      }
      const before = putByShape(value);
      if (before) training.takeBack(before);
      return before !== undefined;
    },
  };
}

/** Whether a network that was trained with some settings is one for others. */
function isFor(draft: Experiment, trained: Experiment): boolean {
  return (
    draft.dataset === trained.dataset && JSON.stringify(draft.network) === JSON.stringify(trained.network)
  );
}
