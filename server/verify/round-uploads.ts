import type { IncomingMessage } from 'node:http';
import { readWeights, weightBytes } from '@/engine/verify/check-weights';
import type { Architecture } from '@/protocol/experiment';
import type { RefusalCode } from '@/protocol/refusals';
import type { Spool } from './spool';
import { FAULT_CODES, UPLOAD_CODES } from './submission-line';

/** One student's weights of one round. */
export interface RoundUpload {
  roundsId: string;
  round: number;
  studentId: string;
}

const SEPARATOR = '.';
const nameOf = ({ roundsId, round, studentId }: RoundUpload) => [roundsId, round, studentId].join(SEPARATOR);

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
  async left(roundsId: string, round: number, architecture: Architecture): Promise<string[]> {
    const here: string[] = [];
    for (const name of await this.spool.names()) {
      const [id, number, studentId = ''] = name.split(SEPARATOR);
      if (id !== roundsId) continue;
      const upload = { roundsId, round, studentId };
      if (Number(number) === round && (await this.read(upload, architecture)) !== null) here.push(studentId);
      else await this.spool.drop(name);
    }
    return here;
  }

  /** Removes all of some rounds that is there, but for one round. */
  async dropAll(roundsId: string): Promise<void> {
    for (const name of await this.spool.names())
      if (name.startsWith(`${roundsId}${SEPARATOR}`)) await this.spool.drop(name);
  }

  drop(upload: RoundUpload): Promise<void> {
    return this.spool.drop(nameOf(upload));
  }

  private async weights(upload: RoundUpload, architecture: Architecture) {
    const bytes = await this.spool.read(nameOf(upload));
    return bytes && readWeights(architecture, bytes);
  }
}
