import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { secondsOf } from './seconds-of.ts';

const expected = ({ moduleId, project }: TestSpecification) =>
  secondsOf(path.relative(project.vitest.config.root, moduleId), project.name);

/** Begins with the files that take longest, so that no worker is left alone with one at the end; shards share the time out. */
export default class extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    return [...files].sort((a, b) => group(a) - group(b) || expected(b) - expected(a));
  }

  override async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { index, count } = this.ctx.config.shard!;
    const shards = Array.from({ length: count }, () => ({ seconds: 0, files: [] as TestSpecification[] }));
    // By name where the time is the same: every machine has to deal them alike.
    const dealt = [...files].sort((a, b) => expected(b) - expected(a) || (a.moduleId < b.moduleId ? -1 : 1));
    for (const file of dealt) {
      const lightest = shards.reduce((least, shard) => (shard.seconds < least.seconds ? shard : least));
      lightest.files.push(file);
      lightest.seconds += expected(file);
    }
    return shards[index - 1]!.files;
  }
}
