import { describe, expect, it } from 'vitest';
import { type Backlog, type BacklogKind, Backlogs } from '@/server/live/backlog';

const BOUNDS = { socket: 100, person: 150, address: 300, server: 500 };

describe('bytes that wait for receivers', () => {
  function open(backlogs: Backlogs, address: string, gone: string[], name: string): Backlog {
    return backlogs.open(address, () => gone.push(name));
  }

  it('are bounded for a socket, and forgotten when it is hung up on', () => {
    const cut: BacklogKind[] = [];
    const gone: string[] = [];
    const backlogs = new Backlogs(BOUNDS, (kind) => cut.push(kind));
    const one = open(backlogs, 'a', gone, 'one');
    one.add(100);
    one.sent(60);
    one.add(60);
    expect(gone).toEqual([]);
    one.add(1);
    expect(gone).toEqual(['one']);
    expect(cut).toEqual(['socket']);
    expect(backlogs.bytes).toBe(0);
    // What is sent or taken afterwards counts for nobody.
    one.add(50);
    one.sent(100);
    expect(backlogs.bytes).toBe(0);
  });

  it('are bounded for a person over all tabs; the tab with most of them goes', () => {
    const gone: string[] = [];
    const backlogs = new Backlogs(BOUNDS);
    const [large, small] = [open(backlogs, 'a', gone, 'large'), open(backlogs, 'b', gone, 'small')];
    for (const tab of [large, small]) tab.belongTo('class ada');
    large.add(90);
    small.add(60);
    expect(gone).toEqual([]);
    small.add(1);
    expect(gone).toEqual(['large']);
    expect(backlogs.bytes).toBe(61);
  });

  it('are bounded for an address and for the server; who reads is not the one that goes', () => {
    const gone: string[] = [];
    const backlogs = new Backlogs(BOUNDS);
    const reader = open(backlogs, 'school', gone, 'reader');
    const others = Array.from({ length: 4 }, (_, index) => open(backlogs, 'school', gone, `${index}`));
    for (const other of others) other.add(74);
    for (let round = 0; round < 50; round += 1) {
      reader.add(4);
      reader.sent(4);
    }
    expect(gone).toEqual([]);
    reader.add(5);
    expect(gone).toEqual(['0']);
    const elsewhere = Array.from({ length: 3 }, (_, index) =>
      open(backlogs, `home ${index}`, gone, `at home ${index}`),
    );
    for (const one of elsewhere) one.add(95);
    expect(gone).toEqual(['0', 'at home 0']);
  });

  it('move with their socket from one person to the next', () => {
    const gone: string[] = [];
    const backlogs = new Backlogs(BOUNDS);
    const [one, other] = [open(backlogs, 'a', gone, 'one'), open(backlogs, 'b', gone, 'other')];
    one.belongTo('ada');
    one.add(90);
    one.belongTo('bob');
    other.belongTo('ada');
    other.add(90);
    expect(gone).toEqual([]);
    other.belongTo('bob');
    one.belongTo('ada');
    one.belongTo('bob');
    other.add(1);
    expect(gone).toEqual(['other']);
  });
});
