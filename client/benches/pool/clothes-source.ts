import { waitedFor } from '@/engine/download/held-back';
import { fetchClothes } from '@/engine/pool/clothes';
import { CLOTHES } from '@/engine/pool/clothes-files';
import { countLabels, type PoolPictures } from '@/engine/pool/pool-pictures';
import { type Answer, refuse } from '@/protocol/refusals';
import type { PoolSource, SourceNow } from './pool-source';

/** The bundled clothes: photographs that others have labelled already. Nothing is filed here. */
export class ClothesSource implements PoolSource {
  private loading: Promise<PoolPictures | null> | null = null;
  private readonly current: SourceNow = {
    facts: {
      kind: 'labels',
      version: 'clothes',
      labels: CLOTHES.labels,
      counts: CLOTHES.labels.map(() => CLOTHES.trainPerLabel + CLOTHES.heldBackPerLabel),
      heldBack: CLOTHES.labels.map(() => CLOTHES.heldBackPerLabel),
      collecting: false,
    },
    own: [],
  };

  snapshot(): SourceNow {
    return this.current;
  }

  subscribe(): () => void {
    return () => {};
  }

  async file(): Promise<Answer> {
    return refuse('pool-closed');
  }

  async takeBack(): Promise<Answer> {
    return refuse('unknown-drawing');
  }

  /** A download that failed may be tried again. */
  async pictures(): Promise<PoolPictures | null> {
    this.loading ??= waitedFor(fetchClothes('train')).catch(() => null);
    const pictures = await this.loading;
    if (pictures === null || countLabels(pictures).length === 0) this.loading = null;
    return pictures;
  }

  heldBack(): Promise<PoolPictures | null> {
    return waitedFor(fetchClothes('heldBack')).catch(() => null);
  }

  close(): void {}
}
