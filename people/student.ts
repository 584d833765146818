import type { Credentials } from '@/protocol/attach';
import type { TrainingClaim } from '@/protocol/submission';
import { newCredentials } from './credentials';
import { onceStored } from './once-stored';
import { openTab, type RecordingTab } from './recording-tab';
import { submit } from './submit';
import type { Tab } from './tab';

/** A student without a browser, in one tab of the class with this code. */
export class TabStudent<Kind extends Tab = Tab> {
  readonly id: string;

  constructor(
    readonly tab: Kind,
    readonly code: string,
    readonly nickname: string,
    readonly credentials: Credentials = newCredentials(),
  ) {
    this.id = credentials.studentId;
  }

  /** Joins as somebody new. @throws Error with the refusal */
  async join(): Promise<this> {
    const { code, nickname, credentials } = this;
    await onceStored(() => this.tab.attach({ code, as: { kind: 'newcomer', nickname, credentials } }));
    return this;
  }

  /** Comes back, as after a reload. @throws Error with the refusal */
  async comeBack(): Promise<this> {
    const { code, credentials } = this;
    await onceStored(() => this.tab.attach({ code, as: { kind: 'student', credentials } }));
    return this;
  }

  /** Hands the weights of a run in. */
  submit(runId: string, weights: Float32Array | Uint8Array, claim?: TrainingClaim) {
    return submit(this.tab.url, this.code, runId, this.credentials, weights, claim);
  }
}

/** A student that has joined, in a tab that remembers what it is told and that `closeTabs` closes. */
export function studentTab(
  url: string,
  code: string,
  nickname: string,
  credentials = newCredentials(),
): Promise<TabStudent<RecordingTab>> {
  return new TabStudent(openTab(url), code, nickname, credentials).join();
}
