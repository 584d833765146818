import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';

/** One instruction of a Dockerfile: `RUN`, and what stands behind it. */
export interface Instruction {
  name: string;
  text: string;
}

/** The instructions of each stage, in order. Lines that go on in the next are one. */
export function stagesOf(file: string): Instruction[][] {
  const stages: Instruction[][] = [];
  for (const instruction of DockerfileParser.parse(readFileSync(file, 'utf8')).getInstructions()) {
    const one = {
      name: instruction.getInstruction(),
      text: instruction.getArgumentsContent() ?? '',
    };
    if (one.name === 'FROM') stages.push([]);
    stages.at(-1)?.push(one);
  }
  return stages;
}

/** Names that are not copied into an image, as `.dockerignore` lists them: plain names and `*.ending` alone. */
export function ignoredBy(file: string): (name: string) => boolean {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return (name) =>
    lines.some((line) =>
      line.startsWith('*')
        ? path.basename(name).endsWith(line.slice(1))
        : name === line || name.startsWith(`${line}/`),
    );
}
