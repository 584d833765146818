import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { RateLimiter } from '@/base/rate-limiter';
import { openRounds } from '@/classroom/rounds';
import { LIMITS } from '@/protocol/limits';
import { drawRoomCode } from '@/protocol/room-code';
import { authSecret } from './env';
import { ConnectionLimits } from './http/connection-limits';
import { Gate } from './http/gate';
import { Metrics } from './http/metrics';
import type { PageParts } from './http/pages';
import { isProofGood } from './http/proof';
import { RenderTurns } from './http/render-turns';
import { createRouter } from './http/router';
import { SharedPages } from './http/shared-pages';
import { SlowReaders } from './http/slow-readers';
import { watchUnnamedProxy } from './http/unnamed-proxy';
import { Imports } from './import/imports';
import { Backlogs } from './live/backlog';
import { BOUNDS } from './live/bounds';
import { CheckpointIntake } from './live/checkpoint-intake';
import { newId, unforeseeable } from './live/credentials';
import { Door } from './live/dispatch';
import { ALL_EVENTS } from './live/events/all-events';
import { FairTurns } from './live/fair-turns';
import { Groups } from './live/groups';
import { Guesses } from './live/guesses';
import { Intakes } from './live/intake';
import { LiveClasses } from './live/live-classes';
import { isNicknameFit } from './live/nickname-filter';
import { OwnPageCodes } from './live/own-page-codes';
import type { ApplicationParts } from './live/parts';
import type { NodeDuty } from './live/room-keeper';
import { SOCKET_PATH, SocketServer } from './live/socket-server';
import { loggedSoFar } from './log';
import { type NodeMeans, ServerNode } from './nodes/node';
import { unlessElsewhere } from './store/elsewhere';
import { StorageHealth } from './store/storage-health';
import type { Store } from './store/store';
import { endLeftReveals } from './upkeep/left-reveals';
import { Nightly } from './upkeep/nightly';
import { Retention } from './upkeep/retention';
import { createChallengeChecker } from './verify/challenge-checker';
import { createEnsembleCounter } from './verify/ensemble-counter';
import { Failures } from './verify/failures';
import { RoundUploads } from './verify/round-uploads';
import { Spool } from './verify/spool';
import { SubmissionLine } from './verify/submission-line';

/** Milliseconds that a stop may take before what is left is cut off. */
const STOP_MS = 5_000;

/** The whole server, put together and not yet listening. */
export interface Perceptroom {
  /** For Next's hot reload in development. */
  http: Server;
  /** Listens; resolves with the port. Rejects where the address cannot be used. */
  listen(): Promise<number>;
  /** Whether no class is in memory, so that nothing could be harmed. */
  isIdle(): boolean;
  /** Stops gracefully: not ready, everybody told, what is under way stored and answered, then closed. Idempotent. */
  stop(): Promise<void>;
}

/**
 * Puts the live server together from its parts. The parts stay the caller's: `stop` closes none of them.
 * @param parts `node`: where it is one of several; that is closed with it
 */
