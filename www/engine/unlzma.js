// Unpacks LZMA, which no browser does by itself: the wasm of the one-file page is a quarter smaller than with gzip.
// Written after the format's own specification; names are its names.

const HEADER = 13;
const HALF = 1024;
const STATES = 12;

const odds = (/** @type {number} */ count) => new Uint16Array(count).fill(HALF);

/** The range decoder. @param {Uint8Array} input @param {number} at */
function reader(input, at) {
  let range = 0xffffffff;
  let code = new DataView(input.buffer, input.byteOffset).getUint32(at + 1);
  at += 5;

  const refill = () => {
    if (range >= 0x1000000) return;
    range = (range << 8) >>> 0;
    code = ((code << 8) | input[at++]) >>> 0;
  };
  /** @param {Uint16Array} p @param {number} i */
  const bit = (p, i) => {
    const bound = (range >>> 11) * p[i];
    const one = code >= bound;
    if (one) {
      range -= bound;
      code -= bound;
      p[i] -= p[i] >> 5;
    } else {
      range = bound;
      p[i] += (2048 - p[i]) >> 5;
    }
    refill();
    return Number(one);
  };
  const direct = (/** @type {number} */ count) => {
    let value = 0;
    while (count-- > 0) {
      range >>>= 1;
      const one = Number(code >= range);
      if (one) code -= range;
      value = value * 2 + one;
      refill();
    }
    return value;
  };
  const tree = (/** @type {Uint16Array} */ p, /** @type {number} */ from, /** @type {number} */ bits) => {
    let node = 1;
    for (let i = 0; i < bits; i++) node = node * 2 + bit(p, from + node);
    return node - (1 << bits);
  };
  const reverse = (/** @type {Uint16Array} */ p, /** @type {number} */ from, /** @type {number} */ bits) => {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const one = bit(p, from + node);
      node = node * 2 + one;
      value |= one << i;
    }
    return value;
  };
  return { bit, direct, tree, reverse };
}

/** @param {ReturnType<typeof reader>} source */
function lengths({ bit, tree }) {
  const [choice, low, mid, high] = [odds(2), odds(128), odds(128), odds(256)];
  return (/** @type {number} */ place) => {
    if (!bit(choice, 0)) return 2 + tree(low, place << 3, 3);
    return bit(choice, 1) ? 18 + tree(high, 0, 8) : 10 + tree(mid, place << 3, 3);
  };
}

/**
 * Unpacks a file in the form that `.lzma` files have, of a length that its head tells.
 * @param {Uint8Array} input
 */
export function unlzma(input) {
  const [lc, lp, pb] = [input[0] % 9, Math.floor(input[0] / 9) % 5, Math.floor(input[0] / 45)];
  const out = new Uint8Array(new DataView(input.buffer, input.byteOffset).getUint32(5, true));
  const source = reader(input, HEADER);
  const { bit, direct, tree, reverse } = source;
  const [matchLength, repLength] = [lengths(source), lengths(source)];
  const [isMatch, isRep0Long] = [odds(STATES << 4), odds(STATES << 4)];
  const [isRep, isRepG0, isRepG1, isRepG2] = [odds(STATES), odds(STATES), odds(STATES), odds(STATES)];
  const [slots, special, align, literals] = [odds(256), odds(128), odds(16), odds(0x300 << (lc + lp))];
  let [state, rep0, rep1, rep2, rep3, at] = [0, 0, 0, 0, 0, 0];

  const literal = () => {
    const before = at > 0 ? out[at - 1] : 0;
    const from = 0x300 * (((at & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
    let node = 1;
    if (state >= 7) {
      let match = out[at - rep0 - 1];
      do {
        const expected = (match >> 7) & 1;
        match <<= 1;
        const one = bit(literals, from + ((1 + expected) << 8) + node);
        node = node * 2 + one;
        if (one !== expected) break;
      } while (node < 0x100);
    }
    while (node < 0x100) node = node * 2 + bit(literals, from + node);
    out[at++] = node;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  };
  const distance = (/** @type {number} */ length) => {
    const slot = tree(slots, Math.min(length - 2, 3) << 6, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const start = (2 | (slot & 1)) << bits;
    return slot < 14
      ? start + reverse(special, start - slot, bits)
      : start + direct(bits - 4) * 16 + reverse(align, 0, 4);
  };
  /** One of the last four distances comes first. */
  const recall = () => {
    let chosen = rep1;
    if (bit(isRepG1, state)) {
      chosen = rep2;
      if (bit(isRepG2, state)) [chosen, rep3] = [rep3, rep2];
      rep2 = rep1;
    }
    [rep1, rep0] = [rep0, chosen];
  };

  while (at < out.length) {
    const place = at & ((1 << pb) - 1);
    if (!bit(isMatch, (state << 4) + place)) {
      literal();
      continue;
    }
    let length = 1;
    if (!bit(isRep, state)) {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      length = matchLength(place);
      state = state < 7 ? 7 : 10;
      rep0 = distance(length);
    } else {
      const other = bit(isRepG0, state);
      if (other) recall();
      if (other || bit(isRep0Long, (state << 4) + place)) {
        length = repLength(place);
        state = state < 7 ? 8 : 11;
      } else {
        state = state < 7 ? 9 : 11;
      }
    }
    for (const end = Math.min(at + length, out.length); at < end; at++) out[at] = out[at - rep0 - 1];
  }
  return out;
}
