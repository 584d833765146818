import { EngineError } from '@/engine/engine-error';

/**
 * Notices a graphics card that is gone: a read then never settles and nothing throws. Every read on a GPU goes through
 * `guard`, which rejects at the event of the loss, or when the read takes too long.
 */
export class DeviceGuard {
  private lost: EngineError | null = null;
  private rejects = new Set<(error: EngineError) => void>();

  /** @param patienceMs more than the slowest first step needs to compile its shaders */
  constructor(private readonly patienceMs: number) {}

  /** The device is gone for good. */
  lose(detail: string): void {
    this.lost ??= new EngineError('context-lost', detail);
    for (const reject of this.rejects) reject(this.lost);
    this.rejects.clear();
  }

  guard<T>(promise: Promise<T>): Promise<T> {
    if (this.lost) return Promise.reject(this.lost);
    return new Promise<T>((resolve, reject) => {
      const fail = (error: EngineError) => {
        settle();
        reject(error);
      };
      const timer = setTimeout(
        () => fail(new EngineError('context-lost', `no answer from the device in ${this.patienceMs} ms`)),
        this.patienceMs,
      );
      const settle = () => {
        clearTimeout(timer);
        this.rejects.delete(fail);
      };
      this.rejects.add(fail);
      promise.then(
        (value) => {
          settle();
          resolve(value);
        },
        (error: unknown) => {
          settle();
          reject(error);
        },
      );
    });
  }
}
