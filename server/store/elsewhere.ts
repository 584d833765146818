/** A node, and where others reach it: host and port. */
export interface NodePlace {
  node: string;
  address: string;
}

/** What was asked for is live at another node. Thrown before anything was done: it can be asked again there. */
export class ElsewhereError extends Error {
  override name = 'ElsewhereError';

  constructor(
    readonly room: string,
    readonly owner: NodePlace,
  ) {
    super('This class is live at another node');
  }
}

/** What comes of it; null where that is at another node, which sees to it. */
export async function unlessElsewhere<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ElsewhereError) return null;
    throw error;
  }
}
