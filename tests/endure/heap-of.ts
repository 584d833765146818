import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { ServerProcess } from '@/people/server-process';
import { ROOT } from '@/server/root';

const PROBE = pathToFileURL(path.join(ROOT, 'tests/endure/heap-probe.mjs')).href;

/** What a server's main thread holds when nothing in it is garbage, in MB. */
export interface Held {
  heapMb: number;
  /** Buffers, which are beside the heap. */
  buffersMb: number;
  rssMb: number;
}

/** Asks servers that were started with its variables what they hold. */
export class HeapReader {
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'perceptroom-heap-'));

  /** @param leakBytes kept for ever of each request, as the control */
  variables(leakBytes = 0): Record<string, string> {
    return { NODE_OPTIONS: `--import=${PROBE}`, HEAP_PROBE: this.folder, HEAP_LEAK: String(leakBytes) };
  }

  of(server: ServerProcess): Promise<Held> {
    return this.ofProcess((server.servingPid ?? server.supervisorPid)!);
  }

  async ofProcess(pid: number): Promise<Held> {
    const said = JSON.parse(await text(connect(path.join(this.folder, `${pid}.sock`)))) as NodeJS.MemoryUsage;
    const mb = (bytes: number) => Number((bytes / 2 ** 20).toFixed(2));
    return { heapMb: mb(said.heapUsed), buffersMb: mb(said.arrayBuffers), rssMb: mb(said.rss) };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
