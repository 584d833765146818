import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RoundMeans } from '@/server/live/class-rounds';
import { RoundUploads } from '@/server/verify/round-uploads';
import { Spool } from '@/server/verify/spool';

/** For hosts of classes in which no rounds are held. */
export const roundMeans = (): RoundMeans => ({
  uploads: new RoundUploads(new Spool(path.join(tmpdir(), 'no-rounds'))),
  counter: {
    do: async () => {
      throw new Error('no rounds are held here');
    },
  },
});
