"""Trains the network once more, from its first step on, and compares the loss with what was recorded: python3 train_again.py

Everything that was drawn by chance follows from the seed in experiment.json: the first weights and the order of the pictures. On a graphics
card sums were rounded in another order than here; such differences are tiny at first, and grow with every step.
"""
import csv
import json
import math

import torch
import torch.nn.functional as F

from network import HERE, Network, read_pictures, read_safetensors

WEIGHTS, ORDER = 1, 3
BITS = 0xFFFFFFFF


def mix(h):
    h = ((h ^ (h >> 16)) * 0x85EBCA6B) & BITS
    h = ((h ^ (h >> 13)) * 0xC2B2AE35) & BITS
    return h ^ (h >> 16)


class Random:
    """sfc32 by Chris Doty-Humphrey; a stream of its own for each purpose."""

    def __init__(self, seed, *stream):
        h = mix((seed ^ 0x9E3779B9) & BITS)
        for part in stream:
            h = mix((h * 31 + part + 0x9E3779B9) & BITS)
        self.a = mix((h + 0x9E3779B9) & BITS)
        self.b = mix((h + 0x3C6EF372) & BITS)
        self.c = mix((h + 0xDAA66D2B) & BITS)
        self.counter = 1
        for _ in range(12):
            self.bits()

    def bits(self):
        t = (self.a + self.b + self.counter) & BITS
        self.counter = (self.counter + 1) & BITS
        self.a = self.b ^ (self.b >> 9)
        self.b = (self.c + (self.c << 3)) & BITS
        self.c = (((self.c << 21) | (self.c >> 11)) + t) & BITS
        return t

    def uniform(self):
        """From 0 to 1, 1 left out."""
        return (self.bits() >> 8) / 0x1000000

    def below(self, end):
        limit = 0x100000000 - 0x100000000 % end
        while True:
            value = self.bits()
            if value < limit:
                return value % end

    def shuffled(self, count):
        order = list(range(count))
        for i in range(count - 1, 0, -1):
            j = self.below(i + 1)
            order[i], order[j] = order[j], order[i]
        return order


def first_weights(network, seed):
    """Uniform in ±limit: He's before relu, Glorot's elsewhere. Drawn place by place with all channels of each, as the weights are kept."""
    random = Random(seed, WEIGHTS)
    relu = EXPERIMENT["network"]["activation"] == "relu"
    maps = 1
    for name, layer in network.named_children():
        is_convolution = isinstance(layer, torch.nn.Conv2d)
        units, *incoming = layer.weight.shape
        inputs = math.prod(incoming)
        outputs = units * (math.prod(layer.kernel_size) if is_convolution else 1)
        he = relu and name != "answer"
        limit = math.sqrt(6 / (inputs if he else inputs + outputs))
        drawn = torch.tensor([(random.uniform() * 2 - 1) * limit for _ in range(inputs * units)])
        if is_convolution:
            height, width = layer.kernel_size
            weight = drawn.reshape(height, width, -1, units).permute(3, 2, 0, 1)
            maps = units
        else:
            weight = drawn.reshape(-1, maps, units).permute(2, 1, 0).reshape(units, inputs)
            maps = 1
        with torch.no_grad():
            layer.weight.copy_(weight)
            layer.bias.zero_()


def losses(logits, labels):
    """One an example."""
    if EXPERIMENT["loss"] == "cross-entropy":
        return F.cross_entropy(logits, labels, reduction="none")
    wanted = F.one_hot(labels, logits.shape[1])
    return ((torch.softmax(logits, 1) - wanted) ** 2).sum(1)


def make_optimizer(network):
    """Large weights cost l2 times their squares, biases nothing."""
    groups = [
        {"params": [p for n, p in network.named_parameters() if n.endswith("weight")], "weight_decay": 2 * EXPERIMENT["l2"]},
        {"params": [p for n, p in network.named_parameters() if n.endswith("bias")]},
    ]
    rate = EXPERIMENT["learningRate"]
    if EXPERIMENT["optimizer"] == "adam":
        return torch.optim.Adam(groups, lr=rate, eps=1e-7)
    return torch.optim.SGD(groups, lr=rate, momentum=0.9 if EXPERIMENT["optimizer"] == "momentum" else 0)


def batches(count):
    """The numbers of each step's pictures, epoch after epoch; they lie in the order of the first."""
    size, seed = EXPERIMENT["batchSize"], EXPERIMENT["seed"]
    epoch = 0
    while True:
        order = list(range(count)) if epoch == 0 else Random(seed, ORDER, epoch).shuffled(count)
        for start in range(0, count, size):
            yield order[start : start + size]
        epoch += 1


def train_again():
    with open(HERE / "curve.csv", newline="", encoding="utf-8-sig") as file:
        recorded = [(int(row["step"]), float(row["loss"])) for row in csv.DictReader(file) if row["loss"]]
    pictures, labels = read_pictures()
    network = Network()
    begun = HERE / "first.safetensors"
    if begun.exists():
        # It went on from a moment of another training.
        network.load_state_dict(read_safetensors(begun))
    else:
        first_weights(network, EXPERIMENT.get("startSeed", EXPERIMENT["seed"]))
    optimizer = make_optimizer(network)
    dealt = batches(len(labels))
    step, total, examples = 0, 0.0, 0
    again = []
    print("   step   recorded      again  difference")
    for until, loss in recorded:
        if until == 0:
            with torch.no_grad():
                now = float(losses(network(pictures[: EXPERIMENT["batchSize"]]), labels[: EXPERIMENT["batchSize"]]).mean())
        else:
            while step < until:
                batch = next(dealt)
                each = losses(network(pictures[batch]), labels[batch])
                optimizer.zero_grad()
                each.mean().backward()
                optimizer.step()
                total += float(each.detach().double().sum())
                examples += len(batch)
                step += 1
            now = total / examples if examples else math.nan
            total, examples = 0.0, 0
        again.append((until, loss, now))
        print(f"{until:7d} {loss:10.5f} {now:10.5f} {abs(now - loss):11.2e}", flush=True)
    with open(HERE / "curve_again.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["step", "recorded", "again"])
        writer.writerows(again)
    if again:
        print(f"Largest difference: {max(abs(now - loss) for _, loss, now in again):.2e}. The curve is in curve_again.csv.")


EXPERIMENT = json.loads((HERE / "experiment.json").read_text(encoding="utf-8"))

if __name__ == "__main__":
    train_again()
