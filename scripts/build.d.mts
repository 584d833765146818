export function buildIfNeeded(): Promise<void>;
export function bundleThreads(outdir: string, further: readonly string[]): Promise<void>;
