import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Versions below which a hole is known (GitHub's advisories), for what a server of ours runs or is built with. `npm audit` knows more and asks the network;
 * this holds without one, also when a merge or another package brings an older copy along.
 */
const FLOORS: Record<string, [floor: string, advisory: string]> = {
  next: ['16.0.10', 'CVE-2025-29927, CVE-2025-66478, CVE-2025-55184: past the gate, and code by a request'],
  react: ['19.2.3', 'CVE-2025-55182, CVE-2025-55184: server components'],
  'react-dom': ['19.2.3', 'CVE-2025-55182, CVE-2025-55184: server components'],
  ws: ['8.17.1', 'CVE-2024-37890: a crash by many headers'],
  'socket.io': ['4.6.2', 'CVE-2024-38355: a crash by an error event'],
  'socket.io-parser': ['4.2.3', 'CVE-2023-32695: a crash by a packet'],
  'engine.io': ['6.4.2', 'CVE-2023-31125: a crash by a request'],
  'better-auth': ['1.3.26', 'CVE-2025-61928: keys for any account'],
  cookie: ['0.7.0', 'CVE-2024-47764: other cookies by a name'],
  esbuild: ['0.25.0', 'GHSA-67mh-4wv8-2f99: any site reads the development server'],
  vite: ['6.3.4', 'CVE-2025-46565: files of the development server'],
  postcss: ['8.4.31', 'CVE-2023-44270: parsed other than it reads'],
  nanoid: ['3.3.8', 'CVE-2024-55565: ids that can be foreseen'],
  'form-data': ['4.0.4', 'CVE-2025-7783: boundaries that can be foreseen'],
  'cross-spawn': ['7.0.5', 'CVE-2024-21538: slow by an argument'],
  semver: ['7.5.2', 'CVE-2022-25883: slow by a range'],
  'node-fetch': ['2.6.7', 'CVE-2022-0235: secrets to another host'],
  undici: ['6.21.2', 'CVE-2025-22150: boundaries that can be foreseen'],
  protobufjs: ['7.2.5', 'CVE-2023-36665: prototypes that can be changed'],
  lodash: ['4.17.21', 'CVE-2021-23337: a command by a template'],
  yaml: ['2.2.2', 'CVE-2023-2251: a crash by a document'],
  braces: ['3.0.3', 'CVE-2024-4068: memory by a pattern'],
  micromatch: ['4.0.8', 'CVE-2024-4067: slow by a pattern'],
  'path-to-regexp': ['8.0.0', 'CVE-2024-45296: slow by an address'],
  'js-yaml': ['4.1.1', 'CVE-2025-64718: prototypes that can be changed'],
  tar: ['6.2.1', 'CVE-2024-28863: memory by a folder'],
};

const ROOT = path.join(import.meta.dirname, '../..');
const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { version?: string; resolved?: string; integrity?: string; link?: boolean }>;
};
const installed = Object.entries(packages).flatMap(([at, { version }]) => {
  const name = at.split('node_modules/').at(-1)!;
  return at === '' || version === undefined ? [] : [{ at, name, version }];
});

/** Whether a version is at least another; what is before a release counts as below it. */
function reaches(version: string, floor: string): boolean {
  const [release = '', ...before] = version.split('-');
  const [own, least] = [release, floor].map((one) => one.split('.').map(Number)) as [number[], number[]];
  const at = least.findIndex((part, index) => part !== own[index]);
  return at === -1 ? before.length === 0 : own[at]! > least[at]!;
}

describe('what is installed', () => {
  it('has no version with a hole that is known here', () => {
    const below = installed.flatMap(({ at, name, version }) => {
      const [floor, advisory] = FLOORS[name] ?? [];
      return floor === undefined || reaches(version, floor)
        ? []
        : [`${at} ${version} < ${floor}: ${advisory}`];
    });
    expect(below).toEqual([]);
    expect(installed.filter(({ name }) => name in FLOORS).length).toBeGreaterThan(12);
  });

  it('is named to the byte, and comes from a registry', () => {
    const loose = Object.entries(packages)
      .filter(([at, { link }]) => at !== '' && !link)
      .filter(([, { integrity, resolved = 'https://' }]) => !integrity || !resolved.startsWith('https://'))
      .map(([at]) => at);
    expect(loose).toEqual([]);
  });

  it('is compared as versions are, not as texts', () => {
    expect(reaches('10.0.0', '9.9.9')).toBe(true);
    expect(reaches('8.17.0', '8.17.1')).toBe(false);
    expect(reaches('8.17.1', '8.17.1')).toBe(true);
    expect(reaches('16.0.10-canary.3', '16.0.10')).toBe(false);
    expect(reaches('17.0.0-canary.1', '16.0.10')).toBe(true);
  });
});
