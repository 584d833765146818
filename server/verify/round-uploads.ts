import type { IncomingMessage } from 'node:http';
import { readWeights, weightBytes } from '@/engine/verify/check-weights';
import type { Architecture } from '@/protocol/experiment';
import type { RefusalCode } from '@/protocol/refusals';
import type { Spool } from './spool';
import { FAULT_CODES, UPLOAD_CODES } from './submission-line';

/** One student's weights of one round. */
export interface RoundUpload {
  classId: string;
  roundsId: string;
  round: number;
  studentId: string;
}

const SEPARATOR = '.';
const nameOf = ({ classId, roundsId, round, studentId }: RoundUpload) =>
  [classId, roundsId, round, studentId].join(SEPARATOR);

/** What a file's name says. */
function uploadOf(name: string): RoundUpload {
  const [classId = '', roundsId = '', round, studentId = ''] = name.split(SEPARATOR);
  return { classId, roundsId, round: Number(round), studentId };
}

/** The weights that devices have sent in the rounds that go on, as files of the data folder: on the disk before they are acknowledged, and there after a restart. */
export class RoundUploads {
  constructor(private readonly spool: Pick<Spool, 'receive' | 'read' | 'drop' | 'names'>) {}

  /** Writes down what comes, where it can be a network of this shape. Null: it is there. */
  async take(
    upload: RoundUpload,
    request: IncomingMessage,
    architecture: Architecture,
  ): Promise<RefusalCode | null> {
    const bytes = weightBytes(architecture);
    const announced = request.headers['content-length'];
    if (announced !== undefined && Number(announced) !== bytes) return 'weights-wrong-length';
    const name = nameOf(upload);
    const fault = await this.spool.receive(name, request, bytes);
    if (fault === 'too-large') return 'weights-wrong-length';
    if (fault !== null) return UPLOAD_CODES[fault];
    const weights = await this.weights(upload, architecture);
    if (weights !== null && typeof weights !== 'string') return null;
    await this.spool.drop(name);
    return weights === null ? 'internal' : FAULT_CODES[weights];
  }

  /** Null: they are not there, or not whole. */
  async read(upload: RoundUpload, architecture: Architecture): Promise<Float32Array | null> {
    const weights = await this.weights(upload, architecture);
    return typeof weights === 'string' ? null : weights;
  }

  /** Whose weights an earlier server has taken in a round. Those of other rounds are removed: they have been taken into the class's network, or came too late. */
  async left(
    { classId, roundsId, round }: Omit<RoundUpload, 'studentId'>,
    architecture: Architecture,
  ): Promise<string[]> {
    const here: string[] = [];
    for (const name of await this.spool.names()) {
      const upload = uploadOf(name);
      if (upload.classId !== classId || upload.roundsId !== roundsId) continue;
      if (upload.round === round && (await this.read(upload, architecture)) !== null)
        here.push(upload.studentId);
      else await this.spool.drop(name);
    }
    return here;
  }

  /** Removes what is there of a class, or of one of its rounds, or of one student. */
  async dropAll(of: Partial<RoundUpload> & Pick<RoundUpload, 'classId'>): Promise<void> {
    const wanted = Object.entries(of) as [keyof RoundUpload, unknown][];
    for (const name of await this.spool.names()) {
      const upload = uploadOf(name);
      if (wanted.every(([key, value]) => upload[key] === value)) await this.spool.drop(name);
    }
  }

  /**
   * Removes what belongs to no rounds that are on: of classes that were deleted or ended while no server saw to it.
   * @param openOf the rounds that are on in a class; null: none are
   * @returns how many files that were
   */
  async dropOrphans(openOf: (classId: string) => Promise<string | null>): Promise<number> {
    let dropped = 0;
    const open = new Map<string, string | null>();
    // Listed first: what comes from now on is nobody's orphan.
    for (const name of await this.spool.names()) {
      const { classId, roundsId } = uploadOf(name);
      if (!open.has(classId)) open.set(classId, await openOf(classId));
      if (open.get(classId) === roundsId) continue;
      await this.spool.drop(name);
      dropped += 1;
    }
    return dropped;
  }

  drop(upload: RoundUpload): Promise<void> {
    return this.spool.drop(nameOf(upload));
  }

  private async weights(upload: RoundUpload, architecture: Architecture) {
    const bytes = await this.spool.read(nameOf(upload));
    return bytes && readWeights(architecture, bytes);
  }
}
