/** What can be told about WebGL here. */
export interface WebglFacts {
  /** The card's own name, or null where the browser hides it. */
  renderer: string | null;
  /** Drawn by the processor: SwiftShader, llvmpipe and the like. */
  software: boolean;
}

/** A WebGL 2 context that tfjs can calculate on. */
export interface WebglContext extends WebglFacts {
  gl: WebGL2RenderingContext;
  canvas: OffscreenCanvas;
}

/** Renderers that are programs, by parts of their names. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|microsoft basic render/i;

export function isSoftwareRenderer(renderer: string | null): boolean {
  return renderer !== null && SOFTWARE.test(renderer);
}

/**
 * Makes a context on a canvas of our own, or returns null: no OffscreenCanvas, no WebGL 2, or no rendering into float32
 * (half floats lose small gradients, so such a card is not used). Our own canvas, since tfjs makes none in Safari's
 * workers, and since its loss must be heard of.
 */
export function createWebglContext(): WebglContext | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const canvas = new OffscreenCanvas(300, 150);
  const gl = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    premultipliedAlpha: false,
    preserveDrawingBuffer: false,
    depth: false,
    stencil: false,
    powerPreference: 'high-performance',
  });
  if (!gl || gl.isContextLost() || !rendersFloat32(gl)) return null;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER) as unknown;
  const name = typeof renderer === 'string' && renderer !== '' ? renderer : null;
  return { gl, canvas, renderer: name, software: isSoftwareRenderer(name) };
}

/** Frees a context that was made only to look. */
export function releaseWebglContext({ gl }: WebglContext): void {
  gl.getExtension('WEBGL_lose_context')?.loseContext();
}

function rendersFloat32(gl: WebGL2RenderingContext): boolean {
  if (!gl.getExtension('EXT_color_buffer_float')) return false;
  const texture = gl.createTexture();
  const frame = gl.createFramebuffer();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, 1, 1, 0, gl.RGBA, gl.FLOAT, null);
  gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  const complete = gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE;
  gl.bindTexture(gl.TEXTURE_2D, null);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.deleteTexture(texture);
  gl.deleteFramebuffer(frame);
  return complete;
}
