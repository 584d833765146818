import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { dealOut } from './deal-out.ts';
import { secondsOf } from './seconds-of.ts';

function timed(file: TestSpecification) {
  const name = path.relative(file.project.vitest.config.root, file.moduleId);
  return { file, name, seconds: secondsOf(name, file.project.name) };
}

/** Begins with the files that take longest, so that no worker is left alone with one at the end; shards share the time out. */
export default class extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    return files
      .map(timed)
      .sort((a, b) => group(a.file) - group(b.file) || b.seconds - a.seconds)
      .map(({ file }) => file);
  }

  override async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { index, count } = this.ctx.config.shard!;
    return dealOut(files.map(timed), count)[index - 1]!.map(({ file }) => file);
  }
}
