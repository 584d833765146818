import type { Examples } from '@/engine/digits/examples';
import type { TrainableNetwork } from '@/engine/network/trainable-network';
import { predictOne } from '@/engine/worker/session-answers';
import { bytesToText, textToBytes } from '@/protocol/bytes-text';
import { DATASETS, PAPER } from '@/protocol/datasets';
import type { FoolPicturesAnswer } from '@/protocol/events';
import type { OwnFool } from '@/protocol/fool-views';
import type { Answer } from '@/protocol/refusals';
import { freshId } from './credentials';
import type { TabStudent } from './student';

interface Means {
  student: Pick<TabStudent, 'tab'>;
  /** Pictures that it knows, of which it draws others. */
  pictures: Examples;
  /** Chance, from 0 to 1. */
  random(): number;
  /** Reads a picture with the own network; null: it has none yet. */
  withNetwork<Result>(work: (network: TrainableNetwork) => Promise<Result>): Promise<Result | null>;
  sleep(milliseconds: number): Promise<void>;
}

/** Drawings that such a student tries, of those that it may. */
const TRIES = 8;
/** Milliseconds between two things that it does. */
const PAUSE_MS = 1_200;

/** A student who plays “Fool the leader”: draws digits that stand or are struck out oddly, and says of others' what its own network reads in them. */
export class FoolPlayer {
  private wanted: OwnFool | null = null;
  private busy = false;
  private readonly said = new Set<string>();

  constructor(private readonly means: Means) {}

  see(fool: OwnFool | null): void {
    this.wanted = fool;
    if (!this.busy) void this.play();
  }

  private async play(): Promise<void> {
    this.busy = true;
    try {
      while (await this.act()) await this.means.sleep(PAUSE_MS * (0.5 + this.means.random()));
    } finally {
      this.busy = false;
    }
  }

  /** One thing. @returns whether there was one to be done */
  private async act(): Promise<boolean> {
    const { wanted: fool } = this;
    if (fool === null || !fool.open) return false;
    if (fool.stage === 'drawing' && fool.own.length < TRIES && fool.left > 0) return this.draw(fool);
    const next = fool.stage === 'judging' ? fool.dealt.find((id) => !this.said.has(id)) : undefined;
    return next !== undefined && this.judge(fool, next);
  }

  private async draw({ id: foolId }: OwnFool): Promise<boolean> {
    const { student, pictures, random } = this.means;
    const at = Math.floor(random() * pictures.count);
    const { pixels: size } = PAPER;
    const drawn = odd(pictures.pixels.subarray(at * size, (at + 1) * size), random);
    const tried = { foolId, drawingId: freshId(), label: pictures.labels[at]!, pixels: bytesToText(drawn) };
    const answer = await student.tab.say<Answer>('fool:try', tried).catch(() => null);
    return answer !== null && (answer.ok || answer.code === 'rate-limited');
  }

  private async judge({ id: foolId, dataset }: OwnFool, drawingId: string): Promise<boolean> {
    const { student, withNetwork } = this.means;
    this.said.add(drawingId);
    const asked = { foolId, ids: [drawingId] };
    const answer = await student.tab.say<FoolPicturesAnswer>('fool:pictures', asked).catch(() => null);
    const pixels = answer?.ok ? textToBytes(answer.pictures[0]?.pixels ?? '') : null;
    if (!pixels || pixels.length !== PAPER.pixels) return true;
    const read = await withNetwork((network) => predictOne(network, pixels));
    // Whoever has no network yet cannot tell.
    const choice = read ? read.indexOf(Math.max(...read)) : DATASETS[dataset].labels.length;
    await student.tab.command({ type: 'fool:judge', foolId, drawingId, choice }).catch(() => null);
    return true;
  }
}

/** The picture moved by some pixels, with a stroke through it. */
function odd(picture: Uint8Array, random: () => number): Uint8Array<ArrayBuffer> {
  const side = Math.sqrt(picture.length);
  const by = () => Math.round(random() * 6) - 3;
  const [across, down, stroke] = [by(), by(), Math.floor(random() * side)];
  const drawn = new Uint8Array(picture.length);
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1) {
      const [fromRow, fromColumn] = [row - down, column - across];
      const isIn = fromRow >= 0 && fromColumn >= 0 && fromRow < side && fromColumn < side;
      const ink = isIn ? picture[fromRow * side + fromColumn]! : 0;
      const struck = row === stroke && column > 5 && column < side - 6 ? 230 : 0;
      drawn[row * side + column] = Math.max(ink, struck);
    }
  return drawn;
}
