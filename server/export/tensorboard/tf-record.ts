import { crc32c } from './crc32c';

/**
 * One record of TensorFlow's record files: length (u64), masked CRC-32C of the length, the bytes, masked CRC-32C of the bytes; all
 * little-endian (tensorflow.org/tutorials/load_data/tfrecord, "TFRecords format details").
 */
export function tfRecord(bytes: Uint8Array): Uint8Array {
  const record = new Uint8Array(12 + bytes.length + 4);
  const view = new DataView(record.buffer);
  view.setUint32(0, bytes.length, true);
  view.setUint32(8, masked(record.subarray(0, 8)), true);
  record.set(bytes, 12);
  view.setUint32(12 + bytes.length, masked(bytes), true);
  return record;
}

/** A checksum that is no checksum of what holds it: turned by 15 bits and moved by a constant. */
function masked(bytes: Uint8Array): number {
  const sum = crc32c(bytes);
  return (((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0;
}
