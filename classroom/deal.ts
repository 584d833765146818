/**
 * The seed from which everything dealt to a class is drawn: the class's id as 32 bits (FNV-1a with murmur3's last mixing,
 * so that ids which differ little give seeds which differ much). Public: a hidden seed is the server's alone.
 */
export function dealSeed(classId: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < classId.length; i += 1) {
    hash = Math.imul(hash ^ classId.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
