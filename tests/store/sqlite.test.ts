import { makePlace, sqliteEnv } from './places';
import { describeStore } from './store-contract';

for (const inWorker of [false, true]) {
  describeStore(`SQLite ${inWorker ? 'in a thread of its own' : 'in this thread'}`, async () => {
    const { remove, ...env } = sqliteEnv();
    return makePlace(env, { inWorker, remove });
  });
}
