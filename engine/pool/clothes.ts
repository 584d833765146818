import type { Examples } from '@/engine/digits/examples';
import { unpackInParts } from '@/engine/digits/pack-format';
import { downloadAgain } from '@/engine/download/download';
import { breathe } from '@/engine/training/breathe';
import { CLOTHES, CLOTHES_URL } from './clothes-files';
import type { PoolPictures } from './pool-pictures';

/** Pictures unpacked at once: photographs take about four times as long as digits. */
const UNPACK_AT_ONCE = 40;

/** Fetches one part of the bundled clothes; rejects where it does not come or is damaged. */
export async function fetchClothes(part: 'train' | 'heldBack'): Promise<PoolPictures> {
  const response = await downloadAgain(`${CLOTHES_URL}${CLOTHES[part]}`);
  if (!response.ok) throw new Error(`${CLOTHES[part]}: ${response.status}`);
  const parts = unpackInParts(new Uint8Array(await response.arrayBuffer()), CLOTHES, UNPACK_AT_ONCE);
  let step: IteratorResult<number, Examples> = parts.next();
  while (!step.done) {
    await breathe();
    step = parts.next();
  }
  return { ...step.value, labelCount: CLOTHES.labels.length };
}
