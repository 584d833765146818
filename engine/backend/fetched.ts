import { download } from '@/engine/download/download';
import { EngineError } from '@/engine/engine-error';
import { tellFetching } from '@/engine/line/tell-fetching';

/**
 * Does something that needs files of the server. That they do not come says nothing against what needs them where the
 * server cannot be reached at all: another backend would then be chosen, and remembered, for want of a connection.
 * @param wasmUrl an address of the server, to see whether it can be reached
 * @throws EngineError data-failed where it cannot; else what `load` throws
 */
export async function fetched<T>(wasmUrl: string, load: () => Promise<T>): Promise<T> {
  try {
    return await tellFetching(load);
  } catch (error) {
    // Any answer will do, a refusal too.
    const reachable = await download(wasmUrl, { method: 'HEAD', cache: 'no-store' }).then(
      () => true,
      () => false,
    );
    if (reachable) throw error;
    throw new EngineError('data-failed', `no connection: ${String(error)}`);
  }
}
