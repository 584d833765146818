import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Teacher } from '@/people/teacher';

/** Takes a file from the server into a folder, as its teacher's browser would. @throws Error where it is not given */
export async function saveFile(
  { url, cookie }: Teacher,
  address: string,
  folder: string,
  name: string,
  more = '',
): Promise<void> {
  const response = await fetch(`${url}${address}`, { headers: { cookie: `${cookie}${more}` } });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  writeFileSync(path.join(folder, name), Buffer.from(await response.arrayBuffer()));
}
