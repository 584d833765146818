import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { OPENED_BY_NAME, PACKED_COMMANDS, PROGRAMS } from '@/scripts/pack.mjs';
import { ignoredBy, stagesOf } from '@/tests/shipping/dockerfile';

const SCRIPT = /scripts\/[\w.]+/g;
const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
const [build, image] = stagesOf(path.join(root, 'Dockerfile'));
const all = (stage: typeof build, name: string) =>
  (stage ?? []).filter((one) => one.name === name).map(({ text }) => text);
const environment = Object.fromEntries(
  all(image, 'ENV').flatMap((text) => text.split(/\s+/).map((one) => one.split('=') as [string, string])),
);

describe('the image', () => {
  test('is written without a fault', () => {
    expect(validate(read('Dockerfile'))).toEqual([]);
    // The linter sees one.
    expect(validate('FROM node\nCOPY a\n')).not.toEqual([]);
  });

  test('has two stages of the same Node, which is new enough', () => {
    const versions = [build, image].map((stage) => /^node:(\d+\.\d+)-/.exec(all(stage, 'FROM')[0]!)?.[1]);
    expect(versions[0]).toBe(versions[1]);
    const [major, minor] = versions[0]!.split('.').map(Number) as [number, number];
    const least = /(\d+)\.(\d+)/.exec(JSON.parse(read('package.json')).engines.node)!;
    expect(major * 100 + minor).toBeGreaterThanOrEqual(Number(least[1]) * 100 + Number(least[2]));
  });

  test('copies only what there is, and all that the build is made from', () => {
    const isIgnored = ignoredBy(path.join(root, '.dockerignore'));
    for (const text of all(build, 'COPY'))
      for (const source of text.split(/\s+/).slice(0, -1))
        expect(existsSync(path.join(root, source))).toBe(true);
    const sources = /const SOURCES = \[([^\]]+)\]/.exec(read('scripts/build.mjs'))![1]!.match(/[\w/]+/g)!;
    const files = /const FILES = \[([^\]]+)\]/.exec(read('scripts/build.mjs'))![1]!.match(/[\w./-]+/g)!;
    for (const name of [...sources, ...files, 'prisma/migrations', 'public', 'people'])
      expect([name, isIgnored(name)]).toEqual([name, false]);
    expect(['node_modules', 'data', '.git', 'tests/bench/live.ts', 'x.tsbuildinfo'].every(isIgnored)).toBe(
      true,
    );
  });

  test('serves as nobody in particular, keeps its data in one place, and says how it is', () => {
    expect(all(image, 'USER')).toEqual(['node']);
    expect(all(image, 'VOLUME')).toEqual([environment.DATA_DIR]);
    expect(all(image, 'EXPOSE')).toEqual([environment.PORT]);
    expect(all(image, 'HEALTHCHECK')).toHaveLength(1);
    for (const [script] of [...all(image, 'HEALTHCHECK'), ...all(image, 'CMD')].join().matchAll(SCRIPT))
      expect(existsSync(path.join(root, script))).toBe(true);
  });
});

describe('what is packed for the image', () => {
  const under = (file: string) => OPENED_BY_NAME.some((name) => file === name || file.startsWith(`${name}/`));

  test('is whatever the server opens below its own folder', () => {
    // What the build makes is packed as it is; threads run from their source where there is no build.
    const isMade = (file: string) => /^(\.next|dist)(\/|$)|thread-from-source|^tsconfig\.json$/.test(file);
    const opened = openedByName();
    expect(opened.length).toBeGreaterThan(8);
    for (const file of opened) expect([file, isMade(file) || under(file)]).toEqual([file, true]);
    for (const name of OPENED_BY_NAME.filter((file) => !file.startsWith('dist/')))
      expect(existsSync(path.join(root, name))).toBe(true);
  });

  test('is each program that the build makes, and each that the image runs', () => {
    const made = [...read('scripts/build.mjs').matchAll(/'(?:server|scripts)\/(?:\w+\/)*([\w-]+)\.ts'/g)];
    expect(made.map(([, name]) => `dist/server/${name}.mjs`).sort()).toEqual(
      PROGRAMS.filter((name) => name.startsWith('dist/')).sort(),
    );
    for (const [script] of [...all(image, 'HEALTHCHECK'), ...all(image, 'CMD')].join().matchAll(SCRIPT))
      expect(PROGRAMS).toContain(script);
  });

  test('has the operator’s commands under the names that they have elsewhere', () => {
    const { scripts } = JSON.parse(read('package.json'));
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(Object.keys(PACKED_COMMANDS)));
    for (const command of Object.values(PACKED_COMMANDS)) expect(PROGRAMS).toContain(command.split(' ')[1]);
  });
});