export function createPerceptroom(parts: ApplicationParts & { node?: NodeMeans | null }): Perceptroom {
  const { env, store, clock, log } = parts;
  const bounds = { ...BOUNDS, ...parts.bounds };
  const steady = parts.steady ?? (() => performance.now());
  const secret = authSecret(env);
  const node = parts.node ? new ServerNode(parts.node, { bounds, secret, log }) : null;
  const ensembles = createEnsembleCounter();
  const roundUploads = new RoundUploads(new Spool(path.join(env.dataDir, 'round-uploads')));
  const hosting = {
    ...{ store, now: clock, steady, isNicknameFit, log, secret },
    rounds: { uploads: roundUploads, counter: ensembles },
    onDeleted: (studentIds: readonly string[]) => failures.forget(studentIds),
  };
  const classes = new LiveClasses(hosting, parts.node?.leases);
  const groups = new Groups({ store, classes, now: clock });
  const retention = new Retention({ store, classes, groups, policy: env.keeping, clock, log });
  const night = { store, clock, log, isHere: () => hasDuty(classes, 'upkeep') };
  const nightly = new Nightly('retention', (isStopping) => retention.run(isStopping), night);
  const leftReveals = new Nightly(
    'left-reveals',
    (isStopping) => endLeftReveals({ store, classes, clock, log }, isStopping),
    night,
  );
  const stopClosing = parts.auth.onAccountClosing(async (teacherId) => {
    await classes.letGoOf(teacherId);
    await groups.letGoOf(teacherId);
  });
  const joins = new FairTurns(bounds.joins.ofAddress, steady, () => metrics.slowed('join'));
  const renders = new RenderTurns(bounds.pages, steady, () => metrics.slowed('page'));
  const gate = new Gate({
    bounds,
    steady,
    proxies: env.trustedProxies,
    socketPath: SOCKET_PATH,
    knowsSocket: (id) => sockets.knows(id),
    isAdmitted: (request) => node?.handOn.isFromNode(request) ?? false,
    isProofGood: (request) => isProofGood(eventParts, request),
    onSlowed: (kind) => metrics.slowed(kind),
  });
  const guesses = new Guesses(bounds.guesses, steady, () => metrics.slowed('guess'));
  const backlogs = new Backlogs(bounds.backlog, (kind) => metrics.hungUp(`backlog-${kind}`));
  const intakes = new Intakes(bounds, steady, () => metrics.hungUp('intake'));
  const checker = createChallengeChecker({ secret });
  const storage = store.health ?? new StorageHealth();
  const spool = new Spool(path.join(env.dataDir, 'waiting-submissions'));
  const imports = new Imports({
    folder: env.dataDir,
    spool: new Spool(path.join(env.dataDir, 'waiting-imports')),
    store,
    steady,
    newId,
    drawCode: () => drawRoomCode(unforeseeable),
  });
  const failures = new Failures(path.join(env.dataDir, 'failed-submissions'));
  const line = new SubmissionLine({
    ...{ verifier: parts.verifier, spool, failures, store, classes, clock, log, secret },
  });
  const metrics = new Metrics({
    sockets: () => sockets.count(),
    waitingBytes: () => backlogs.bytes,
    classes: () => classes.counts().classes,
    students: () => classes.counts().students,
    verifierQueue: () => line.length(),
    checkerQueue: () => checker.queueLength(),
    storage: () => storage.state,
    logged: loggedSoFar,
  });
  const eventParts: PageParts = {
    ...parts,
    secret,
    bounds,
    steady,
    classes,
    groups,
    checker,
    ensembles,
    storage,
    guesses,
    joins,
    pageTurns: new SharedPages(renders),
    prove: (request) => gate.prove(request),
    laneOf: (request) => gate.laneOf(request),
    attaches: new RateLimiter(bounds.attachesOfPerson),
    faultyUploads: new RateLimiter({
      perSecond: LIMITS.faultyUploadsPerSecond,
      burst: LIMITS.faultyUploadBurst,
    }),
    pageCodes: new OwnPageCodes(),
    checkpoints: new CheckpointIntake({ bounds: bounds.checkpoints, store, steady }),
    spool,
    imports,
    line,
    onPointsStored: (count) => metrics.stored(count),
  };
  let stopping: Promise<void> | null = null;

  const http = createServer(
    // An upload over a slow line may take its time (server/verify/spool). Looked at often: a head or a body that comes drop by drop ends when its time is over, not half a minute later.
    {
      requestTimeout: 120_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 10_000,
      connectionsCheckingInterval: 2_000,
    },
    createRouter(eventParts, {
      isStopping: () => stopping !== null,
      metrics: () => metrics.text(),
      refused: (code) => metrics.refused(code),
      answered: (route, milliseconds, status) => metrics.requested(route, milliseconds, status),
      handOn: node?.handOn ?? null,
    }),
  );
  const door = new Door(
    ALL_EVENTS,
    eventParts,
    (event, milliseconds, answer) => metrics.answered(event, milliseconds, answer),
    node ? (connection, payload, where) => node.edge.attach(connection, payload, where) : undefined,
  );
  const sockets = new SocketServer(http, door, eventParts, { backlogs, intakes, node });
  const slowReaders = new SlowReaders(http, bounds, steady, (kind) => metrics.hungUp(kind));
  // An upgrade that nobody takes would stay open for ever.
  if (!parts.pages?.takeUpgrades)
    http.on('upgrade', (request, socket) => {
      if (!request.url?.startsWith(SOCKET_PATH)) socket.destroy();
    });
  gate.guard(http);
  watchUnnamedProxy(http, env, log);
  new ConnectionLimits(http, bounds.connections, env.trustedProxies, () => metrics.hungUp('connections'));

  async function stopAll(): Promise<void> {
    sockets.announceStop();
    // A vote that is being counted is answered at once: it stays open, and can be counted by the next server.
    await Promise.all([line.stop(), nightly.stop(), leftReveals.stop(), ensembles.close()]);
    const closed = door.stop().then(() => sockets.close());
    const cut = setTimeout(() => {
      log.warn('the stop took too long: open connections are cut off');
      http.closeAllConnections();
    }, STOP_MS - 1_000);
    await closed;
    await classes.flush();
    clearTimeout(cut);
    await checker.close();
    joins.close();
    gate.close();
    renders.close();
    slowReaders.close();
    stopClosing();
    classes.close();
    await node?.stop();
    metrics.close();
  }

  return {
    http,
    listen: () =>
      new Promise((resolve, reject) => {
        http.once('error', reject);
        http.listen(env.port, env.host, () => {
          http.off('error', reject);
          node?.listen(door);
          void startImports(imports, classes).catch((error: unknown) => {
            log.error({ err: error }, 'what was left of imports could not be removed');
          });
          void leaveNoOrphans(roundUploads, store).catch((error: unknown) => {
            log.error({ err: error }, 'what was left of rounds could not be removed');
          });
          void line.resume().catch((error: unknown) => {
            log.error({ err: error }, 'submissions that waited could not be taken up again');
          });
          nightly.start();
          leftReveals.start();
          resolve((http.address() as AddressInfo).port);
        });
      }),
    isIdle: () => classes.counts().classes === 0,
    stop: () => {
      stopping ??= stopAll();
      return stopping;
    },
  };
}

/** Whether it is this node that does something for all; the only one does everything. */
async function hasDuty(classes: LiveClasses, duty: NodeDuty): Promise<boolean> {
  return (await unlessElsewhere(classes.claimForGood(duty).then(() => true))) ?? false;
}

/** What another node is importing is not what was left. */
async function startImports(imports: Imports, classes: LiveClasses): Promise<void> {
  await imports.start({ alone: await hasDuty(classes, 'imports') });
}

/** Of rounds that were on when the server ended only those that are still on keep what devices had sent. */
async function leaveNoOrphans(uploads: RoundUploads, store: Store): Promise<void> {
  await uploads.dropOrphans(async (classId) => {
    const state = await store.loadClass(classId);
    return state && (openRounds(state)?.id ?? null);
  });
}
