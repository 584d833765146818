/** Often enough for a highest value of memory, seldom enough to cost nothing. */
const SAMPLE_MS = 500;

export interface ServerFigures {
  /** Share of one core: the whole process with its threads. */
  cpu: number;
  /** The highest seen while measuring. */
  rssMb: number;
  /** Before anybody had joined. */
  idleRssMb: number;
  eventLoopMaxMs: number;
}

interface Sample {
  at: number;
  cpuSeconds: number;
  rssMb: number;
  loopMs: number;
}

/** Watches a running server from outside, through `/metrics`. */
export class ServerMeter {
  private samples: Sample[] = [];
  private sampler: NodeJS.Timeout | undefined;

  private constructor(
    private readonly url: string,
    private readonly idleRssMb: number,
  ) {}

  /** A meter for a server at which nobody is yet. */
  static async at(url: string): Promise<ServerMeter> {
    return new ServerMeter(url, (await sampleOf(url)).rssMb);
  }

  /** From now on counts. */
  async measure(): Promise<void> {
    await sampleOf(this.url);
    this.samples = [await sampleOf(this.url)];
    this.sampler = setInterval(() => void this.keep().catch(() => undefined), SAMPLE_MS);
  }

  async figures(): Promise<ServerFigures> {
    this.stop();
    await this.keep();
    const [first, last] = [this.samples[0]!, this.samples.at(-1)!];
    return {
      cpu: ((last.cpuSeconds - first.cpuSeconds) * 1000) / (last.at - first.at),
      rssMb: Math.max(...this.samples.map(({ rssMb }) => rssMb)),
      idleRssMb: this.idleRssMb,
      // What was before is in the first sample.
      eventLoopMaxMs: Math.max(...this.samples.slice(1).map(({ loopMs }) => loopMs)),
    };
  }

  stop(): void {
    clearInterval(this.sampler);
  }

  private async keep(): Promise<void> {
    this.samples.push(await sampleOf(this.url));
  }
}

/** Seconds of processor that a server has taken so far, with all its threads. */
export async function cpuSecondsOf(url: string): Promise<number> {
  return (await sampleOf(url)).cpuSeconds;
}

async function sampleOf(url: string): Promise<Sample> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const read = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  return {
    at: performance.now(),
    cpuSeconds: read('process_cpu_seconds_total'),
    rssMb: read('process_resident_memory_bytes') / 2 ** 20,
    loopMs: read('perceptroom_event_loop_lag_max_seconds') * 1000,
  };
}
