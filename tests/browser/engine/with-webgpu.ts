/** WebGPU played by a program: slow, but it calculates what a card would. */
export const WITH_WEBGPU = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
];
