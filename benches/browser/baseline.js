// What one would write in plain JavaScript: sentences and words by Intl.Segmenter, TF-IDF cosine of sentence pairs, and
// a word diff of each sentence with its best partner. With an inverted index only pairs that share a term are scored;
// without, all pairs are.

const sentenceBreaks = new Intl.Segmenter('en', { granularity: 'sentence' });
const wordBreaks = new Intl.Segmenter('en', { granularity: 'word' });
const least = 0.25;

const sentences = (text) => text.split('\n').filter((line) => line.trim()).flatMap(
  (line) => Array.from(sentenceBreaks.segment(line), ({ segment }) => segment.trim()).filter(Boolean),
);

/** The sentences of a text with their words and the count of each. */
const prepare = (text) => sentences(text).map((sentence) => {
  const words = [];
  const counts = new Map();
  for (const { segment, isWordLike } of wordBreaks.segment(sentence)) {
    if (!isWordLike) continue;
    const word = segment.toLowerCase();
    words.push(word);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return { words, counts };
});

/** Unit vectors of TF-IDF weights. */
const weigh = (all) => {
  const spread = new Map();
  for (const { counts } of all) for (const word of counts.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  for (const sentence of all) {
    const weights = new Map();
    let square = 0;
    for (const [word, count] of sentence.counts) {
      const weight = count * Math.log(1 + all.length / spread.get(word));
      weights.set(word, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (const [word, weight] of weights) weights.set(word, weight / length);
    sentence.weights = weights;
  }
};

const cosine = (x, y) => {
  const [small, large] = x.size < y.size ? [x, y] : [y, x];
  let sum = 0;
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
  return sum;
};

/** For each sentence of `a` the best of `b`, from all pairs. */
const bestOfAll = (a, b) => a.map(({ weights }) => {
  let best = { score: least, j: -1 };
  for (let j = 0; j < b.length; j += 1) {
    const score = cosine(weights, b[j].weights);
    if (score > best.score) best = { score, j };
  }
  return best;
});

/** The same by an inverted index of the terms of `b`. */
const bestOfIndex = (a, b) => {
  const index = new Map();
  b.forEach(({ weights }, j) => {
    for (const [word, weight] of weights) {
      const list = index.get(word);
      if (list) list.push(j, weight);
      else index.set(word, [j, weight]);
    }
  });
  const scores = new Float64Array(b.length);
  return a.map(({ weights }) => {
    scores.fill(0);
    for (const [word, weight] of weights) {
      const list = index.get(word) ?? [];
      for (let at = 0; at < list.length; at += 2) scores[list[at]] += weight * list[at + 1];
    }
    let best = { score: least, j: -1 };
    for (let j = 0; j < b.length; j += 1) if (scores[j] > best.score) best = { score: scores[j], j };
    return best;
  });
};

/** Pairs of equal words in a longest common subsequence. */
const wordDiff = (a, b) => {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const down = table[(i + 1) * width + j];
      const right = table[i * width + j + 1];
      table[i * width + j] = a[i] === b[j] ? table[(i + 1) * width + j + 1] + 1 : Math.max(down, right);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (table[(i + 1) * width + j] >= table[i * width + j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
};

const compareBy = (search) => (textA, textB) => {
  const [a, b] = [prepare(textA), prepare(textB)];
  weigh([...a, ...b]);
  return search(a, b).flatMap(({ score, j }, i) => (j < 0 ? [] : [{ i, j, score, words: wordDiff(a[i].words, b[j].words) }]));
};

/** Compares two texts, scoring all pairs. */
export const allPairs = compareBy(bestOfAll);
/** Compares two texts, scoring pairs that share a term. */
export const invertedIndex = compareBy(bestOfIndex);
