import { Responder } from '@/base/line/responder';
import { pagePort } from '@/engine/line/page-port';
import { multiplyBlock, type ProductMatrices, productMatrices, sumOfBlock } from './class-product';
import type { RowsRequests } from './rows-messages';

/** The matrices at hand; a worker serves one class. */
let made: { seed: number; matrices: ProductMatrices } | null = null;

function matricesOf(seed: number): ProductMatrices {
  if (made?.seed !== seed) made = { seed, matrices: productMatrices(seed) };
  return made.matrices;
}

/** The worker that calculates rows of the class's product. */
new Responder<RowsRequests, never, string>(pagePort(), { refusalOf: String }).serve({
  prepare: ({ seed }) => {
    matricesOf(seed);
    return null;
  },
  block: ({ seed, block }) => sumOfBlock(multiplyBlock(matricesOf(seed), block)),
});
