/** WebGPU as this browser has it, ready for use. */
export interface WebgpuCard {
  device: GPUDevice;
  renderer: string | null;
  /** A program that plays a graphics card. */
  software: boolean;
}

/** What WebGPU is here, without keeping it; null where there is none (an address without https has none). */
export async function lookAtWebgpu(): Promise<Omit<WebgpuCard, 'device'> | null> {
  const adapter = await adapterHere();
  return adapter && factsOf(adapter);
}

/** @throws Error where it does not start */
export async function openWebgpu(onLost: () => void): Promise<WebgpuCard> {
  const adapter = await adapterHere();
  if (!adapter) throw new Error('No WebGPU here');
  const device = await adapter.requestDevice();
  void device.lost.then(({ reason }) => {
    if (reason !== 'destroyed') onLost();
  });
  return { device, ...factsOf(adapter) };
}

async function adapterHere(): Promise<GPUAdapter | null> {
  if (typeof navigator === 'undefined' || !('gpu' in navigator) || !navigator.gpu) return null;
  try {
    return await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  } catch {
    return null;
  }
}

function factsOf({ info }: GPUAdapter): Omit<WebgpuCard, 'device'> {
  const { vendor, architecture, device, description } = info;
  const name = description || [vendor, architecture, device].filter(Boolean).join(' ');
  const software = info.isFallbackAdapter || /swiftshader|llvmpipe|basic render/i.test(name);
  return { renderer: name || null, software };
}
