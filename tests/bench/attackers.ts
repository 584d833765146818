/** The attackers of `npm run bench -- attacks`: a process of their own, until it is killed. */
import { ATTACKS, type AttackOrder } from './attack-kinds';

process.once('message', (order: AttackOrder) => {
  const attack = ATTACKS[order.kind];
  if (!attack) throw new Error(`no such attack: ${order.kind}`);
  const again = async (): Promise<void> => {
    for (;;) {
      await attack.deed(order).catch(() => undefined);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  for (let index = 0; index < attack.at; index += 1) void again();
  setTimeout(() => process.send?.({ kind: 'attacking' }), 500);
});
