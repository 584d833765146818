/**
 * `npm run rehearse`: the Dockerfile without a container engine. Does what its stages say in folders of their own (the files that would be copied, `npm ci`, the
 * build, the packing), takes the first stage away, then runs what the image would run on what is left, as a user who may write into the data folder alone, until
 * the health check is content; holds a class in it, has the operator's commands done, stops it and says how large the image's own files are. Takes some minutes and
 * npm's registry; on Linux, as root. What was seen last stands in docs/operating.md.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@/people/free-port';
import { createTeacher } from '@/people/teacher';
import { answerChallenge, holdClassThrough } from './class-through';
import { type Instruction, ignoredBy, stagesOf } from './dockerfile';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Debian's nobody. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const HEALTHY_MS = 60_000;

const place = mkdtempSync(path.join(os.tmpdir(), 'perceptroom-image-'));
/** Where the first stage works, and what the second has: both are called the same in the image. */
const built = path.join(place, 'built');
const app = path.join(place, 'perceptroom');
const data = path.join(place, 'data');
const say = (text: string) => console.log(text);

/** Copies and runs as the first stage says; each command in the folder that the image would have. */
function buildStage(stage: readonly Instruction[]): void {
  const isIgnored = ignoredBy(path.join(ROOT, '.dockerignore'));
  for (const { name, text } of stage) {
    if (name === 'COPY') {
      for (const source of text.split(/\s+/).slice(0, -1))
        cpSync(path.join(ROOT, source), path.join(built, source), {
          recursive: true,
          filter: (file) => !isIgnored(path.relative(ROOT, file)),
        });
    } else if (name === 'RUN') {
      const started = Date.now();
      execFileSync('sh', ['-c', text], {
        cwd: built,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: plainEnv(),
      });
      say(`RUN ${text}: ${((Date.now() - started) / 1_000).toFixed(0)} s`);
    } else if (name !== 'FROM' && name !== 'WORKDIR') throw new Error(`${name} is not rehearsed`);
  }
}

/** Copies what the second stage takes of the first, and takes the rest away: what is missing is then found nowhere. */
function takeFromBuild(stage: readonly Instruction[]): void {
  const folder = stage.find(({ name }) => name === 'WORKDIR')!.text;
  for (const { name, text } of stage) {
    if (name !== 'COPY') continue;
    const [source, target] = text.split(/\s+/) as [string, string];
    cpSync(path.join(built, path.relative(folder, source)), path.join(app, target), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  rmSync(built, { recursive: true });
}

/** What a new machine has, and npm's own settings. */
function plainEnv(given: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, npm_config_registry: registry } = process.env;
  const plain: Partial<NodeJS.ProcessEnv> = {
    PATH,
    HOME,
    ...(registry && { npm_config_registry: registry }),
  };
  return { ...plain, ...given } as NodeJS.ProcessEnv;
}

/** An instruction in its JSON form, as a command. */
function commandOf(stage: readonly Instruction[], name: string): string[] {
  const text = stage.find((one) => one.name === name)!.text;
  return JSON.parse(text.slice(text.indexOf('[')));
}

async function runStage(stage: readonly Instruction[]): Promise<void> {
  const given = stage.filter(({ name }) => name === 'ENV').flatMap(({ text }) => text.split(/\s+/));
  const port = await freePort();
  const env = plainEnv({
    ...Object.fromEntries(given.map((one) => one.split('=') as [string, string])),
    ...{ HOST: '127.0.0.1', PORT: String(port), DATA_DIR: data, HOME: '/nonexistent' },
  });
  const [program, ...args] = commandOf(stage, 'CMD');
  const server = spawn(program!, args, { cwd: app, env, ...NOBODY, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  try {
    const [check, ...checked] = commandOf(stage, 'HEALTHCHECK');
    const begun = Date.now();
    while (spawnSync(check!, checked, { cwd: app, env, ...NOBODY }).status !== 0) {
      if (server.exitCode !== null) throw new Error(`the server ended at once (${server.exitCode})`);
      if (Date.now() - begun > HEALTHY_MS) throw new Error('the server was never healthy');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    say(`Healthy after ${((Date.now() - begun) / 1_000).toFixed(1)} s`);
    const origin = `http://127.0.0.1:${port}`;
    const teacher = await createTeacher(origin);
    say(`A class was held: ${await holdClassThrough(origin, teacher)} addresses answered`);
    await answerChallenge(origin, teacher);
    const run = (args: string[], given = {}) =>
      execFileSync('npm', ['run', '--silent', ...args], {
        ...{ cwd: app, ...NOBODY, encoding: 'utf8', env: { ...env, ...given } },
      }).trim();
    const backup = path.join(data, 'backup');
    say(run(['backup', '--', backup]).split('\n')[0]!);
    say(run(['restore', '--', backup], { DATA_DIR: path.join(data, 'restored') }).split('\n')[0]!);
    say(run(['teacher', '--', 'reset', teacher.email]).split('\n')[0]!);
  } finally {
    server.kill('SIGTERM');
  }
  const code = await ended;
  if (code !== 0) throw new Error(`the server ended with ${code}`);
  say('Stopped as it should');
}

const megabytes = (folder: string) =>
  execFileSync('du', ['-sm', folder], { encoding: 'utf8' }).split('\t')[0]!;

try {
  const [build, image] = stagesOf(path.join(ROOT, 'Dockerfile'));
  mkdirSync(built);
  mkdirSync(data, { mode: 0o700 });
  buildStage(build!);
  takeFromBuild(image!);
  // mkdtemp's own folder is for nobody but its owner.
  execFileSync('chmod', ['755', place]);
  chownSync(data, NOBODY.uid, NOBODY.gid);
  await runStage(image!);
  const sizes = ['.', '.next', 'dist', 'node_modules', 'public'].map(
    (name) => `${name} ${megabytes(path.join(app, name))}`,
  );
  say(`Own files of the image in MB: ${sizes.join(', ')}`);
} finally {
  rmSync(place, { recursive: true, force: true });
}
