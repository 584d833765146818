import { object, text, where } from '@/base/shape';
import type { OpenWork } from '@/client/benches/frame/open-work';
import type { ClassSession } from '@/client/live/class-session';
import { answerReader } from '@/client/live/read-answer';
import { littleEndian } from '@/client/training/little-endian';
import type { Work } from '@/protocol/bench-work';
import { handedWeightsPath, type WeightsBrought } from '@/protocol/handed-weights-paths';
import { type Answer, refuse } from '@/protocol/refusals';

const UPLOAD_MS = 120_000;

/** What goes along with a set-up: its pieces, and by which name the server has the weights. */
interface Along {
  works: Work[];
  /** Null: none go along. */
  weights: (WeightsBrought & { step: number }) | null;
}

/** The class, and whoever stands at its console. */
interface Receiver {
  code: string;
  session: Pick<ClassSession, 'authorization'>;
}

const broughtAnswer = answerReader(
  object<WeightsBrought>({ digest: where(text(64), (digest) => digest.length === 64) }),
);

/** Brings what is too long for a set-up to the server, of which one piece may be. `failed`: nobody answered. */
export async function bringAlong(work: OpenWork, to: Receiver): Promise<Answer<Along> | 'failed'> {
  const [piece] = await work.bring();
  if (!piece) return { ok: true, works: [], weights: null };
  const { name, about, weights } = piece;
  const answer = await upload(to, weights);
  if (answer === 'failed' || !answer.ok) return answer;
  const { digest } = answer;
  return {
    ok: true,
    works: [{ name, text: JSON.stringify({ ...about, digest }) }],
    weights: { digest, step: piece.step },
  };
}

async function upload(
  { code, session }: Receiver,
  weights: Float32Array,
): Promise<Answer<WeightsBrought> | 'failed'> {
  const proof: string | null = session.authorization();
  try {
    const response = await fetch(handedWeightsPath(code), {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        ...(proof !== null && { authorization: proof }),
      },
      body: littleEndian(weights),
      signal: AbortSignal.timeout(UPLOAD_MS),
    });
    return (
      broughtAnswer(await response.json().catch(() => null)) ??
      refuse(response.status === 413 ? 'upload-too-large' : 'internal')
    );
  } catch {
    return 'failed';
  }
}
