// What can go wrong, each with a code for programs and a sentence for people.

const SENTENCES = {
  'wasm-missing': 'The comparison could not be loaded; the articles stand as they are.',
  'wasm-corrupt': 'The file with the comparison is damaged; the articles stand as they are.',
  'wasm-refused': 'This page does not allow WebAssembly, so the articles stand without comparison.',
  crashed: 'The comparison stopped unexpectedly; nothing that you entered is lost.',
  input: 'These articles can’t be read.',
  'story-missing': 'The story could not be loaded.',
  'story-invalid': 'This file is not a story that can be shown here.',
};

/** @typedef {keyof typeof SENTENCES} FaultCode */

/** An error that a reader is told of. */
export class Fault extends Error {
  /**
   * @param {FaultCode} code
   * @param {{ message?: string, cause?: unknown }} [more] `message` takes the place of the code's own sentence
   */
  constructor(code, { message = SENTENCES[code], cause } = {}) {
    super(message, { cause });
    this.name = 'DiptychError';
    this.code = code;
  }
}

/**
 * Anything thrown, as a Fault; what is unknown counts as a crash.
 * @param {unknown} error
 */
export const faultOf = (error) => (error instanceof Fault ? error : new Fault('crashed', { cause: error }));