/** All that the server joins to its own folder, be it written there or named in the same file. */
function openedByName(): string[] {
  return readdirSync(path.join(root, 'server'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const source = read(path.join('server', name));
      return [...source.matchAll(/path\.join\(\s*ROOT,\s*(?:'([^']+)'|([A-Z_]+))/g)].map(
        ([, written, named]) => written ?? new RegExp(`const ${named} = '([^']+)'`).exec(source)![1]!,
      );
    });
}

describe('compose', () => {
  const compose = parse(read('compose.yaml')) as Compose;
  const withPostgres = parse(read('deploy/compose.postgres.yaml')) as Compose;
  const nodes = parse(read('deploy/compose.nodes.yaml'), { merge: true }) as Compose;
  interface Compose {
    services: Record<
      string,
      {
        ports?: string[];
        volumes?: string[];
        depends_on?: Record<string, object> | string[];
        environment?: Record<string, string>;
      }
    >;
    volumes: Record<string, null>;
  }

  test('serves the image’s port, and keeps its data in a volume', () => {
    const { ports, volumes } = compose.services.perceptroom!;
    expect(ports!.map((port) => port.split(':').at(-1))).toEqual([environment.PORT]);
    expect(volumes).toEqual([`perceptroom:${environment.DATA_DIR}`]);
  });

  test('knows every volume and service that it names', () => {
    const services = { ...compose.services, ...withPostgres.services };
    const volumes = { ...compose.volumes, ...withPostgres.volumes };
    for (const { volumes: used = [], depends_on: needed = {} } of [
      ...Object.values(compose.services),
      ...Object.values(withPostgres.services),
    ]) {
      for (const one of used) expect(volumes).toHaveProperty(one.split(':')[0]!);
      for (const one of Object.keys(needed)) expect(services).toHaveProperty(one);
    }
  });

  test('has nodes with data of their own, which the proxy knows and the others reach', () => {
    const names = Object.keys(nodes.services).filter((name) => name.startsWith('node'));
    expect(names).toHaveLength(3);
    const proxy = read('deploy/haproxy.cfg');
    for (const name of names) {
      const { environment: given, volumes, depends_on: needed } = nodes.services[name]!;
      expect(given).toMatchObject({ NODE_ADDRESS: `${name}:${environment.PORT}` });
      expect(Object.keys(given!)).toEqual(
        expect.arrayContaining(['DATABASE_URL', 'REDIS_URL', 'AUTH_SECRET', 'PUBLIC_ORIGIN']),
      );
      expect(volumes).toEqual([`${name}:${environment.DATA_DIR}`]);
      expect(nodes.volumes).toHaveProperty(name);
      for (const one of Object.keys(needed!)) expect(nodes.services).toHaveProperty(one);
      expect(proxy).toContain(`server ${name} ${name}:${environment.PORT}`);
    }
  });
});

describe('Kubernetes', () => {
  interface Container {
    ports: { name: string; containerPort: number }[];
    volumeMounts: { name: string; mountPath: string }[];
  }
  const documents = parseAllDocuments(read('deploy/kubernetes.yaml'), { strict: true });
  const [service, set] = documents.map((document) => document.toJS());

  test('is read without a fault, and names one node, its port and its data as the image has them', () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
    const { spec } = set.spec.template;
    const [container] = spec.containers as [Container];
    expect(set.spec.replicas).toBe(1);
    expect(service.spec.selector).toEqual(set.spec.template.metadata.labels);
    expect(set.spec.selector.matchLabels).toEqual(set.spec.template.metadata.labels);
    expect(container.ports).toEqual([{ name: 'http', containerPort: Number(environment.PORT) }]);
    const claims = set.spec.volumeClaimTemplates.map(
      ({ metadata }: { metadata: { name: string } }) => metadata.name,
    );
    const volumes = [...spec.volumes.map(({ name }: { name: string }) => name), ...claims];
    for (const { name } of container.volumeMounts) expect(volumes).toContain(name);
    const data = container.volumeMounts.find(({ mountPath }) => mountPath === environment.DATA_DIR);
    expect(claims).toContain(data?.name);
  });
});

test('systemd starts programs that there are', () => {
  for (const name of ['perceptroom.service', 'perceptroom-backup.service'])
    for (const [script] of read(`deploy/${name}`).matchAll(SCRIPT))
      expect(existsSync(path.join(root, script))).toBe(true);
});
