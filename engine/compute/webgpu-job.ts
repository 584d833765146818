import {
  type AfterProduct,
  NEEDS_EXTRA,
  PRODUCT_TILE,
  type ProductSize,
  productShader,
} from './webgpu-shaders';

/** Work for the graphics card: arrays in its memory, and programs to run on them one after another. */
export class WebgpuJob {
  private readonly buffers: GPUBuffer[] = [];

  constructor(private readonly device: GPUDevice) {}

  /** An array in the card's memory, with these numbers in it, or so many zeros. */
  array(content: Float32Array | Uint32Array | number): GPUBuffer {
    const bytes = typeof content === 'number' ? content * 4 : content.byteLength;
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
    const buffer = this.device.createBuffer({ size: bytes, usage });
    this.buffers.push(buffer);
    if (typeof content !== 'number') this.write(buffer, content);
    return buffer;
  }

  write(buffer: GPUBuffer, content: Float32Array | Uint32Array): void {
    this.device.queue.writeBuffer(buffer, 0, content as Float32Array<ArrayBuffer>);
  }

  /** A program on some arrays, in so many groups of threads. Translated now. */
  async program(
    code: string,
    arrays: readonly GPUBuffer[],
    groups: readonly [number, number],
  ): Promise<GpuProgram> {
    const module = this.device.createShaderModule({ code });
    const pipeline = await this.device.createComputePipelineAsync({
      layout: 'auto',
      compute: { module, entryPoint: 'main' },
    });
    const bindings = this.device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: arrays.map((buffer, binding) => ({ binding, resource: { buffer } })),
    });
    return { pipeline, bindings, groups };
  }

  /** A matrix product into `c`. */
  product(
    size: ProductSize,
    [a, b, c, extra]: readonly [GPUBuffer, GPUBuffer, GPUBuffer, GPUBuffer?],
    after: AfterProduct = 'store',
    rate = 0,
  ): Promise<GpuProgram> {
    const arrays = NEEDS_EXTRA.includes(after) ? [a, b, c, extra!] : [a, b, c];
    const groups = (length: number) => Math.ceil(length / PRODUCT_TILE);
    return this.program(productShader(size, after, rate), arrays, [groups(size.n), groups(size.m)]);
  }

  /** Hands programs to the card; each sees what those before it have written. */
  run(programs: readonly GpuProgram[]): void {
    const encoder = this.device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    for (const { pipeline, bindings, groups } of programs) {
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, bindings);
      pass.dispatchWorkgroups(...groups);
    }
    pass.end();
    this.device.queue.submit([encoder.finish()]);
  }

  /** The first numbers of an array, once all that was handed over has been done. */
  async read(buffer: GPUBuffer, count: number): Promise<Float32Array> {
    const size = count * 4;
    const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
    const copy = this.device.createBuffer({ size, usage });
    const encoder = this.device.createCommandEncoder();
    encoder.copyBufferToBuffer(buffer, 0, copy, 0, size);
    this.device.queue.submit([encoder.finish()]);
    await copy.mapAsync(GPUMapMode.READ);
    const numbers = new Float32Array(copy.getMappedRange().slice(0));
    copy.destroy();
    return numbers;
  }

  dispose(): void {
    for (const buffer of this.buffers) buffer.destroy();
  }
}

export interface GpuProgram {
  pipeline: GPUComputePipeline;
  bindings: GPUBindGroup;
  groups: readonly [number, number];
}
