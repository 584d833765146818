import { type DatabaseEnv, openDatabase } from '@/server/store/database';

/** Puts a teacher into the database, as a class needs one. Cannot sign in: there is no password. */
export async function addTeacher(env: DatabaseEnv, id: string): Promise<void> {
  const { client } = await openDatabase(env);
  await client.user.create({ data: { id, name: id, email: `${id}@example.org` } });
  await client.$disconnect();
}
