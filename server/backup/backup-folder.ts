import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** What whoever makes or restores a backup can put right: a line says what is wrong and what to do. */
export class BackupError extends Error {
  override name = 'BackupError';
}

/** What a backup is called that is not whole yet. */
export const UNFINISHED = '.unfinished';
/** In the folder of a backup: what it is, and what each file of it must be. Written last. */
const MANIFEST = 'backup.json';
/** The database's own file: a whole SQLite file, or what `pg_dump` writes. */
export const DATABASE_FILES = { sqlite: 'perceptroom.db', postgresql: 'perceptroom.pgdump' } as const;
/** What signed cookies and drew what is hidden, where it was not given as a setting. */
export const SECRET_FILE = 'secret';

const FORMAT = 1;

const manifestSchema = z.strictObject({
  perceptroom: z.literal('backup'),
  format: z.literal(FORMAT),
  provider: z.enum(['sqlite', 'postgresql']),
  madeAt: z.iso.datetime(),
  /** The newest migration of the database. */
  migration: z.string().max(200),
  counts: z.strictObject({
    teachers: z.int().min(0),
    classes: z.int().min(0),
    students: z.int().min(0),
    runs: z.int().min(0),
  }),
  files: z.record(
    z.string().max(100),
    z.strictObject({ bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});

export type BackupManifest = z.infer<typeof manifestSchema>;
type BackupFile = BackupManifest['files'][string];

/** What a file must be. */
export async function describeFile(file: string): Promise<BackupFile> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { bytes: statSync(file).size, sha256: hash.digest('hex') };
}

/** Writes down what a backup is: with it, it is whole. */
export function writeManifest(folder: string, about: Omit<BackupManifest, 'perceptroom' | 'format'>): void {
  const manifest: BackupManifest = { perceptroom: 'backup', format: FORMAT, ...about };
  writeFileSync(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

/**
 * Reads a backup and looks at every byte of it.
 * @throws BackupError if it is none, was not finished, was made by a newer version, or is not as it was written
 */
export async function readBackup(folder: string): Promise<BackupManifest> {
  const file = path.join(folder, MANIFEST);
  if (!existsSync(file))
    throw new BackupError(
      `There is no backup in ${folder}: it has no ${MANIFEST}. One that ends in “${UNFINISHED}” was broken off and is not whole.`,
    );
  const manifest = parseManifest(readFileSync(file, 'utf8'));
  if (manifest === null)
    throw new BackupError(`${file} cannot be read: it was changed, or a newer Perceptroom wrote it.`);
  for (const [name, { bytes, sha256 }] of Object.entries(manifest.files)) {
    const part = path.join(folder, path.basename(name));
    if (!existsSync(part)) throw new BackupError(`The backup is not whole: ${name} is missing.`);
    const found = await describeFile(part);
    if (found.bytes !== bytes)
      throw new BackupError(`The backup is not whole: ${name} has ${found.bytes} bytes instead of ${bytes}.`);
    if (found.sha256 !== sha256)
      throw new BackupError(`The backup is damaged: ${name} is not what was written. Take another backup.`);
  }
  return manifest;
}

function parseManifest(text: string): BackupManifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
