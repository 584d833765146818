import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { QUIET_ADDRESS, QUIET_SERVER, STUDENTS_ADDRESS, serverOnLink } from './addresses';

/** The places in it: of the server, and of the students on the links. Whoever makes it is in a third. */
export const PLACES = { server: 'server', students: 'students' } as const;
/** What runs a program in a place. */
export const within = (place: string) => ['ip', 'netns', 'exec', place];

/** What begins a process with a network and mounts of its own, in which all of this stays: with the last process it is gone. */
export const APART = ['unshare', '--net', '--mount'];

/** Whether this machine lets us have networks and taps of our own: as root on Linux. Whoever skips for it says so. */
export function canMakeNetworks(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const script = [
    'mount -t sysfs sysfs /sys',
    'mount -t tmpfs tmpfs /run',
    'ip link add try0 type veth peer name try1',
    'ip link add link try0 name try2 type macvtap mode passthru',
    'mknod /run/tap c $(cat /sys/class/net/try2/macvtap/*/dev | tr : " ")',
    ': <>/run/tap',
  ].join(' && ');
  return spawnSync(APART[0]!, [...APART.slice(1), 'sh', '-c', script], { stdio: 'ignore' }).status === 0;
}

/**
 * Makes the places and their lines: the students' network and the server's end in two taps, which somebody has to join (relay.ts), and there is
 * a line of its own to the server. @returns the taps, as files
 */
export function makeOwnNetwork(links: number): { students: string; server: string } {
  run('mount', '-t', 'sysfs', 'sysfs', '/sys');
  run('mkdir', '-p', '/run/netns');
  run('mount', '-t', 'tmpfs', 'tmpfs', '/run/netns');
  ip('link set lo up');
  for (const place of Object.values(PLACES)) {
    ip(`netns add ${place}`);
    ip(`-n ${place} link set lo up`);
    ip(`link add line netns ${place} type veth peer name to-${place}`);
    ip(`-n ${place} link set line up`);
  }
  ip(`-n ${PLACES.students} addr add ${STUDENTS_ADDRESS}/16 dev line`);
  for (let link = 1; link <= links; link += 1)
    ip(`-n ${PLACES.server} addr add ${serverOnLink(link)}/16 dev line`);
  ip(`link add quiet type veth peer name quiet netns ${PLACES.server}`);
  ip(`addr add ${QUIET_ADDRESS}/24 dev quiet`);
  ip('link set quiet up');
  ip(`-n ${PLACES.server} addr add ${QUIET_SERVER}/24 dev quiet`);
  ip(`-n ${PLACES.server} link set quiet up`);
  return { students: tapOn(`to-${PLACES.students}`), server: tapOn(`to-${PLACES.server}`) };
}

/** A file through which the frames of a device pass: one may read and write them with nothing but that. */
function tapOn(device: string): string {
  const name = `t-${device}`;
  ip(`link set ${device} up`);
  ip(`link add link ${device} name ${name} type macvtap mode passthru`);
  ip(`link set ${name} up`);
  const folder = `/sys/class/net/${name}/macvtap`;
  const [major, minor] = readFileSync(`${folder}/${readdirSync(folder)[0]}/dev`, 'utf8')
    .trim()
    .split(':');
  const file = `/run/netns/tap-${device}`;
  run('mknod', file, 'c', major!, minor!);
  return file;
}

const ip = (words: string) => run('ip', ...words.split(' '));
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
