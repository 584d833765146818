const PAGE = 65_536;

/**
 * Room in a WebAssembly memory, reserved once: all places are asked for first, then the memory grows to hold them, and only then views are given out, since
 * growing takes the views of before away.
 */
export class Arena {
  private used: number;
  private buffer: ArrayBuffer | null = null;

  /** @param memory what it holds already stays */
  constructor(private readonly memory: WebAssembly.Memory) {
    this.used = memory.buffer.byteLength;
  }

  /** The address of room for so many bytes, 16 bytes aligned. It holds zeros. */
  bytes(count: number): number {
    if (this.buffer) throw new Error('The arena is reserved already');
    const at = this.used;
    this.used += Math.ceil(count / 16) * 16;
    return at;
  }

  /** The address of room for so many float32 or uint32. */
  numbers(count: number): number {
    return this.bytes(4 * count);
  }

  /** Makes the memory as large as everything that was asked for. @throws RangeError where the device has no more */
  reserve(): void {
    // Nothing reads past the end, and yet: a vector more.
    const more = this.used + 16 - this.memory.buffer.byteLength;
    this.memory.grow(Math.ceil(more / PAGE));
    this.buffer = this.memory.buffer as ArrayBuffer;
  }

  floatsAt(address: number, count: number): Float32Array {
    return new Float32Array(this.reserved(), address, count);
  }

  bytesAt(address: number, count: number): Uint8Array {
    return new Uint8Array(this.reserved(), address, count);
  }

  private reserved(): ArrayBuffer {
    if (!this.buffer) throw new Error('The arena is not reserved yet');
    return this.buffer;
  }
}
