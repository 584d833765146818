/** Python that reads a file of safetensors with NumPy alone: https://github.com/huggingface/safetensors#format. */
export const READ_SAFETENSORS = `def read_safetensors(file):
    """The tensors of a safetensors file, by name."""
    data = Path(file).read_bytes()
    start = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:start])
    tensors = {}
    for name, one in header.items():
        if name == "__metadata__":
            continue
        begin, end = one["data_offsets"]
        values = np.frombuffer(data[start + begin : start + end], dtype="<f4")
        tensors[name] = torch.from_numpy(values.reshape(one["shape"]).copy())
    return tensors`;
