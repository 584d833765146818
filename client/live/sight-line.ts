import { Listeners } from '@/base/listeners';
import type { Work } from '@/protocol/bench-work';
import { type Answer, refuse } from '@/protocol/refusals';
import type { Sight, SightFrame, Watched } from '@/protocol/sight';
import type { WireAnswers, WirePayload } from './wire';

type SightRequest = 'sight:watch' | 'sight:show' | 'setup:read' | 'snapshot:take' | 'snapshot:read';
type Ask = <Name extends SightRequest>(
  name: Name,
  payload: WirePayload<Name>,
) => Promise<WireAnswers[Name] | null>;

/**
 * The part of a session that has to do with looking over shoulders: whose bench this page looks at (a teacher's), what it is shown (a
 * projector's, too), and who looks at this page's own (a student's). What is looked at is asked for anew after each attach.
 */
export class SightLine {
  private readonly wanted = new Map<string, number>();
  private readonly sights = new Map<string | null, Sight>();
  private watchedBy: Watched = 'nobody';
  private readonly sightListeners = new Listeners();
  private readonly watchedListeners = new Listeners();
  private readonly overListeners = new Listeners<[studentId: string]>();

  constructor(private readonly ask: Ask) {}

  /** Looks over a student's shoulder from now on; returns the way to stop. `refused`: told why it cannot. */
  watch(studentId: string, refused: (answer: Answer) => void = () => {}): () => void {
    const count = this.wanted.get(studentId) ?? 0;
    this.wanted.set(studentId, count + 1);
    if (count === 0) void this.begin(studentId, refused);
    return () => {
      const left = (this.wanted.get(studentId) ?? 1) - 1;
      if (left > 0) {
        this.wanted.set(studentId, left);
        return;
      }
      this.wanted.delete(studentId);
      this.sights.delete(studentId);
      void this.ask('sight:watch', { studentId, on: false });
    };
  }

  /** The newest that is seen of a student (null: of the one in the projector's spotlight). */
  sightOf = (studentId: string | null): Sight | null => this.sights.get(studentId) ?? null;
  onSight = this.sightListeners.add;
  /** Told when a student who was looked at is in the class no more. */
  onOver = this.overListeners.add;

  watched = (): Watched => this.watchedBy;
  onWatched = this.watchedListeners.add;

  /** Shows what stands on the bench; null: no answer came. */
  show(sight: Sight): Promise<Answer | null> {
    return this.ask('sight:show', sight);
  }

  /** What is in a set-up that was handed to this student; null: it is not there any more, or no answer came. */
  async readSetUp(setUpId: string): Promise<readonly Work[] | null> {
    const answer = await this.ask('setup:read', { setUpId });
    return answer?.ok ? answer.works : null;
  }

  /** Keeps what is seen over a student's shoulder now. */
  async takeSnapshot(snapshotId: string, studentId: string): Promise<Answer> {
    return (await this.ask('snapshot:take', { snapshotId, studentId })) ?? refuse('not-attached');
  }

  /** What a snapshot shows; null: it is not there, not to be seen here, or no answer came. */
  async readSnapshot(snapshotId: string): Promise<Sight | null> {
    const answer = await this.ask('snapshot:read', { snapshotId });
    return answer?.ok ? answer.sight : null;
  }

  /** A new connection: nobody is known to look, until it says so. */
  reset(): void {
    this.takeWatched('nobody');
  }

  attached(): void {
    for (const studentId of this.wanted.keys()) void this.begin(studentId, () => {});
  }

  take({ studentId, sight }: SightFrame): void {
    if (sight) this.sights.set(studentId, sight);
    else this.sights.delete(studentId);
    this.sightListeners.tell();
    if (studentId !== null && sight === null) this.overListeners.tell(studentId);
  }

  takeWatched(watched: Watched): void {
    // Said once more, there is somebody new who has seen nothing yet.
    if (watched === 'nobody' && this.watchedBy === 'nobody') return;
    this.watchedBy = watched;
    this.watchedListeners.tell();
  }

  close(): void {
    for (const set of [this.sightListeners, this.watchedListeners, this.overListeners]) set.clear();
  }

  private async begin(studentId: string, refused: (answer: Answer) => void): Promise<void> {
    const answer = (await this.ask('sight:watch', { studentId, on: true })) ?? refuse('not-attached');
    // Offline it is asked for again with the next attach.
    if (!answer.ok && answer.code !== 'not-attached') refused(answer);
  }
}
