// @ts-check
// wasm-bindgen's module as a factory: each call gives functions with a state of their own, so that an instance that
// broke can be replaced. The module itself has one state for the whole page.

/**
 * @param {string} source what `wasm-bindgen --target web` wrote
 * @returns {string} a module with the one export `makeGlue`
 */
export function asFactory(source) {
  /** @type {string[]} */
  const names = [];
  const body = source
    .replace(/^export (class|function|const) (\w+)/gm, (_, kind, name) => {
      names.push(name);
      return `${kind} ${name}`;
    })
    .replace(/^export \{([^}]*)\};?$/gm, (_, list) => {
      for (const entry of list.split(',')) {
        const [name, alias = name] = entry.trim().split(/\s+as\s+/);
        names.push(alias === name ? name : `${alias}: ${name}`);
      }
      return '';
    })
    .replace(/^.*import\.meta\.url.*$/gm, '        throw new TypeError("The compiled module is missing.");');
  const left = body.match(/^(?:export|import)\b.*|import\.meta.*/m);
  if (left) throw new Error(`wasm-bindgen's module has a form that is not known here: ${left[0]}`);
  if (!names.some((name) => name.startsWith('default:')))
    throw new Error('wasm-bindgen’s module has no default export.');
  return `export function makeGlue() {\n${body}\nreturn { ${names.join(', ')} };\n}\n`;
}
