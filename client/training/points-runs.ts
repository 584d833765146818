import type { PointsExperiment } from '@/protocol/experiment';
import type { RunOrigin } from '@/protocol/run';
import { isOnPoints } from '@/protocol/run-kind';
import { isOpen } from '@/protocol/run-state';
import { CheckpointChoice } from './checkpoint-choice';
import { CheckpointSender } from './checkpoint-sender';
import { type ClassLink, type ClassPlace, openClassLink } from './class-link';
import { PointsRecording, type RunLeft } from './points-recording';
import type { RunSink } from './run-recorder';

/** Milliseconds after the end of a run in which its last batch should be acknowledged. */
const LAST_BATCH_MS = 5_000;
/** A moment is kept at each step at which so many times as many are done as at the one before. */
const MOMENTS_APART = 4;

/** Keeps the trainings of a student's 2-D bench with the class. The way there is opened with the first one. */
export class PointsRuns {
  private link: Promise<ClassLink> | null = null;
  private readonly moments: CheckpointSender;
  private closed = false;

  constructor(
    private readonly place: ClassPlace,
    private readonly open: (place: ClassPlace) => Promise<ClassLink> = openClassLink,
  ) {
    this.moments = new CheckpointSender({
      code: place.session.code,
      credentials: place.student.credentials,
      // Points first: the server knows no run of which nothing has come.
      arrived: async (runId) => (await this.opened()).sender.acknowledged(runId, LAST_BATCH_MS),
    });
  }

  /** A training begins, or goes on with other settings. */
  begin(experiment: PointsExperiment, continues?: RunOrigin): PointsRecording {
    return this.recordingOf({ experiment, continues });
  }

  /** Takes up a run of an earlier page; null: it has come to its end, is another page's, or this browser has kept nothing of it. */
  async goOn(left: RunLeft): Promise<PointsRecording | null> {
    const known = (await this.opened()).outbox.get(left.id);
    if (!known || known.parked || !isOpen(known.state)) return null;
    const { experiment, continues } = known.attach;
    if (!isOnPoints(experiment)) return null;
    return this.recordingOf({ experiment, continues, goesOn: { ...left, ...known } });
  }

  private recordingOf(
    about: Pick<ConstructorParameters<typeof PointsRecording>[0], 'experiment' | 'continues' | 'goesOn'>,
  ): PointsRecording {
    const choice = new CheckpointChoice((moment) => {
      void recording.recorded().then(() => this.moments.send(moment));
    }, MOMENTS_APART);
    const recording = new PointsRecording({ ...about, sink: this.sink, choice });
    return recording;
  }

  close(): void {
    this.closed = true;
    this.moments.close();
    void this.link?.then((link) => link.close());
  }

  private readonly sink: RunSink = {
    outbox: {
      open: async (attach) => (await this.opened()).outbox.open(attach),
      append: async (runId, batch) =>
        this.closed ? 'taken' : (await this.opened()).outbox.append(runId, batch),
    },
    sender: { appended: (runId) => void this.opened().then(({ sender }) => sender.appended(runId)) },
  };

  private opened(): Promise<ClassLink> {
    this.link ??= this.open(this.place);
    return this.link;
  }
}
