/** What people may cost the server. Clients need not know these: whoever meets one is far beyond a real class. */

import type { Rate } from '@/base/token-bucket';
import { LIMITS } from '@/protocol/limits';
import type { Pace } from './fair-turns';

const MB = 2 ** 20;

export interface Bounds {
  /** Bytes that wait to be taken by their receivers. Above one of these the receiver with most of them is hung up on. */
  backlog: { socket: number; person: number; address: number; server: number };
  /** Milliseconds in which a connection takes nothing although something waits for it; then it is ended. */
  stalledMs: number;
  /** Bytes that wait for plain HTTP connections: of one address, of all. Beyond, the one with most of them is ended. */
  unread: { address: number; server: number };
  /** Messages of one socket that are being answered at the same time. */
  underWay: number;
  /** Events of one person over all tabs, or of a socket that is nobody's yet. Those beyond are refused, and one that goes on is hung up on. */
  messages: Rate;
  /**
   * Of these, events of a student who has only just been made: more than a few come out of what all such of one address share, since a program
   * makes hundreds of students with a budget each.
   */
  fresh: { forMs: number; own: Rate; ofAddress: Rate };
  /** Events of one address that were refused for their number: once these are many, whoever sends one more is hung up on at once. */
  refusedOfAddress: Rate;
  /** Packets of any kind that one socket may send, before anything is read of them; then it is hung up on. */
  packets: Rate;
  /** Bytes that one person may send over all tabs; then nothing is read of it for as long as it takes. */
  bytesOfPerson: Rate;
  /** Bytes and packets that a socket may need to say who it is. */
  bytesToAttach: number;
  packetsToAttach: number;
  /** Bytes and packets beyond that which those who are nobody yet may send from one address; then they are hung up on. */
  bytesOfAddress: Rate;
  packetsOfAddress: Rate;
  /** Wrong codes and identities: see guesses.ts. */
  guesses: {
    ofAddress: Rate;
    altogether: Rate;
    /** Milliseconds that an answer waits, and more for each that waits already. */
    delayMs: number;
    delayOfEachMs: number;
    waitingOfAddress: number;
    waiting: number;
  };
  /** New students: of one socket; of one class from one address, and how long they may wait for a turn there. */
  joins: { ofSocket: Rate; ofAddress: Pace };
  /** Connections of one address, and those of them that have not sent a whole request yet. */
  connections: { ofAddress: number; silent: number };
  /** Requests of one address that show no proof, and new sockets. */
  requests: Pace;
  handshakes: Pace;
  /** Requests of one person who has shown a proof, and of one socket that polls. */
  requestsOfPerson: Rate;
  requestsOfSocket: Rate;
  /** Pages: how many are made at the same time, how much of the processor's time they may take, how many may wait. */
  pages: { atOnce: number; milliseconds: Rate; waiting: number; longestMs: number };
  /** Bytes of weights that are kept of runs: of one student, of one class, and how many are read at the same time. */
  checkpoints: { ofStudent: Rate; ofClass: Rate; underWay: number };
  /** `attach` of one socket, and of one person over all sockets. */
  attachesOfSocket: Rate;
  attachesOfPerson: Rate;
}

export const BOUNDS: Bounds = {
  // The longest answers are a run's points (300 kB) and what the students of a large class do (800 kB).
  backlog: { socket: 4 * MB, person: 8 * MB, address: 64 * MB, server: 160 * MB },
  stalledMs: 30_000,
  // A class of 400 that fetches its drawings at once over a slow line.
  unread: { address: 128 * MB, server: 192 * MB },
  // All that a student may send at once, catching up after a gap.
  underWay: 2 * LIMITS.batchBurst,
  messages: { perSecond: LIMITS.messagesPerSecond, burst: LIMITS.messageBurst },
  fresh: {
    forMs: 120_000,
    own: { perSecond: LIMITS.batchesPerSecond, burst: 30 },
    ofAddress: { perSecond: 100, burst: 3_000 },
  },
  refusedOfAddress: { perSecond: 50, burst: 4_000 },
  packets: { perSecond: 2 * LIMITS.messagesPerSecond, burst: 4_000 },
  // Catching up after a long gap is 400 batches of up to 10 kB; a class that streams sends 2 kB a second and student.
  bytesOfPerson: { perSecond: 64 * 1024, burst: 4 * MB },
  bytesToAttach: 4 * 1024,
  packetsToAttach: 20,
  bytesOfAddress: { perSecond: 256 * 1024, burst: 8 * MB },
  packetsOfAddress: { perSecond: 100, burst: 4_000 },
  guesses: {
    ofAddress: { perSecond: LIMITS.wrongCodesPerSecond, burst: LIMITS.wrongCodeBurst },
    altogether: { perSecond: 1_000, burst: 4_000 },
    // Below 500 a second from one address, however many ask at the same time.
    delayMs: 500,
    delayOfEachMs: 2,
    waitingOfAddress: 1_000,
    waiting: 4_000,
  },
  joins: {
    // Somebody who joins under a wrong name, leaves and joins again.
    ofSocket: { perSecond: 1 / 30, burst: 3 },
    // A lecture hall behind one address; what comes after is let in one after another.
    ofAddress: { rate: { perSecond: 5, burst: 320 }, patienceMs: 8_000, mostWaiting: 1_000 },
  },
  // 400 students, each with a socket and what a browser opens for a page.
  connections: { ofAddress: 4_000, silent: 500 },
  // 400 first loads are 12,000 files; 400 reloads a second time come from browsers' caches.
  requests: { rate: { perSecond: 400, burst: 20_000 }, patienceMs: 10_000, mostWaiting: 2_000 },
  handshakes: { rate: { perSecond: 100, burst: 1_500 }, patienceMs: 8_000, mostWaiting: 2_000 },
  requestsOfPerson: { perSecond: 50, burst: 3_000 },
  requestsOfSocket: { perSecond: 50, burst: 300 },
  pages: { atOnce: 2, milliseconds: { perSecond: 800, burst: 5_000 }, waiting: 1_500, longestMs: 1_000 },
  // A run of a minute with a usual network sends a megabyte; thirty do so at the same time. What is too much is not kept, and no lesson waits for it.
  checkpoints: {
    ofStudent: { perSecond: 24 * 1024, burst: 4 * MB },
    ofClass: { perSecond: 256 * 1024, burst: 32 * MB },
    underWay: 32 * MB,
  },
  attachesOfSocket: { perSecond: 0.5, burst: 20 },
  attachesOfPerson: { perSecond: 1, burst: 40 },
};
