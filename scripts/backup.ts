/**
 * The operator's backups: `npm run backup -- FOLDER` copies all that is kept, while the server runs or not; `npm run restore -- FOLDER` puts such
 * a copy where there is nothing yet.
 */
import type { BackupManifest } from '@/server/backup/backup-folder';
import { BackupError } from '@/server/backup/backup-folder';
import { makeBackup } from '@/server/backup/make-backup';
import { restoreBackup } from '@/server/backup/restore-backup';
import { makeForOwnerAlone } from '@/server/close-to-others';
import { DataDirLockedError } from '@/server/data-dir-lock';
import { type Env, EnvError, readEnv } from '@/server/env';

const USAGE = `How to use it:

  npm run backup -- FOLDER     copies the database and the secret into FOLDER, which is made; the server may run
  npm run restore -- FOLDER    puts such a copy into DATA_DIR (or DATABASE_URL), where nothing may be yet; no server may run there

Run it in Perceptroom's folder with the settings that the server has (DATA_DIR or DATABASE_URL, AUTH_SECRET).`;

const DOING = {
  make: async (env: Env, folder: string) => {
    const made = await makeBackup(env, folder, new Date());
    return [
      `Backup in ${folder}: ${contents(made)}.`,
      'It holds everything that is known of everybody: keep it where nobody else reads it, and delete it when what is in it must be gone.',
    ];
  },
  restore: async (env: Env, folder: string) => {
    const restored = await restoreBackup(env, folder);
    return [
      `Restored: ${contents(restored)}, as it was on ${restored.madeAt}.`,
      'Start the server now. What was deleted after that moment is there again: delete it once more.',
    ];
  },
};

function contents({ counts, files }: BackupManifest): string {
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  const { teachers, classes, students, runs } = counts;
  return `${teachers} teachers, ${classes} classes, ${students} students, ${runs} runs (${(bytes / 1e6).toFixed(1)} MB)`;
}

const [command, folder, ...rest] = process.argv.slice(2);
makeForOwnerAlone();
try {
  const doing = command === 'make' || command === 'restore' ? DOING[command] : undefined;
  if (doing === undefined || folder === undefined || rest.length > 0) throw new BackupError(USAGE);
  process.stdout.write(`${(await doing(readEnv(), folder)).join('\n')}\n`);
} catch (error) {
  if (!(error instanceof BackupError || error instanceof EnvError || error instanceof DataDirLockedError))
    throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
