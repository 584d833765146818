import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { authSecret, EnvError, readEnv } from '@/server/env';
import { TrustedProxies } from '@/server/trusted-proxies';

function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    readEnv(variables);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    return (error as EnvError).problems;
  }
}

describe('readEnv', () => {
  it('has a default for everything', () => {
    expect(readEnv({})).toEqual({
      port: 3000,
      host: '0.0.0.0',
      dataDir: path.resolve('data'),
      databaseUrl: null,
      redisUrl: null,
      nodeAddress: `${hostname()}:3000`,
      publicOrigin: null,
      trustedProxies: new TrustedProxies([]),
      logLevel: 'info',
      keeping: { defaultDays: 365, mostDays: 730 },
      secret: null,
    });
  });

  it('takes an empty variable as one that is not set', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: ' ', PUBLIC_ORIGIN: '' })).toEqual(readEnv({}));
  });

  it('reads what is given', () => {
    const env = readEnv({
      PORT: '0',
      DATABASE_URL: 'postgresql://u:p@h/db',
      REDIS_URL: 'redis://h',
      PUBLIC_ORIGIN: 'https://Class.Example.org/',
      AUTH_SECRET: 'x'.repeat(32),
      NODE_ADDRESS: '10.0.0.5:3000',
      LOG_LEVEL: 'silent',
    });
    expect(env).toMatchObject({ port: 0, databaseUrl: 'postgresql://u:p@h/db', redisUrl: 'redis://h' });
    expect(env.publicOrigin).toBe('https://class.example.org');
    expect(env.nodeAddress).toBe('10.0.0.5:3000');
  });

  it('says what several nodes must have in common', () => {
    expect(problemsOf({ REDIS_URL: 'redis://h' })).toEqual([
      'REDIS_URL needs DATABASE_URL (the database of all nodes) as well',
      'REDIS_URL needs PUBLIC_ORIGIN (the address of the proxy before them) as well',
      'REDIS_URL needs AUTH_SECRET (the same for all nodes) as well',
    ]);
    expect(problemsOf({ NODE_ADDRESS: 'here' })).toEqual([
      'NODE_ADDRESS must be host and port, such as 10.0.0.5:3000',
    ]);
  });

  it('believes the proxies that are named; with a public origin alone those of this machine', () => {
    const trusts = (variables: Record<string, string>, address: string) =>
      readEnv(variables).trustedProxies.trusts(address);
    expect(trusts({}, '127.0.0.1')).toBe(false);
    const PUBLIC_ORIGIN = 'https://class.example';
    expect(trusts({ PUBLIC_ORIGIN }, '127.0.0.1')).toBe(true);
    expect(trusts({ PUBLIC_ORIGIN }, '10.0.0.5')).toBe(false);
    expect(trusts({ PUBLIC_ORIGIN, TRUSTED_PROXIES: '10.0.0.5, 2001:db8::/32' }, '2001:db8::9')).toBe(true);
    expect(trusts({ PUBLIC_ORIGIN, TRUSTED_PROXIES: '10.0.0.5' }, '127.0.0.1')).toBe(false);
    for (const TRUSTED_PROXIES of ['proxy.local', '10.0.0.0/33', '10.0.0.5;10.0.0.6', '10.0.0.0/8/8', ','])
      expect(problemsOf({ TRUSTED_PROXIES })[0]).toContain('TRUSTED_PROXIES must be addresses');
  });

  it('keeps no longer than the operator allows, whichever of the two is given', () => {
    const keeping = (variables: Record<string, string>) => readEnv(variables).keeping;
    expect(keeping({ KEEP_DAYS: '30' })).toEqual({ defaultDays: 30, mostDays: 730 });
    expect(keeping({ KEEP_DAYS: '1000' })).toEqual({ defaultDays: 1000, mostDays: 1000 });
    expect(keeping({ KEEP_DAYS_MAX: '90' })).toEqual({ defaultDays: 90, mostDays: 90 });
    expect(keeping({ KEEP_DAYS: '60', KEEP_DAYS_MAX: '90' })).toEqual({ defaultDays: 60, mostDays: 90 });
    expect(problemsOf({ KEEP_DAYS: '91', KEEP_DAYS_MAX: '90' })).toEqual([
      'KEEP_DAYS must not be more than KEEP_DAYS_MAX',
    ]);
    for (const days of ['13', '3651', '30.5', 'for ever'])
      expect(problemsOf({ KEEP_DAYS: days })).toEqual(['KEEP_DAYS must be a number of days from 14 to 3650']);
  });

  it('reports each wrong variable in one line of its own, without its value', () => {
    const problems = problemsOf({
      PORT: 'eighty',
      DATABASE_URL: 'mysql://u:hunter2@h/db',
      REDIS_URL: 'nonsense',
      PUBLIC_ORIGIN: 'https://class.example.org/app',
      LOG_LEVEL: 'loud',
      HOST: 'a b',
      AUTH_SECRET: 'short',
    });
    expect(problems.map((line) => line.split(' ')[0]).sort()).toEqual(
      ['AUTH_SECRET', 'DATABASE_URL', 'HOST', 'LOG_LEVEL', 'PORT', 'PUBLIC_ORIGIN', 'REDIS_URL'].sort(),
    );
    expect(problems.join()).not.toContain('hunter2');
    expect(problems.every((line) => !line.includes('\n'))).toBe(true);
  });

  it.each(['-1', '65536', '1.5'])('refuses port %s', (port) => {
    expect(problemsOf({ PORT: port })).toEqual(['PORT must be a port number from 0 to 65535']);
  });
});

describe('authSecret', () => {
  let folder: string | null = null;
  const fresh = () => {
    folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-env-'));
    return { secret: null, dataDir: path.join(folder, 'deeper') };
  };
  afterEach(() => {
    if (folder) rmSync(folder, { recursive: true });
    folder = null;
  });

  it('is the one that is given', () => {
    expect(authSecret({ secret: 'x'.repeat(40), dataDir: '/nowhere' })).toBe('x'.repeat(40));
  });

  it('is made once, kept, and readable by its owner alone', () => {
    const env = fresh();
    const made = authSecret(env);
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(authSecret(env)).toBe(made);
    expect(statSync(path.join(env.dataDir, 'secret')).mode & 0o777).toBe(0o600);
    expect(readdirSync(env.dataDir)).toEqual(['secret']);
    expect(readFileSync(path.join(env.dataDir, 'secret'), 'utf8').trim()).toBe(made);
  });

  it('says what to do about a broken file', () => {
    const env = fresh();
    authSecret(env);
    writeFileSync(path.join(env.dataDir, 'secret'), '');
    expect(() => authSecret(env)).toThrow(/remove it/);
  });
});
