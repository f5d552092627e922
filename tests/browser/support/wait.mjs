// Waiting for what happens, never for a time.

/** Waits until `selector` matches exactly `count` elements, inside open shadow roots too. */
export const counted = async (page, selector, count) => {
  await page.waitForFunction(
    ([wanted, number]) => {
      const within = (root) => [...root.querySelectorAll('*')]
        .reduce((sum, element) => sum + element.matches(wanted) + (element.shadowRoot ? within(element.shadowRoot) : 0), 0);
      return within(document) === number;
    },
    [selector, count],
  );
};

/** Waits until the page has drawn what was done to it so far. */
export const painted = (page) => page.evaluate(
  () => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done())); }),
);

/**
 * Listens for the next `type` event at `locator`, does `act`, and returns the event's `detail`.
 * Listening starts before the act, so a quick event is not missed.
 */
export const eventAfter = async (locator, type, act) => {
  const listening = await locator.evaluateHandle((target, name) => {
    const box = {};
    box.detail = new Promise((done) => target.addEventListener(name, (event) => done(event.detail), { once: true }));
    return box;
  }, type);
  await act();
  return listening.evaluate((box) => box.detail);
};
