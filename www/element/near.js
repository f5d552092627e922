// @ts-check
// Loading when an element nears the viewport.

/** How far outside the viewport that is. */
const MARGIN = '100% 0px';

/**
 * Calls `near` when `element` is near the viewport.
 * @param {Element} element
 * @param {() => void} near
 * @returns {() => void} ends the watch
 */
export function whenNear(element, near) {
  const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && near(), {
    rootMargin: MARGIN,
  });
  observer.observe(element);
  return () => observer.disconnect();
}
