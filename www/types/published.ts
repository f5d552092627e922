// Holds the types of the package (npm/*.d.ts) to the code: a member that one of both lacks, or that has another type,
// is an error here. The code itself takes its types of events, choices, articles and reports from there.
import type * as core from '../../npm/core.js';
import type { coreFrom } from '../../npm/core-shared.js';
import type { DiptychCompare as Published } from '../../npm/element.js';
import type { DiptychCompare as Written } from '../element/element.js';
import type { PROPERTIES } from '../element/reflect.js';

type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Expect<T extends true> = T;

/** What only the browser and the code call. */
type Internal = 'connectedCallback' | 'disconnectedCallback' | 'attributeChangedCallback' | 'rendererBroke';
type PublishedName = Exclude<keyof Published, Exclude<keyof HTMLElement, 'addEventListener' | 'removeEventListener'>>;
type Name = Exclude<PublishedName, 'addEventListener' | 'removeEventListener'>;
type WrittenName = Exclude<keyof Written, keyof HTMLElement | Internal>;
type Reflected = { [K in keyof typeof PROPERTIES]: ReturnType<(typeof PROPERTIES)[K]> };

export type Holds = [
  Expect<Equal<Name, WrittenName>>,
  Expect<Equal<Pick<Published, Name>, Pick<Written, WrittenName>>>,
  Expect<Equal<Reflected, Pick<Published, keyof Reflected>>>,
  Expect<Equal<keyof ReturnType<typeof coreFrom>, 'compare' | 'load'>>,
  Expect<ReturnType<typeof coreFrom> extends Pick<typeof core, 'compare' | 'load'> ? true : false>,
];
