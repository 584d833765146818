import type { AttachAnswer } from '@/protocol/events';
import type { RefusalCode } from '@/protocol/refusals';
import type { ScreenFrame, TeacherFrame } from '@/protocol/telemetry';
import type { View } from '@/protocol/views';
import { Tab, type TabOptions } from './tab';

/** A tab that remembers all that it was ever told. It does not come back by itself when its line is lost. */
export class RecordingTab extends Tab {
  readonly views: View[] = [];
  readonly frames: TeacherFrame[] = [];
  readonly screenFrames: ScreenFrame[] = [];
  readonly detached: RefusalCode[] = [];
  /** Everything the server has sent, as text, to search for what must not be in it. */
  received = '';
  stopping = false;

  constructor(url: string, options: TabOptions = {}) {
    super(url, { reconnection: false, ...options });
    this.socket.onAny((event: string, ...args: unknown[]) => {
      this.received += `${event} ${JSON.stringify(args)}\n`;
    });
    this.socket.on('view', (view) => this.views.push(view));
    this.socket.on('frame', (frame) => this.frames.push(frame));
    this.socket.on('screen:frame', (frame) => this.screenFrames.push(frame));
    this.socket.on('detached', (code) => this.detached.push(code));
    this.socket.on('stopping', () => {
      this.stopping = true;
    });
  }

  override async say<Reply>(event: string, payload: unknown): Promise<Reply> {
    const answer = await super.say<Reply>(event, payload);
    this.received += `answer ${JSON.stringify(answer)}\n`;
    // What it shows first is in the answer; whoever is alone there is told nothing else.
    if (event === 'attach' && this.views.length === 0) {
      const attached = answer as AttachAnswer;
      if (attached.ok) this.views.push(attached.view);
    }
    return answer;
  }
}

const tabs: Tab[] = [];

/** Opens a tab that `closeTabs` closes. */
export function openTab(url: string, options?: TabOptions): RecordingTab {
  const tab = new RecordingTab(url, options);
  tabs.push(tab);
  return tab;
}

/** Closes all that were opened, as after a test. */
export function closeTabs(): void {
  for (const tab of tabs.splice(0)) tab.close();
}
