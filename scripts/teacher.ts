/**
 * The operator's ways to help a teacher: `npm run teacher -- reset EMAIL` makes a link with which a forgotten password is chosen
 * anew. Works on the database alone, whether the server runs or not.
 */
import { existsSync } from 'node:fs';
import { emailSchema } from '@/protocol/auth';
import { serverAddresses } from '@/server/announce';
import { makeReset, RESET_LIFE_MS } from '@/server/auth/password-reset';
import { type Env, EnvError, readEnv } from '@/server/env';
import { openDatabase, sqliteFile } from '@/server/store/database';

const USAGE = `How to use it:

  npm run teacher -- reset EMAIL    for a teacher who forgot the password: prints a link to choose a new one

Run it in Perceptroom's folder with the settings that the server has (DATA_DIR or DATABASE_URL, PORT, PUBLIC_ORIGIN).`;

/** What whoever runs this can put right: a line says what, a stack would not help. */
class Problem extends Error {}

async function reset(typed: string, env: Env): Promise<string> {
  const email = emailSchema.safeParse(typed);
  if (!email.success) throw new Problem(`“${typed}” is no email address.`);
  if (env.databaseUrl === null && !existsSync(sqliteFile(env)))
    throw new Problem(
      `There is no database in ${env.dataDir}. Set DATA_DIR (or DATABASE_URL) as it is set for the server.`,
    );
  const database = await openDatabase(env);
  let token: string | null;
  try {
    token = await makeReset(database, email.data, Date.now());
  } catch (error) {
    const reason = (error as Error).message.trim().split('\n').at(-1);
    throw new Problem(`The database did not take it: ${reason}. Has this server been started once?`);
  } finally {
    await database.client.$disconnect();
  }
  if (token === null) throw new Problem(`No teacher has the email ${email.data} here. Nothing was changed.`);
  return announce(email.data, token, env);
}

function announce(email: string, token: string, env: Env): string {
  const { local, lan } = serverAddresses(env, env.port);
  const path = `/teach/reset/${token}`;
  return [
    `A link for ${email}, good once, for ${RESET_LIFE_MS / 60_000} minutes:`,
    '',
    `  On this computer:     ${local}${path}`,
    ...lan.map((origin) => `  On the local network: ${origin}${path}`),
    '',
    'Give it to this teacher alone: whoever opens it chooses the new password, and is asked for nothing else.',
    'Earlier links are void. When it is used, every browser that is signed in to the account is signed out.',
  ].join('\n');
}

const [command, email, ...rest] = process.argv.slice(2);
try {
  if (command !== 'reset' || email === undefined || rest.length > 0) throw new Problem(USAGE);
  process.stdout.write(`${await reset(email, readEnv())}\n`);
} catch (error) {
  if (!(error instanceof Problem || error instanceof EnvError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
