// @ts-check
// On a test's host page before everything else: what goes wrong, and which workers are started.
globalThis.seen = { troubles: [], workers: [] };
addEventListener('error', (event) => seen.troubles.push(`uncaught: ${event.message}`));
addEventListener('unhandledrejection', (event) => seen.troubles.push(`uncaught: ${event.reason}`));
document.addEventListener('securitypolicyviolation', (event) =>
  seen.troubles.push(`policy breach: ${event.effectiveDirective} ${event.blockedURI}`),
);
for (const level of ['error', 'warn']) {
  const said = console[level];
  console[level] = (...words) => {
    seen.troubles.push(`console ${level}: ${words.join(' ')}`);
    said.apply(console, words);
  };
}
const Started = Worker;
globalThis.Worker = class extends Started {
  constructor(address, ...more) {
    super(address, ...more);
    // A worker that may not run says nothing.
    this.addEventListener('message', () => seen.workers.push(new URL(address, location.href).protocol), { once: true });
  }
};
