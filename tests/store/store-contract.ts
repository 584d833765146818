import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '@/server/store/store';
import { describeAppends } from './contract-appends';
import { describeChallenges } from './contract-challenges';
import { describeCheckpoints } from './contract-checkpoints';
import { describeClasses } from './contract-classes';
import { describeConduct } from './contract-conduct';
import { describeGroups } from './contract-groups';
import { describeHelp } from './contract-help';
import { describeHistory } from './contract-history';
import { describeImport } from './contract-import';
import { describeMeasurements } from './contract-measurements';
import { describePool } from './contract-pool';
import { describePoolTroubles } from './contract-pool-troubles';
import { describeRandomAppends } from './contract-random';
import { describeRuns } from './contract-runs';
import { describeSetUps } from './contract-set-ups';
import { describeShares } from './contract-shares';
import { describeSnapshots } from './contract-snapshots';
import { describeSteps } from './contract-steps';
import { describeSeveralWriters } from './contract-writers';

/** One empty, migrated database with the teacher `TEACHER` in it. */
export interface Place {
  /** Opens a store on it; several may be open at once. */
  open(): Promise<Store>;
  remove(): Promise<void>;
}

/** The store under test, opened before the first test of a suite. */
export interface Subject {
  readonly store: Store;
  /** Another store on the same database, closed at the end. */
  openAnother(): Promise<Store>;
}

/** What every implementation of `Store` must do. */
export function describeStore(name: string, makePlace: () => Promise<Place>): void {
  describe(name, () => {
    let place: Place;
    const opened: Store[] = [];
    const subject: Subject = {
      get store() {
        return opened[0]!;
      },
      async openAnother() {
        const store = await place.open();
        opened.push(store);
        return store;
      },
    };
    beforeAll(async () => {
      place = await makePlace();
      await subject.openAnother();
    });
    afterAll(async () => {
      for (const store of opened) await store.close();
      await place.remove();
    });

    describeClasses(subject);
    describeGroups(subject);
    describeConduct(subject);
    describeChallenges(subject);
    describeHistory(subject);
    describeImport(subject);
    describeShares(subject);
    describeMeasurements(subject);
    describeHelp(subject);
    describeSetUps(subject);
    describeSnapshots(subject);
    describeSteps(subject);
    describePool(subject);
    describePoolTroubles(subject);
    describeRuns(subject);
    describeCheckpoints(subject);
    describeAppends(subject);
    describeRandomAppends(subject);
    describeSeveralWriters(subject);
  });
}
