import { SocketClassSession } from '@/client/live/socket-class-session';
import type { Command } from '@/protocol/commands';
import type { TeacherView } from '@/protocol/views';
import { TEACHER_HEADER } from './simulated-node';
import { SimulatedWire } from './simulated-wire';
import { SimulatedProcess } from './virtual-time';
import { watchViews } from './watch-views';
import type { World } from './world';

/** The teacher at the console: begins the class, leads it, and ends it now and then. */
export class TeacherPage {
  readonly process = new SimulatedProcess('teacher');
  readonly wire: SimulatedWire;
  readonly teacherId: string;
  session!: SocketClassSession<TeacherView>;

  constructor(private readonly world: World) {
    this.teacherId = world.database.state.teacherId;
    this.wire = new SimulatedWire(world, this.process, { [TEACHER_HEADER]: this.teacherId });
  }

  open(): void {
    this.world.time.after(1, this.process, () => void this.live());
  }

  /** Forgives everybody, however often it has to ask: whoever was in is in again before the class is looked at. */
  forgiveAll(): void {
    this.world.time.after(0, this.process, () => {
      for (const studentId of this.world.record.honest.keys())
        void this.insist({ type: 'student:forgive', studentId }, () => this.isForgiven(studentId));
    });
  }

  private async insist(command: Command, isDone: () => boolean): Promise<void> {
    while (!isDone()) {
      await this.command(command);
      await this.world.pause(1_000);
    }
  }

  private isForgiven(studentId: string): boolean {
    const membership = this.world.database.state.students[studentId]?.membership;
    return membership !== 'banned' && membership !== 'removed';
  }

  private async live(): Promise<void> {
    const { world } = this;
    this.session = new SocketClassSession<TeacherView>({
      code: world.database.state.code,
      as: () => ({ kind: 'teacher' }),
      wire: this.wire,
      signals: { onReturn: () => () => undefined },
    });
    watchViews(world, this.session, { kind: 'teacher', teacherId: this.teacherId });
    await world.pause(world.random.between(2_000, 6_000));
    await this.insist({ type: 'class:begin' }, () => world.database.state.phase !== 'lobby');
    while (!world.isCalm) {
      await world.pause(world.random.between(800, 5_000));
      if (world.isCalm) return;
      await this.lead();
    }
  }

  private async lead(): Promise<void> {
    const { random, record, database } = this.world;
    const students = Object.keys(database.state.students).filter((id) => record.honest.has(id));
    const what = random.below(7);
    if (what === 0) await this.command({ type: 'step:next' });
    else if (what === 1) await this.command({ type: 'step:previous' });
    else if (what === 2) await this.command({ type: random.chance(0.5) ? 'class:pause' : 'class:resume' });
    else if (what === 3) await this.message();
    else if (what === 4)
      await this.command({ type: 'class:rank', ranking: random.pick(['named', 'anonymous', 'off']) });
    else if (what === 5 && students.length > 0) {
      // A ban, and soon after it the forgiveness: with both the student is what it was.
      const studentId = random.pick(students);
      await this.command({ type: 'student:ban', studentId });
      await this.world.pause(random.between(500, 4_000));
      await this.command({ type: 'student:forgive', studentId });
    } else if (what === 6 && random.chance(0.15)) {
      record.endAsked = true;
      await this.command({ type: 'class:end' });
    }
  }

  private async message(): Promise<void> {
    const { random, record } = this.world;
    const messageId = random.hex(16);
    const said = { type: 'message:send', id: messageId, text: 'Look at the loss.', to: 'all' } as const;
    if (await this.command(said)) record.messagesKept.add(messageId);
  }

  private async command(command: Command): Promise<boolean> {
    const answer = await this.session.command(command);
    this.world.answered(command.type, answer);
    this.world.record.counts.commands += 1;
    if (answer.ok) this.world.record.told(answer.version);
    return answer.ok;
  }
}
