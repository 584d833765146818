import type { OpenWork } from '@/client/benches/frame/open-work';
import { digestOf, NETWORK_PIECE } from '@/client/benches/run/open-network';
import type { StudentSession } from '@/client/live/class-session';
import { readText } from '@/client/live/stored';
import { downloadAgain } from '@/engine/download/download';
import { readFloats } from '@/engine/verify/check-weights';
import { handedWeightsPath } from '@/protocol/handed-weights-paths';
import type { ReadSetUp } from './handed-set-up';

interface Means {
  session: Pick<StudentSession, 'code' | 'sights' | 'authorization'>;
  /** Where weights that go along are laid, for the piece that names them. */
  open: OpenWork;
}

/** Reads a set-up with the weights that go along; null: it is not there any more, or no answer came. */
export async function readSetUp(id: string, { session, open }: Means): Promise<ReadSetUp | null> {
  const works = await session.sights.readSetUp(id);
  if (works === null) return null;
  const network = works.find(({ name }) => name === NETWORK_PIECE);
  const digest = network ? digestOf(readText(network.text)) : null;
  if (digest === null) return { works };
  const weights = await fetchWeights(session, digest);
  if (weights === null) return { works: works.filter((work) => work !== network), missing: true };
  open.arrive(digest, weights);
  return { works };
}

async function fetchWeights(
  { code, authorization }: Means['session'],
  digest: string,
): Promise<Float32Array | null> {
  try {
    const response = await downloadAgain(handedWeightsPath(code, digest), {
      headers: { Authorization: authorization() ?? '' },
    });
    if (!response.ok) return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const weights = readFloats(bytes, bytes.byteLength / 4);
    return typeof weights === 'string' ? null : weights;
  } catch {
    return null;
  }
}
